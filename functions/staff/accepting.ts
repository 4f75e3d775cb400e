import { Problem } from '#shared/problems.ts';
import type { AddPasskey } from '#shared/passkeys/schema.ts';
import type { AcceptInvitation, Invitation, StaffMember } from '#shared/staff/schema.ts';
import type { InvitationView } from '#shared/staff/views.ts';
import { SECOND, dayOf, instant } from '#shared/time.ts';
import { writeDown } from '../ledger/service.ts';
import { mailRemovals } from '../mail/outbox.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { forgetPerson, newPerson, personStays, sessionAlong } from '../participants/service.ts';
import { firstPasskeyOptions, newPasskey, requireKeyholder } from '../passkeys/service.ts';
import { briefOf, placeOf } from '../places/service.ts';
import { transact, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { requireInvitation } from './invitations.ts';
import { inOrder } from './service.ts';
import { findStaffMember, findWorkMail, invitationRemoval, officeSteps, unchanged, workMailStep } from './store.ts';

const purposeOf = ({ id }: Invitation): string => `accept ${id}`;

export const viewInvitation = async (world: World, token: string): Promise<InvitationView> => {
  const { invitation, inviter } = await requireInvitation(world, token);
  const { name, roles, place, expires } = invitation;
  const until = instant(expires * SECOND);
  return { name, roles, by: inviter.name, until, place: briefOf(await placeOf(world, place)) };
};

export const invitationOptions = async (world: World, token: string) => {
  const { invitation } = await requireInvitation(world, token);
  return firstPasskeyOptions(world, invitation.participant, invitation.name, purposeOf(invitation));
};

/** What an invitation turns into, whoever accepts it: the inviter's act of office, and the end of the link. */
const stepsOf = async (world: World, invitation: Invitation, inviter: StaffMember, member: StaffMember) => {
  const [mail, own] = await Promise.all([findWorkMail(world, invitation.id), findWorkMail(world, member.participant)]);
  return [
    ...invitationRemoval(invitation),
    ...(await mailRemovals(world, invitation.id)),
    ...(inviter.participant === member.participant ? [] : [unchanged(inviter)]),
    ...officeSteps(member),
    ...(mail && !own ? [workMailStep(member.participant, mail)] : []),
    writeDown(world, {
      place: invitation.place,
      by: inviter.participant,
      role: 'coordinator',
      act: 'appoint-staff',
      subject: member.participant,
      why: member.roles.join(', '),
    }),
  ];
};

const together = async (world: World, steps: readonly Step[]): Promise<void> => {
  if (!(await transact(world.storage, steps))) throw new Problem('invitation-over');
};

const acceptAnew = async (
  world: World,
  { invitation, inviter }: Awaited<ReturnType<typeof requireInvitation>>,
  given: AddPasskey,
): Promise<{ session: string }> => {
  const { participant, place, name, roles, locale } = invitation;
  const { id, steps } = await newPasskey(world, participant, purposeOf(invitation), given);
  const session = sessionAlong(world, participant, 'passkey', id);
  const member = { participant, place, name, roles, since: dayOf(nowIn(world)), version: 1 };
  await together(world, [
    newPerson({ participant, door: 'proved', reads: [locale] }),
    ...steps,
    ...session.steps,
    ...(await stepsOf(world, invitation, inviter, member)),
  ]);
  return { session: session.token };
};

/** Into office: as somebody new with a first passkey, or with the account that she has in office elsewhere. */
export const acceptInvitation = async (
  world: World,
  actor: MaybeActor,
  token: string,
  { passkey }: AcceptInvitation,
): Promise<{ session?: string }> => {
  const found = await requireInvitation(world, token);
  if (passkey) return acceptAnew(world, found, passkey);
  const { participant } = requireKeyholder(actor);
  const { place, name, roles } = found.invitation;
  const before = await findStaffMember(world, place, participant);
  const member = before
    ? { ...before, roles: inOrder([...before.roles, ...roles]), version: before.version + 1 }
    : { participant, place, name, roles, since: dayOf(nowIn(world)), version: 1 };
  await together(world, [...(await stepsOf(world, found.invitation, found.inviter, member)), personStays(participant)]);
  await forgetPerson(world, participant);
  return {};
};
