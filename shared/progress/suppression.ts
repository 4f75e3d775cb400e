/** A number of people below this is told to nobody. */
export const FEWEST_SHOWN = 5;

export type Cell = { key: string; count: number };
/** `null`: hidden, because it is small, or because a small one could be worked out from it. */
type ShownCell = { key: string; count: number | null };
/** `total` is `null` when it is small itself; `cells` are `null` when there are too few people for such a table. */
export type ShownTable = { total: number | null; cells: ShownCell[] | null };

export const isSmall = (count: number): boolean => count > 0 && count < FEWEST_SHOWN;

/**
 * A table of people as it may be shown: no small number, and none that could be computed from the total and the others.
 * After the primary and complementary suppression of statistical offices (Eurostat, Handbook on Statistical Disclosure
 * Control, ch. 4), for one total:
 * - fewer than five people for each cell, and there is no table at all; so somewhere in it there are five or more;
 * - where a small number is hidden, so is the largest, with all as large: nobody can tell one from the other;
 * - nobody is in a zero, so it may stand.
 * A test tries every small table to see that whoever knows this rule still cannot compute a hidden number.
 * @param cells what there could be, zeros among them: a list of what there is would tell that somebody is there
 */
export const shownTable = (cells: readonly Cell[]): ShownTable => {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  if (isSmall(total)) return { total: null, cells: null };
  if (total < FEWEST_SHOWN * cells.length) return { total, cells: null };
  const largest = Math.max(...cells.map(({ count }) => count));
  const isAnySmall = cells.some(({ count }) => isSmall(count));
  const isHidden = (count: number): boolean => isAnySmall && (isSmall(count) || count === largest);
  return { total, cells: cells.map(({ key, count }) => ({ key, count: isHidden(count) ? null : count })) };
};

/** One number of people out of others: hidden when it, or the rest, is small. */
export const shownShare = (count: number, of: number): number | null =>
  isSmall(count) || isSmall(of - count) || isSmall(of) ? null : count;
