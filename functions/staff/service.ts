import { DEFAULT_LOCALE } from '#shared/locales.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { mayDo, ROLES, type OfficeAct, type Role } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { mayHold, otherCoordinators } from '#shared/staff/rules.ts';
import type { StaffMember, WorkMail } from '#shared/staff/schema.ts';
import { dayOf } from '#shared/time.ts';
import { writeDown } from '../ledger/service.ts';
import type { Actor } from '../participants/actor.ts';
import { forgetPerson, newPerson, sessionAlong } from '../participants/service.ts';
import { requireHeld, transact, type Step } from '../storage/table.ts';
import { newId, nowIn, type World } from '../world.ts';
import {
  departureSteps,
  findStaffMember,
  findWorkMail,
  listInvitations,
  listStaff,
  officeSteps,
  unchanged,
} from './store.ts';

type Appointment = Pick<StaffMember, 'place' | 'roles' | 'name'>;

/** Each role once, in the order of the law. */
export const inOrder = (roles: readonly Role[]): Role[] => ROLES.filter((role) => roles.includes(role));

/**
 * Whoever appoints has to hold the office at this very moment: what a process remembers of her may be seconds old, and an
 * appointment lasts.
 */
export const appointerIn = (staff: readonly StaffMember[], by: ParticipantId): StaffMember => {
  const appointer = staff.find(({ participant }) => participant === by);
  if (!appointer || !mayDo('appoint-staff', appointer.roles).allowed) throw new Problem('role-missing');
  return appointer;
};

/** Somebody's first office in a place, as steps of the act that gives it. */
export const appointmentSteps = (world: World, participant: ParticipantId, given: Appointment): Step[] =>
  officeSteps({ ...given, participant, since: dayOf(nowIn(world)), version: 1 });

/** Somebody new in office: the operator's act, and the place's ledger holds it. */
const newcomer = (world: World, given: Appointment): { participant: ParticipantId; steps: Step[] } => {
  const participant = newId(world, 'participant');
  const step = newPerson({ participant, door: 'proved', reads: [DEFAULT_LOCALE] });
  const why = given.roles.join(', ');
  const line = writeDown(world, { place: given.place, role: 'job', act: 'appoint-staff', subject: participant, why });
  return { participant, steps: [step, ...appointmentSteps(world, participant, given), line] };
};

export const appointStaff = async (
  world: World,
  place: PlaceId,
  roles: Role[],
  name: string,
): Promise<ParticipantId> => {
  const { participant, steps } = newcomer(world, { place, roles, name });
  await requireHeld(transact(world.storage, steps));
  return participant;
};

/** The same with a session, as steps of another act: all are there once that is done, or none. */
export const appointmentWithSession = (world: World, given: Appointment): { token: string; steps: Step[] } => {
  const { participant, steps } = newcomer(world, given);
  const session = sessionAlong(world, participant, 'link');
  return { token: session.token, steps: [...steps, ...session.steps] };
};

/**
 * What a change needs to hold, so that a place keeps a coordinator: somebody else who is one stays one. Two who remove
 * each other at once have each the other for a witness, so one of them finds that she is none any more.
 */
export const witnessTo = (
  staff: readonly StaffMember[],
  participant: ParticipantId,
  roles: readonly Role[],
): Step[] => {
  const verdict = mayHold(staff, participant, roles);
  if (!verdict.allowed) throw new Problem(verdict.reason);
  const isCoordinator = staff.some((one) => one.participant === participant && one.roles.includes('coordinator'));
  const [witness] = otherCoordinators(staff, participant);
  return witness && isCoordinator && !roles.includes('coordinator') ? [unchanged(witness)] : [];
};

/** Before she leaves for good: out of every office she holds or held, with a line where she held one. */
export const leaveOffices = async (world: World, participant: ParticipantId, places: PlaceId[]): Promise<void> => {
  for (const place of places) {
    const staff = await listStaff(world, place);
    const member = staff.find((one) => one.participant === participant);
    if (!member) continue;
    const witness = witnessTo(staff, participant, []);
    const [role] = member.roles;
    const line = role && writeDown(world, { place, by: participant, role, act: 'leave-office', subject: participant });
    await requireHeld(transact(world.storage, [...departureSteps(member), ...witness, ...(line ? [line] : [])]));
  }
};

/** The end of an office that the operator gave for one task. */
export const endAppointment = async (world: World, place: PlaceId, participant: ParticipantId): Promise<void> => {
  const member = await findStaffMember(world, place, participant);
  if (!member) throw new Problem('not-found');
  const line = writeDown(world, { place, role: 'job', act: 'change-staff', subject: participant });
  const ended = officeSteps({ ...member, roles: [], version: member.version + 1 });
  await requireHeld(transact(world.storage, [...ended, line]));
  await forgetPerson(world, participant);
};

/** Who is in office in a place now. */
export const staffOf = async (world: World, place: PlaceId): Promise<StaffMember[]> =>
  (await listStaff(world, place)).filter(({ roles }) => roles.length > 0);

/** A place's line about somebody, as far as she may read it herself. */
export const staffMemberOf = async (world: World, place: PlaceId, participant: ParticipantId) => {
  const member = await findStaffMember(world, place, participant);
  return member && { place, name: member.name, roles: member.roles, since: member.since };
};

/** What she is called at work; by the place she came to first, where she works in several. */
export const staffNameOf = async (world: World, { participant, roles }: Actor): Promise<string> => {
  const [place] = roles.keys();
  return (place && (await findStaffMember(world, place, participant))?.name) ?? '';
};

/** The names of all who are or were in office in a place, and of those who are asked, by their ids. */
export const namesIn = async (world: World, place: PlaceId): Promise<Record<string, string>> => {
  const [staff, asked] = await Promise.all([listStaff(world, place), listInvitations(world, place)]);
  return Object.fromEntries([
    ...staff.map(({ participant, name }) => [participant, name] as const),
    ...asked.map(({ id, name }) => [id, name] as const),
  ]);
};

export type StaffToMail = WorkMail & { participant: ParticipantId };

/** Whom to write to about a kind of work: those who may do the act here and left an address, unless they want no mails. */
export const staffToMail = async (world: World, place: PlaceId, act: OfficeAct): Promise<StaffToMail[]> => {
  const may = (await staffOf(world, place)).filter(({ roles }) => mayDo(act, roles).allowed);
  const found = await Promise.all(
    may.map(async ({ participant }) => {
      const mail = await findWorkMail(world, participant);
      return mail && mail.rhythm !== 'never' ? [{ participant, ...mail }] : [];
    }),
  );
  return found.flat();
};
