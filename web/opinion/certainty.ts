import type { ResultRow } from '#shared/consultations/views.ts';

/** The share that agrees among those who met it, and the range in which it lies with a chance of 9 in 10. */
export type Certainty = { share: number; low: number; high: number; words: 'sure' | 'fairly-sure' | 'not-sure' };

/** Width of the range, in points out of 100 divided by 100, up to which a page speaks of being (fairly) sure. */
const SURE = 0.12;
const FAIRLY_SURE = 0.25;

const wordsFor = (width: number): Certainty['words'] => {
  if (width <= SURE) return 'sure';
  return width <= FAIRLY_SURE ? 'fairly-sure' : 'not-sure';
};

export const certaintyOf = ({ agree: { share, low, high } }: Pick<ResultRow, 'agree'>): Certainty => ({
  share,
  low,
  high,
  words: wordsFor(high - low),
});
