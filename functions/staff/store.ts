import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Invitation, StaffMember, WorkMail, type InvitationId } from '#shared/staff/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** Everybody who is or was in office in a place. */
export const listStaff = async (world: World, place: PlaceId): Promise<StaffMember[]> => {
  const items = await queryAll(world.storage, 'vault', { pk: keys.staff(place).pk });
  return items.map((item) => StaffMember.parse(item));
};

export const findStaffMember = async (
  world: World,
  place: PlaceId,
  participant: ParticipantId,
): Promise<StaffMember | undefined> => {
  const item = await get(world.storage, 'vault', keys.staff(place, participant));
  return item && StaffMember.parse(item);
};

/**
 * What somebody holds in a place from now on, where the place finds it and where her sessions do. Both stay when she
 * holds nothing any more: the ledger has to say by name whose acts it tells of.
 */
export const officeSteps = (member: StaffMember): Step[] => {
  const { participant, place, roles, version } = member;
  return [
    {
      table: 'vault',
      put: { ...keys.staff(place, participant), ...member },
      if: version === 1 ? { is: 'absent' } : { is: 'version', version: version - 1 },
    },
    { table: 'vault', put: { ...keys.officeOf(participant, place), place, roles } },
  ];
};

/** Nothing of her stays here, not even her name: she has left for good. */
export const departureSteps = ({ participant, place, version }: StaffMember): Step[] => [
  { table: 'vault', remove: keys.staff(place, participant), if: { is: 'version', version } },
  { table: 'vault', remove: keys.officeOf(participant, place) },
];

/** Holds while she has exactly what was read: whoever took part of it from her meanwhile was quicker. */
export const unchanged = ({ place, participant, version }: StaffMember): Step => ({
  table: 'vault',
  check: keys.staff(place, participant),
  if: { is: 'version', version },
});

export const findWorkMail = async (
  world: World,
  whose: ParticipantId | InvitationId,
): Promise<WorkMail | undefined> => {
  const item = await get(world.storage, 'vault', keys.workMail(whose));
  return item && WorkMail.parse(item);
};

export const workMailStep = (
  whose: ParticipantId | InvitationId,
  given: WorkMail,
  until?: Pick<Invitation, 'expires'>,
): Step => ({
  table: 'vault',
  put: { ...keys.workMail(whose), ...given, ...(until && { expires: until.expires }) },
});

export const workMailRemoval = (whose: ParticipantId | InvitationId): Step => ({
  table: 'vault',
  remove: keys.workMail(whose),
});

export const invitationSteps = (invitation: Invitation): Step[] => {
  const { id, place, tokenHash, expires } = invitation;
  return [
    { table: 'vault', put: { ...keys.invitation(place, id), ...invitation }, if: { is: 'absent' } },
    { table: 'vault', put: { ...keys.invitationToken(tokenHash), place, id, expires }, if: { is: 'absent' } },
  ];
};

/** Holds for one of all who accept or withdraw it. */
export const invitationRemoval = ({ id, place, tokenHash }: Invitation): Step[] => [
  { table: 'vault', remove: keys.invitation(place, id), if: { is: 'present' } },
  { table: 'vault', remove: keys.invitationToken(tokenHash) },
  workMailRemoval(id),
];

export const listInvitations = async (world: World, place: PlaceId): Promise<Invitation[]> => {
  const items = await queryAll(world.storage, 'vault', { pk: keys.invitation(place).pk });
  return items.map((item) => Invitation.parse(item));
};

export const findInvitation = async (
  world: World,
  place: PlaceId,
  id: InvitationId,
): Promise<Invitation | undefined> => {
  const item = await get(world.storage, 'vault', keys.invitation(place, id));
  return item && Invitation.parse(item);
};

export const findInvitationByToken = async (world: World, tokenHash: string): Promise<Invitation | undefined> => {
  const pointer = await get(world.storage, 'vault', keys.invitationToken(tokenHash));
  return pointer && findInvitation(world, pointer.place as PlaceId, pointer.id as InvitationId);
};
