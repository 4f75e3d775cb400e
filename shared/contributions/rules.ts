import { MINUTE, instant, milliseconds, type Instant } from '../time.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';

export const CONTRIBUTION_KINDS = ['suggestion', 'experience', 'question'] as const;
export const CONTRIBUTION_LENGTH = 500;
export const NAME_LENGTH = 40;
/** A contribution can be changed for this long, and is first dealt after it: nobody votes on words that move. */
export const EDIT_TIME = 15 * MINUTE;

/**
 * `waiting`: for its first reading by a moderator, where the consultation asks for one. `restricted`: behind a click, no
 * longer dealt or ranked. `withheld`: removed by moderation, or by an import whose source had hidden the words. Votes are
 * kept in every state and count again with `published`.
 */
export const STATES = ['waiting', 'published', 'restricted', 'withdrawn', 'withheld'] as const;
export type State = (typeof STATES)[number];

/** May everybody read the words? Those that are restricted only after a click. */
export const isReadable = (state: State): boolean => state === 'published' || state === 'restricted';
/** Are they dealt, counted and ranked? */
export const isRanked = (state: State): boolean => state === 'published';
/** May they be taken back or, at first, be changed by their author? */
const isOwnStill = (state: State): boolean => state === 'published' || state === 'waiting';

type Authored = { by: string; at: Instant; state: State };

export const editableUntil = (thing: { at: Instant }): Instant => instant(milliseconds(thing.at) + EDIT_TIME);

export type EditRefusal = 'not-the-author' | 'edit-time-over' | 'already-withdrawn';

export const mayEdit = (thing: Authored, pseudonym: string | undefined, now: Instant): Verdict<EditRefusal> => {
  if (thing.by !== pseudonym) return refused('not-the-author');
  if (!isOwnStill(thing.state)) return refused('already-withdrawn');
  return now <= editableUntil(thing) ? allowed : refused('edit-time-over');
};

/** An author may take her words back at any time, in every phase. */
export const mayWithdraw = (
  thing: Authored,
  pseudonym: string | undefined,
): Verdict<'not-the-author' | 'already-withdrawn'> => {
  if (thing.by !== pseudonym) return refused('not-the-author');
  return isOwnStill(thing.state) || thing.state === 'restricted' ? allowed : refused('already-withdrawn');
};

type Dealable = Authored & { language: string; broughtInto?: readonly string[] };

/** Can she read it in a language that she says she reads: the author's, or one that a person has translated it into? */
export const isReadableBy = ({ language, broughtInto = [] }: Dealable, reads: readonly string[]): boolean =>
  [language, ...broughtInto].some((one) => reads.includes(one));

/** May the deck deal this card to this reader now? Never her own, only in a language she says she reads. */
export const isDealable = (
  card: Dealable,
  reader: { pseudonym: string; reads: readonly string[] },
  now: Instant,
): boolean =>
  isRanked(card.state) && card.by !== reader.pseudonym && isReadableBy(card, reader.reads) && now > editableUntil(card);
