import { mayDo } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { readingOf } from '#shared/reading.ts';
import type { Invitation, InvitationId, Invite, StaffMember } from '#shared/staff/schema.ts';
import { DAY, SECOND } from '#shared/time.ts';
import { writeDown } from '../ledger/service.ts';
import { requireWithin } from '../limits/service.ts';
import { mailRemovals, queueMail } from '../mail/outbox.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { hashOf } from '../participants/sessions.ts';
import { placeOf } from '../places/service.ts';
import { requireHeld, transact, type Step } from '../storage/table.ts';
import { newId, type World } from '../world.ts';
import { appointerIn, inOrder } from './service.ts';
import {
  findInvitation,
  findInvitationByToken,
  invitationRemoval,
  invitationSteps,
  listInvitations,
  listStaff,
  unchanged,
  workMailStep,
} from './store.ts';

const TOKEN_BYTES = 32;
const LIFETIME = 7 * DAY;

/** It stands while its time runs and whoever sent it may still appoint: nobody invites herself for later. */
const stands = (world: World, { expires, invitedBy }: Invitation, staff: readonly StaffMember[]): boolean =>
  expires * SECOND > world.clock() &&
  staff.some(({ participant, roles }) => participant === invitedBy && mayDo('appoint-staff', roles).allowed);

export const standingInvitations = async (world: World, place: PlaceId): Promise<Invitation[]> => {
  const [all, staff] = await Promise.all([listInvitations(world, place), listStaff(world, place)]);
  return all.filter((invitation) => stands(world, invitation, staff));
};

const mailOf = async (world: World, { id, place, locale }: Invitation, to: string, link: string): Promise<Step> => {
  const { name } = await placeOf(world, place);
  const says = { place: readingOf(name, [locale])?.text ?? '', link };
  return queueMail(world, { receiver: id, about: 'invite', kind: 'invite', to, locale, says });
};

/** Asks somebody into office by a link that works once. It is shown now, and kept nowhere but in a mail that waits. */
export const invite = async (
  world: World,
  actor: MaybeActor,
  place: PlaceId,
  { email, ...given }: Invite,
): Promise<{ link: string }> => {
  const { by, role } = requireOffice(actor, 'appoint-staff', place);
  await requireWithin(world, 'invite', by);
  const token = Buffer.from(world.randomBytes(TOKEN_BYTES)).toString('base64url');
  const link = `${world.origin}/${given.locale}/invite/${token}`;
  const invitation: Invitation = {
    ...given,
    roles: inOrder(given.roles),
    id: newId(world, 'invitation'),
    place,
    invitedBy: by,
    participant: newId(world, 'participant'),
    tokenHash: hashOf(token),
    expires: Math.floor((world.clock() + LIFETIME) / SECOND),
  };
  const why = invitation.roles.join(', ');
  const address = email && { email, locale: given.locale, rhythm: 'daily' as const };
  const steps = [
    ...invitationSteps(invitation),
    ...(address ? [workMailStep(invitation.id, address, invitation)] : []),
    ...(email ? [await mailOf(world, invitation, email, link)] : []),
    unchanged(appointerIn(await listStaff(world, place), by)),
    writeDown(world, { place, by, role, act: 'invite-staff', subject: invitation.id, why }),
  ];
  await requireHeld(transact(world.storage, steps));
  return { link };
};

/** Takes an invitation back. A mail that has not left stays here. */
export const withdrawInvitation = async (
  world: World,
  actor: MaybeActor,
  place: PlaceId,
  id: InvitationId,
): Promise<void> => {
  const { by, role } = requireOffice(actor, 'appoint-staff', place);
  const invitation = await findInvitation(world, place, id);
  if (!invitation) throw new Problem('not-found');
  const line = writeDown(world, { place, by, role, act: 'withdraw-invitation', subject: id });
  const mails = await mailRemovals(world, id);
  await requireHeld(transact(world.storage, [...invitationRemoval(invitation), ...mails, line]));
};

/** The invitation of a link, with whoever sent it. */
export const requireInvitation = async (
  world: World,
  token: string,
): Promise<{ invitation: Invitation; inviter: StaffMember }> => {
  const invitation = await findInvitationByToken(world, hashOf(token));
  const staff = invitation ? await listStaff(world, invitation.place) : [];
  const inviter = staff.find(({ participant }) => participant === invitation?.invitedBy);
  if (!invitation || !inviter || !stands(world, invitation, staff)) throw new Problem('invitation-over');
  return { invitation, inviter };
};
