import { countOf, together, type Counts } from './counts.ts';
import { definingItems } from './defining.ts';
import type { Grouping } from './groups.ts';
import type { Matrix } from './matrix.ts';
import type { Named } from './naming.ts';
import type { Structure } from './null-model.ts';
import { representativeness } from './representativeness.ts';
import type { GroupFigure, GroupsFigure } from './snapshot.ts';

/** The groups as they are published, by label. `signs` turns the axes as on the map. */
export function groupFigures(
  matrix: Matrix,
  counts: Counts,
  { count, group, rows, points }: Grouping,
  { labels }: Named,
  signs: readonly [number, number],
): GroupFigure[] {
  const sums = Array.from({ length: count }, () => ({ people: 0, x: 0, y: 0 }));
  rows.forEach((row, i) => {
    const sum = sums[group[row]!];
    if (sum === undefined) return;
    sum.people++;
    sum.x += points[2 * i]!;
    sum.y += points[2 * i + 1]!;
  });
  const figures = sums.map(({ people, x, y }, nth): GroupFigure => ({
    label: labels[nth]!,
    ballots: people,
    share: people / rows.length,
    centre: [(signs[0] * x) / people, (signs[1] * y) / people],
    defining: definingFigures(matrix, counts, nth, count),
  }));
  return figures.sort((a, b) => a.label.length - b.label.length || (a.label < b.label ? -1 : 1));
}

function definingFigures(matrix: Matrix, counts: Counts, nth: number, count: number): GroupFigure['defining'] {
  const votesOf = (group: number, column: number) =>
    together(counts.weighed[group]!.map((door) => countOf(door, column)));
  const found = matrix.items.map((_, column) => {
    const own = votesOf(nth, column);
    if (own.agree + own.disagree === 0) return undefined;
    const others = Array.from({ length: count }, (_unused, group) => group).filter((group) => group !== nth);
    return representativeness(own, together(others.map((group) => votesOf(group, column))));
  });
  return definingItems(found).map(({ item, ...numbers }) => ({ id: matrix.items[item]!.id, ...numbers }));
}

/** The groups with how they were found. */
export function groupsFigure(grouping: Grouping, labelsGiven: number, list: GroupFigure[]): GroupsFigure {
  const { structure } = grouping;
  return {
    count: grouping.count,
    reason: grouping.reason,
    silhouettes: grouping.silhouettes,
    structure: structure === undefined ? null : withoutVerdict(structure),
    labelsGiven,
    list,
  };
}

function withoutVerdict({ strength, shuffledStrength, silhouette, shuffledSilhouette }: Structure) {
  return { strength, shuffledStrength, silhouette, shuffledSilhouette };
}
