import { doorIn } from '#shared/batches/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Join, Me, ParticipantId, SessionId, Settings } from '#shared/participants/schema.ts';
import { mayNow } from '#shared/consultations/phases.ts';
import type { PasskeyId } from '#shared/passkeys/schema.ts';
import { isWarned, suspendedUntil } from '#shared/moderation/standing.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { dayOf, type Instant } from '#shared/time.ts';
import { openBallot } from '../ballots/opening.ts';
import { readableConsultation } from '../consultations/service.ts';
import { askForWorkAfter } from '../limits/proof.ts';
import { placeNow, placeOf } from '../places/service.ts';
import type { Step } from '../storage/table.ts';
import { newId, nowIn, type World } from '../world.ts';
import type { Actor, MaybeActor } from './actor.ts';
import { forgetActor, newSession } from './sessions.ts';
import {
  personStays,
  personStep,
  readPerson,
  removeSession,
  saveConsent,
  savePerson,
  savePersonWithSession,
  saveSession,
  sessionRemoval,
  sessionSteps,
  type Way,
} from './store.ts';

export const meOf = (actor: MaybeActor, now: Instant): Me => ({
  signedIn: actor !== undefined,
  reads: actor?.reads ?? [],
  hasCard: actor?.hasCard ?? false,
  office: actor?.office ?? 'none',
  consents: [...(actor?.consents ?? [])].map(([consultation, { version, on }]) => ({ consultation, version, on })),
  roles: [...(actor?.roles ?? [])].map(([place, roles]) => ({ place, roles: [...roles] })),
  suspensions: [...(actor?.standings ?? [])].flatMap(([place, standing]) => {
    const until = suspendedUntil(standing, now);
    return until ? [{ place, until }] : [];
  }),
  warnings: [...(actor?.standings ?? [])].flatMap(([place, standing]) => (isWarned(standing, now) ? [place] : [])),
});

/** Is this the text that the place asks people to agree to? Another process may know of a newer one than this. */
const isAsked = async (world: World, place: PlaceId, version: number): Promise<boolean> =>
  (await placeOf(world, place)).consent.version === version ||
  (await placeNow(world, place)).consent.version === version;

/**
 * The plain screen before the first vote, answered: consent for this consultation, and a session for whoever has none.
 * `token` is set when a session began.
 */
export const join = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  given: Join,
  address: string,
): Promise<{ token?: string }> => {
  const consultation = await readableConsultation(world, actor, id);
  const verdict = mayNow(consultation, 'reply', nowIn(world));
  if (!verdict.allowed) throw new Problem(verdict.reason);
  if (!(await isAsked(world, consultation.place, given.consentVersion))) throw new Problem('consent-outdated');
  const consent = { consultation: id, version: given.consentVersion, on: dayOf(nowIn(world)), locale: given.locale };
  if (actor) {
    const came = doorIn(actor, consultation);
    if (!consultation.doors.some((door) => door === came.door)) throw new Problem('door-not-open');
    if (!(await saveConsent(world, actor.participant, consent))) throw new Problem('not-signed-in');
    await saveSettings(world, actor, given);
    forgetActor(world, actor.tokenHash);
    const { participant, assisted } = actor;
    await openBallot(world, consultation, { participant, assisted, ...came }, given.locale);
    return {};
  }
  if (!consultation.doors.includes('open')) throw new Problem('door-not-open');
  await askForWorkAfter(world, 'join', address, given.proof);
  const participant = newId(world, 'participant');
  const { token, session } = newSession(world, participant, 'vote');
  const person = { participant, door: 'open' as const, reads: given.reads };
  await savePersonWithSession(world, person, session, consent);
  await openBallot(world, consultation, { participant, door: 'open' }, given.locale);
  return { token };
};

export const saveSettings = async (world: World, actor: Actor, { reads }: Settings): Promise<void> => {
  const everything = await readPerson(world, actor.participant);
  if (!everything) throw new Problem('not-signed-in');
  await savePerson(world, { ...everything.person, reads });
  forgetActor(world, actor.tokenHash);
};

export const signOut = async (world: World, actor: Actor): Promise<void> => revokeSession(world, actor, actor.session);

export const revokeSession = async (world: World, actor: Actor, which: SessionId): Promise<void> => {
  const everything = await readPerson(world, actor.participant);
  const session = everything?.sessions.find(({ session: id }) => id === which);
  if (!session) throw new Problem('not-found');
  await removeSession(world, session);
  forgetActor(world, session.tokenHash);
};

export { personStays, personStep as newPerson };

/** Another process learns of a change within seconds; this one knows it at once. */
export const forgetPerson = async (world: World, participant: ParticipantId): Promise<void> => {
  const everything = await readPerson(world, participant);
  for (const { tokenHash } of everything?.sessions ?? []) forgetActor(world, tokenHash);
};

/** A session as steps of another act, which makes sure that the person is there: both are there once that is done, or neither. */
export const sessionAlong = (
  world: World,
  participant: ParticipantId,
  way: Way,
  passkey?: PasskeyId,
): { token: string; steps: Step[] } => {
  const { token, session } = newSession(world, participant, way, passkey && { passkey });
  return { token, steps: sessionSteps(session) };
};

/** Her other sessions that this passkey opened, and how they end. */
export const sessionsOpenedBy = async (world: World, actor: Actor, passkey: PasskeyId) => {
  const everything = await readPerson(world, actor.participant);
  const opened = (everything?.sessions ?? []).filter((one) => one.passkey === passkey && one.session !== actor.session);
  return { removals: opened.flatMap(sessionRemoval), hashes: opened.map(({ tokenHash }) => tokenHash) };
};

/** A session for somebody for whom the code that calls this vouches: the demo's door, an import. */
export const openSession = async (world: World, participant: ParticipantId): Promise<string> => {
  const { token, session } = newSession(world, participant, 'vouched-for');
  if (!(await saveSession(world, session))) throw new Problem('not-found');
  return token;
};
