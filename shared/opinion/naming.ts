import { countOf, together, type Counts } from './counts.ts';
import type { Grouping } from './groups.ts';
import { labelsFor, type Profile } from './labels.ts';
import type { Matrix } from './matrix.ts';
import type { Snapshot } from './snapshot.ts';

/** Labels by group number, and how many labels were ever given. */
export type Named = { labels: string[]; given: number };

/** Names the groups of a new snapshot after those of the previous one. */
export function nameGroups(matrix: Matrix, counts: Counts, grouping: Grouping, previous: Snapshot | undefined): Named {
  const profiles = counts.weighed.slice(0, grouping.count).map(([open, known]): Profile => {
    const votes = matrix.items.map((item, column) => {
      const { agree, disagree, seen } = together([countOf(open!, column), countOf(known!, column)]);
      return [item.id, { mean: seen > 0 ? (agree - disagree) / seen : 0, seen }] as const;
    });
    return new Map(votes.filter(([, { seen }]) => seen > 0));
  });
  const before = new Map(previous?.groups.list.map(({ label }) => [label, profileIn(previous, label)]));
  return labelsFor(profiles, before, previous?.groups.labelsGiven ?? 0);
}

function profileIn(snapshot: Snapshot, label: string): Profile {
  return new Map(
    snapshot.items.flatMap(({ id, groups }) => {
      const { agree, disagree, seen } = groups[label]!;
      return seen > 0 ? [[id, { mean: (agree - disagree) / seen, seen }]] : [];
    }),
  );
}

/** The sign of each axis: as in the previous snapshot, else so that most items pull to the positive side. */
export function orientation(matrix: Matrix, grouping: Grouping, previous: Snapshot | undefined): [number, number] {
  const before = new Map(previous?.items.map((item) => [item.id, item.axes]));
  const sign = (nth: 0 | 1): number => {
    const axis = grouping.components.axes[nth];
    let [along, sum] = [0, 0];
    matrix.items.forEach(({ id }, column) => {
      along += axis[column]! * (before.get(id)?.[nth] ?? 0);
      sum += axis[column]!;
    });
    return (along === 0 ? sum : along) < 0 ? -1 : 1;
  };
  return [sign(0), sign(1)];
}
