import { BATCH_LIMIT } from '#shared/ballots/rules.ts';
import type { Vote } from '#shared/ballots/schema.ts';

/** The votes of this device in one consultation that no answer has acknowledged yet. */
export type Unsent = {
  /** The last number that this device used. */
  last: number;
  /** On the way, under a number of its own; sent again under the same one until there is an answer. */
  sending?: { number: number; votes: Vote[]; tries: number };
  waiting: Vote[];
  /** So many of those waiting go one by one, because together with others they were refused. */
  oneByOne: number;
};

export type Answer = 'stored' | 'already-stored' | 'refused' | 'none';

const without = (votes: readonly Vote[], those: readonly Vote[]): Vote[] =>
  votes.filter(({ item }) => !those.some((other) => other.item === item));

export const add = (unsent: Unsent, vote: Vote): Unsent => ({
  ...unsent,
  waiting: [...without(unsent.waiting, [vote]), vote],
});

/** What goes out next, if anything does. `number` is used when nothing is on the way already. */
export const take = (unsent: Unsent, number: number): Unsent => {
  const { sending, waiting, oneByOne } = unsent;
  if (sending) return { ...unsent, sending: { ...sending, tries: sending.tries + 1 } };
  const votes = waiting.slice(0, oneByOne > 0 ? 1 : BATCH_LIMIT);
  if (votes.length === 0) return unsent;
  return {
    last: number,
    sending: { number, votes, tries: 1 },
    waiting: waiting.slice(votes.length),
    oneByOne: Math.max(0, oneByOne - 1),
  };
};

/** After an answer to what was on the way. `held` are the items on which her ballot holds a vote now. */
export const settle = (unsent: Unsent, answer: Answer, held: ReadonlySet<number> = new Set()): Unsent => {
  const { sending, ...rest } = unsent;
  if (!sending || answer === 'none') return unsent;
  const again = without(sending.votes, rest.waiting);
  if (answer === 'already-stored') {
    // Overtaken by a later write of this device, so never taken: out again, under a new number. After a lost answer it
    // may as well have been taken; then only what her ballot lacks goes out again.
    const lacking =
      sending.tries === 1 ? again : again.filter(({ item, choice }) => choice !== 'withdrawn' && !held.has(item));
    return { ...rest, waiting: [...lacking, ...rest.waiting] };
  }
  if (answer === 'refused' && sending.votes.length > 1)
    return { ...rest, waiting: [...again, ...rest.waiting], oneByOne: again.length };
  return rest;
};

export const countOf = (unsent: Unsent): number => unsent.waiting.length + (unsent.sending?.votes.length ?? 0);

export const PREFIX = 'unsent votes ';
const NOTHING: Unsent = { last: 0, waiting: [], oneByOne: 0 };
const memory = new Map<string, Unsent>();

export const read = (con: string): Unsent => {
  try {
    const kept = localStorage.getItem(PREFIX + con);
    return kept ? (JSON.parse(kept) as Unsent) : (memory.get(con) ?? NOTHING);
  } catch {
    return memory.get(con) ?? NOTHING;
  }
};

/** Read anew each time: other tabs of this browser fill and empty the same queue. */
export const change = (con: string, how: (unsent: Unsent) => Unsent): Unsent => {
  const next = how(read(con));
  memory.set(con, next);
  try {
    localStorage.setItem(PREFIX + con, JSON.stringify(next));
  } catch {
    // The browser keeps nothing, as in some private windows: votes go out all the same, only not through a reload.
  }
  return next;
};
