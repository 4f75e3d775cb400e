import type { ParticipantId } from '#shared/participants/schema.ts';
import { mayDo } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { ChangeRoles } from '#shared/staff/schema.ts';
import type { StaffView } from '#shared/staff/views.ts';
import { SECOND, instant } from '#shared/time.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { forgetPerson, personStays } from '../participants/service.ts';
import { requireHeld, transact } from '../storage/table.ts';
import type { World } from '../world.ts';
import { standingInvitations } from './invitations.ts';
import { appointerIn, inOrder, witnessTo } from './service.ts';
import { listStaff, officeSteps, unchanged } from './store.ts';

const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);

/** Everybody in office here, as colleagues see them. */
export const viewStaff = async (world: World, actor: MaybeActor, place: PlaceId): Promise<StaffView> => {
  const { by } = requireOffice(actor, 'see-staff', place);
  const all = (await listStaff(world, place))
    .map(({ place: _, ...member }) => ({ ...member, mine: member.participant === by }))
    .sort(byName);
  const mayAppoint = mayDo('appoint-staff', actor?.roles.get(place) ?? []).allowed;
  const asked = mayAppoint ? await standingInvitations(world, place) : [];
  return {
    people: all.filter(({ roles }) => roles.length > 0),
    former: all.filter(({ roles }) => roles.length === 0),
    invitations: asked
      .map(({ id, name, roles, expires }) => ({ id, name, roles, until: instant(expires * SECOND) }))
      .sort(byName),
  };
};

/** Gives and takes roles, down to none. It holds at once here, and within seconds in every other process. */
export const changeRoles = async (
  world: World,
  actor: MaybeActor,
  place: PlaceId,
  participant: ParticipantId,
  { reason, version, ...given }: ChangeRoles,
): Promise<void> => {
  const { by, role } = requireOffice(actor, 'appoint-staff', place);
  const staff = await listStaff(world, place);
  const appointer = appointerIn(staff, by);
  const member = staff.find((one) => one.participant === participant);
  if (!member) throw new Problem('not-found');
  if (member.version !== version) throw new Problem('changed-meanwhile');
  const roles = inOrder(given.roles);
  const witness = witnessTo(staff, participant, roles);
  const why = `${roles.join(', ') || '–'}: ${reason}`;
  const line = writeDown(world, { place, by, role, act: 'change-staff', subject: participant, why });
  const steps = [
    ...officeSteps({ ...member, roles, name: given.name ?? member.name, version: version + 1 }),
    ...(by === participant ? witness : [unchanged(appointer)]),
    personStays(participant),
    line,
  ];
  await requireHeld(transact(world.storage, steps));
  await forgetPerson(world, participant);
};
