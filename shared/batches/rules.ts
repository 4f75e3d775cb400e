import type { Door } from '../consultations/rules.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';

/** A batch never names so few people that a figure about it would speak of one of them; and one print is one sitting. */
export const SMALLEST_BATCH = 10;
export const LARGEST_BATCH = 500;
export const PURPOSE_LENGTH = 200;
/** More would not fit on a card beside its number. */
export const MOST_LANGUAGES = 3;

/**
 * `planned`: it is there, and its cards are not. `made`: its cards were shown for printing, once. `revoked`: a card that
 * nobody has used yet opens nothing any more; whoever has used hers goes on.
 */
export const BATCH_STATES = ['planned', 'made', 'revoked'] as const;
type BatchState = (typeof BATCH_STATES)[number];

/** The days are the place's own: `2026-03-02`. */
type Batch = { state: BatchState; lastDay: string };

/** Does a card of this batch that nobody has used open the door today? */
export const mayBeUsed = (
  { state, lastDay }: Batch,
  today: string,
): Verdict<'card-revoked' | 'card-expired' | 'card-not-known'> => {
  if (state === 'revoked') return refused('card-revoked');
  if (state === 'planned') return refused('card-not-known');
  return today > lastDay ? refused('card-expired') : allowed;
};

/** Which batch a person's card was from, as far as it says where her door is a handed one. */
export type HandedBy = { place: string; number: number; consultations: readonly string[] };
type Came = { door: Door; batch?: HandedBy | undefined };

const isWithin = ({ place, consultations }: HandedBy, asked: { place: string; id: string }): boolean =>
  place === asked.place && (consultations.length === 0 || consultations.includes(asked.id));

/**
 * The door somebody comes in by, in one consultation. A handed card is worth what the place that handed it can vouch for:
 * anywhere else she comes by the open door, as everybody may.
 */
export const doorIn = (
  { door, batch }: Came,
  consultation: { place: string; id: string },
): { door: Door; batch?: number } => {
  if (door !== 'handed') return { door };
  return batch && isWithin(batch, consultation) ? { door, batch: batch.number } : { door: 'open' };
};

/** How many people used a card, told in fives: nobody sees by it when a certain person came, or that she did not. */
const STEP = 5;
export type InFives = { from: number; to: number };
export const inFives = (count: number): InFives => {
  const from = Math.floor(count / STEP) * STEP;
  return { from, to: from + STEP - 1 };
};

/** What a recorded decision says about a batch in one consultation's count. Without one it is counted as all are. */
export const COUNTINGS = ['counted', 'apart', 'excluded'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** So many ballots a batch must have in the last count before it is taken out of the next or put back, if it has any. */
export const FEWEST_SET_APART = 5;

/**
 * May a batch be counted otherwise from now on? Taking one or two ballots out would tell, by the difference of two
 * results, what those people voted.
 * @param ballots those of the batch in the last count; none when there was none
 */
export const mayRecount = (ballots: number): Verdict<'batch-too-small'> =>
  ballots > 0 && ballots < FEWEST_SET_APART ? refused('batch-too-small') : allowed;
