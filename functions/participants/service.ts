import { createHmac } from 'node:crypto';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Join, Me, ParticipantId, SessionId, Settings } from '#shared/participants/schema.ts';
import { mayNow } from '#shared/consultations/phases.ts';
import { Problem } from '#shared/problems.ts';
import { dayOf } from '#shared/time.ts';
import { readableConsultation } from '../consultations/service.ts';
import { countOne } from '../limits/service.ts';
import type { LimitName } from '../limits/limits.ts';
import { requireProof } from '../limits/proof.ts';
import { placeOf } from '../places/service.ts';
import type { Step } from '../storage/table.ts';
import { newId, nowIn, type World } from '../world.ts';
import type { Actor, MaybeActor } from './actor.ts';
import { leave } from './leaving.ts';
import { forgetActor, newSession, readAgain } from './sessions.ts';
import {
  findCard,
  personStep,
  readPerson,
  removeSession,
  replaceCard,
  saveConsent,
  savePerson,
  savePersonWithSession,
  saveSession,
  sessionSteps,
  type Person,
  type Way,
} from './store.ts';

export const meOf = (actor: MaybeActor): Me => ({
  signedIn: actor !== undefined,
  reads: actor?.reads ?? [],
  hasCard: actor?.hasCard ?? false,
  office: actor?.office ?? 'none',
  consents: [...(actor?.consents ?? [])].map(([consultation, { version, on }]) => ({ consultation, version, on })),
  roles: [...(actor?.roles ?? [])].map(([place, roles]) => ({ place, roles: [...roles] })),
});

/** Many joins from one address may be a school or a shelter: from then on we ask for work, and never refuse. */
const askForWorkAfter = async (world: World, limit: LimitName, address: string, proof?: string): Promise<void> => {
  if ((await countOne(world, limit, address)) > 0) await requireProof(world, proof);
};

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
  const place = await placeOf(world, consultation.place);
  if (given.consentVersion !== place.consent.version) throw new Problem('consent-outdated');
  const consent = { consultation: id, version: given.consentVersion, on: dayOf(nowIn(world)), locale: given.locale };
  if (actor) {
    if (!consultation.doors.some((door) => door === actor.door)) throw new Problem('door-not-open');
    if (!(await saveConsent(world, actor.participant, consent))) throw new Problem('not-signed-in');
    forgetActor(world, actor.tokenHash);
    return {};
  }
  if (!consultation.doors.includes('open')) throw new Problem('door-not-open');
  await askForWorkAfter(world, 'join', address, given.proof);
  const participant = newId(world, 'participant');
  const { token, session } = newSession(world, participant, 'vote');
  const person = { participant, door: 'open' as const, reads: given.reads };
  await savePersonWithSession(world, person, session, consent);
  return { token };
};

export const saveSettings = async (world: World, actor: Actor, { reads }: Settings): Promise<void> => {
  const everything = await readPerson(world, actor.participant);
  if (!everything) throw new Problem('not-signed-in');
  await savePerson(world, { ...everything.person, reads });
  forgetActor(world, actor.tokenHash);
};

const CARD_DIGITS = 16;

/** HMAC under a pepper that is neither in the tables nor in their backups: a stolen table opens no card. */
const macOf = (world: World, digits: string): string =>
  createHmac('sha256', world.secretFor('cards')).update(digits).digest('base64url');

/** Sixteen random digits. Bytes of 250 and more are thrown away, so that every digit is equally likely. */
const randomDigits = (world: World): string => {
  let digits = '';
  while (digits.length < CARD_DIGITS) {
    for (const byte of world.randomBytes(CARD_DIGITS)) if (byte < 250) digits += byte % 10;
  }
  return digits.slice(0, CARD_DIGITS);
};

/** Makes her a card, shown this once. An earlier card stops working. */
export const makeCard = async (world: World, actor: Actor): Promise<string> => {
  const everything = await readPerson(world, actor.participant);
  if (!everything) throw new Problem('not-signed-in');
  const digits = randomDigits(world);
  if (!(await replaceCard(world, actor.participant, macOf(world, digits), everything.card?.mac))) {
    throw new Problem('changed-meanwhile');
  }
  forgetActor(world, actor.tokenHash);
  return digits;
};

/**
 * Comes back by card. What was done on this device before without a card goes, since nobody could reach it again and
 * nobody shall count twice.
 */
export const returnByCard = async (
  world: World,
  actor: MaybeActor,
  given: { digits: string; proof?: string | undefined },
  address: string,
): Promise<{ token: string }> => {
  await askForWorkAfter(world, 'card', address, given.proof);
  const participant = await findCard(world, macOf(world, given.digits));
  if (!participant) throw new Problem('card-not-known');
  const { token, session } = newSession(world, participant, 'card');
  if (!(await saveSession(world, session))) throw new Problem('card-not-known');
  const before = actor && actor.participant !== participant ? await readAgain(world, actor) : undefined;
  if (before && !before.hasCard && before.office === 'none') await leave(world, before);
  return { token };
};

export const signOut = async (world: World, actor: Actor): Promise<void> => revokeSession(world, actor, actor.session);

export const revokeSession = async (world: World, actor: Actor, which: SessionId): Promise<void> => {
  const everything = await readPerson(world, actor.participant);
  const session = everything?.sessions.find(({ session: id }) => id === which);
  if (!session) throw new Problem('not-found');
  await removeSession(world, session);
  forgetActor(world, session.tokenHash);
};

/** Somebody new, as a step of another act. */
export const newPerson = (world: World, { door, reads }: Pick<Person, 'door' | 'reads'>) => {
  const participant = newId(world, 'participant');
  return { participant, step: personStep({ participant, door, reads }) };
};

/** A session as steps of another act, which makes sure that the person is there: both are there once that is done, or neither. */
export const sessionAlong = (world: World, participant: ParticipantId, way: Way): { token: string; steps: Step[] } => {
  const { token, session } = newSession(world, participant, way);
  return { token, steps: sessionSteps(session) };
};

/** A session for somebody for whom the code that calls this vouches: the demo's door, an import. */
export const openSession = async (world: World, participant: ParticipantId): Promise<string> => {
  const { token, session } = newSession(world, participant, 'vouched-for');
  if (!(await saveSession(world, session))) throw new Problem('not-found');
  return token;
};
