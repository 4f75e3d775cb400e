import { createHmac } from 'node:crypto';
import type { CameBack, ParticipantId, ReturnByCard } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { DAY, SECOND, milliseconds } from '#shared/time.ts';
import { saveHandedCards, useSteps } from '../batches/handed-cards.ts';
import { usableBatch } from '../batches/usable.ts';
import { askForWorkAfter } from '../limits/proof.ts';
import { placeOf } from '../places/service.ts';
import { newId, type World } from '../world.ts';
import { randomDigits } from './digits.ts';
import type { Actor, MaybeActor } from './actor.ts';
import { leave } from './leaving.ts';
import { forgetActor, newSession, readAgain } from './sessions.ts';
import { findCard, readPerson, replaceCard, savePersonWithCard, saveSession } from './store.ts';

/** HMAC under a pepper that is neither in the tables nor in their backups: a stolen table opens no card. */
const macOf = (world: World, digits: string): string =>
  createHmac('sha256', world.secretFor('cards')).update(digits).digest('base64url');

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

/** What says that a card was revoked, too old or used stays so long after its last day; then nobody knows it any more. */
const TOLD_FOR = 180 * DAY;
const goneBy = (lastDay: string): number => Math.floor((milliseconds(`${lastDay}T00:00:00.000Z`) + TOLD_FOR) / SECOND);

/** The cards of a batch. Their digits are here once, on their way to the printer, and stored nowhere. */
export const makeHandedCards = async (
  world: World,
  { place, number, size, lastDay }: { place: PlaceId; number: number; size: number; lastDay: string },
): Promise<string[]> => {
  const digits = Array.from({ length: size }, () => randomDigits(world));
  const expires = goneBy(lastDay);
  await saveHandedCards(
    world,
    digits.map((one) => ({ mac: macOf(world, one), place, batch: number, expires })),
  );
  return digits;
};

type Returned = {
  token: string;
  fresh?: Pick<NonNullable<CameBack['fresh']>, 'place' | 'consultation'> & { digits: string };
};

/** A card from a batch, used for the first time: she gets a number that nobody who handed it to her has ever seen. */
const beginByHandedCard = async (
  world: World,
  { place: at, batch: of }: { place: PlaceId; batch: number },
  { digits, locale, assisted }: ReturnByCard,
): Promise<Returned> => {
  const batch = await usableBatch(world, at, of);
  const participant = newId(world, 'participant');
  const { token, session } = newSession(world, participant, 'card', { assisted });
  const { place, number, consultations } = batch;
  const person = {
    participant,
    door: 'handed' as const,
    reads: [locale],
    batch: { place, number, consultations },
  };
  const fresh = randomDigits(world);
  const used = useSteps({ mac: macOf(world, digits), place: at, batch: of, expires: goneBy(batch.lastDay) });
  if (!(await savePersonWithCard(world, person, session, macOf(world, fresh), used))) throw new Problem('card-used');
  const { slug } = await placeOf(world, place);
  const [only, ...others] = consultations;
  return { token, fresh: { digits: fresh, place: slug, ...(only && others.length === 0 && { consultation: only }) } };
};

const comeBack = async (world: World, participant: ParticipantId, { assisted }: ReturnByCard): Promise<Returned> => {
  const { token, session } = newSession(world, participant, 'card', { assisted });
  if (!(await saveSession(world, session))) throw new Problem('card-not-known');
  return { token };
};

/**
 * Comes back by card, or in by a handed one. What was done on this device before without a card goes, since nobody could
 * reach it again and nobody shall count twice.
 */
export const returnByCard = async (
  world: World,
  actor: MaybeActor,
  given: ReturnByCard,
  address: string,
): Promise<Returned> => {
  await askForWorkAfter(world, 'card', address, given.proof);
  const card = await findCard(world, macOf(world, given.digits));
  if (!card) throw new Problem('card-not-known');
  if ('state' in card && card.state === 'used') throw new Problem('card-used');
  const returned =
    'state' in card ? await beginByHandedCard(world, card, given) : await comeBack(world, card.participant, given);
  const isAnother = actor && !('participant' in card && card.participant === actor.participant);
  const before = isAnother ? await readAgain(world, actor) : undefined;
  if (before && !before.hasCard && before.office === 'none') await leave(world, before);
  return returned;
};
