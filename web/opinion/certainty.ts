import { lowerBound } from '#shared/opinion/tally.ts';
import type { Tally } from '#shared/opinion/schema.ts';

/** The share that agrees among those who took a side, and the range in which it lies with a chance of 8 in 10. */
export type Certainty = { share: number; low: number; high: number; words: 'sure' | 'fairly-sure' | 'not-sure' };

/** Width of the range, in points out of 100 divided by 100, up to which a page speaks of being (fairly) sure. */
const SURE = 0.12;
const FAIRLY_SURE = 0.25;

const wordsFor = (width: number): Certainty['words'] => {
  if (width <= SURE) return 'sure';
  return width <= FAIRLY_SURE ? 'fairly-sure' : 'not-sure';
};

/** Those who took a side. */
export const sidesIn = ({ agree, disagree }: Tally): number => agree + disagree;

export const certaintyOf = ({ agree, disagree }: Tally): Certainty => {
  const low = lowerBound({ agree, disagree });
  // The interval is symmetric in what is counted: the upper end for agreement is the lower end for disagreement.
  const high = 1 - lowerBound({ agree: disagree, disagree: agree });
  const share = agree + disagree === 0 ? 0 : agree / (agree + disagree);
  return { share, low, high, words: wordsFor(high - low) };
};
