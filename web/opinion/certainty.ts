/** A share, or a difference of shares, with the range in which it lies with a chance of 9 in 10. All 0 to 1. */
export type Range = { low: number; share: number; high: number };

/** Width of the range, in points out of 100 divided by 100, up to which a page speaks of being (fairly) sure. */
const SURE = 0.12;
const FAIRLY_SURE = 0.25;

export const surenessOf = ({ low, high }: Range): 'sure' | 'fairly-sure' | 'not-sure' => {
  const width = high - low;
  if (width <= SURE) return 'sure';
  return width <= FAIRLY_SURE ? 'fairly-sure' : 'not-sure';
};

/** Whole points out of 100, as every page writes shares. */
export const pointsOf = (share: number): number => Math.round(share * 100);
