import type { StaffResultsView } from '#shared/consultations/views.ts';
import { namesIn, type Named } from './sections.ts';

/** Two texts that a person might want to merge. */
export type Pair = { one: Named; other: Named; likeness: number };

const MOST_PAIRS = 20;

/** The most alike ones. */
export const pairsOf = ({ candidates, rows }: StaffResultsView): Pair[] => {
  const names = namesIn(rows);
  return candidates
    .toSorted((x, y) => y.likeness - x.likeness)
    .slice(0, MOST_PAIRS)
    .flatMap(({ a, b, likeness }) => {
      const [one, other] = names([a, b]);
      return one && other ? [{ one, other, likeness }] : [];
    });
};
