import { beliefs } from './agreement.ts';
import { balance } from './balance.ts';
import { countOf, countVotes, together, type Counts } from './counts.ts';
import { definingItems } from './defining.ts';
import { figures, standings } from './figures.ts';
import { groupsOf, type Grouping } from './groups.ts';
import { labelsFor, type Profile } from './labels.ts';
import { changedByOpenDoor, listsOf } from './lists.ts';
import { mapOf } from './map.ts';
import { matrixOf, type Matrix } from './matrix.ts';
import { openDoor, type Item, type PackedBallots } from './packed.ts';
import type { Parameters } from './parameters.ts';
import { representativeness } from './representativeness.ts';
import { rounded, type GroupFigure, type GroupsFigure, type ItemFigure, type Snapshot } from './snapshot.ts';
import { weightsOf, type Weights } from './weights.ts';

/** A recount: what is published, and what only the server may know, by input row. */
export type Recount = {
  snapshot: Snapshot;
  /** What each ballot weighs, 0 to 1. */
  weight: Float64Array;
  /** The label of each ballot's group; null for those in none. */
  group: (string | null)[];
};

/**
 * Recounts a consultation from its ballots. Pure: the same ballots in any order, with the items in any order, give the
 * same snapshot to the byte; what it keeps from before is in `previous` and nowhere else.
 * @param items the list that `ballots.item` counts into
 * @param previous the snapshot published before, whose labels and number of groups are kept where they still fit
 * @throws RangeError when the ballots, items and locales do not fit together
 */
export function recount(
  ballots: PackedBallots,
  items: readonly Item[],
  previous: Snapshot | undefined,
  parameters: Parameters,
): Recount {
  const matrix = matrixOf(ballots, items, parameters.locales);
  const weights = weightsOf(matrix, parameters);
  const grouping = groupsOf(matrix, weights, previous?.groups.count, parameters);
  const believed = balance(matrix, weights.row, parameters);
  const weighing = { row: weights.row, balance: believed };
  const counts = countVotes(matrix, weighing, grouping.group, grouping.count, parameters.locales.length);
  const named = nameGroups(matrix, counts, grouping, previous);
  const belief = beliefs(parameters.credible);
  const standing = standings(counts, named.labels, 'all', belief, parameters, matrix.items.length);
  const known = standings(counts, named.labels, 'without-open-door', belief, parameters, matrix.items.length);
  const signs = orientation(matrix, grouping, previous);
  const axes = grouping.components.axes.map((axis, i) => axis.map((pull) => pull * signs[i]!));
  const figured = figures(matrix, counts, standing, axes as [Float64Array, Float64Array], parameters.locales);
  const balanced = tellBalance(figured, counts);
  const groups = groupFigures(matrix, counts, grouping, weights, named, signs);
  const sizes = Object.fromEntries(groups.map((group) => [group.label, group.share]));
  const all = listsOf(figured, standing, sizes, parameters);
  const withoutOpenDoor = listsOf(figured, known, sizes, parameters);
  const snapshot: Snapshot = rounded({
    format: 1,
    parameters,
    ballots: matrix.rows,
    votes: { dealt: matrix.token.length, linked: matrix.linked.reduce((sum, votes) => sum + votes, 0) },
    weights: { ...weights.explained, balanced },
    groups: groupsFigure(grouping, named.given, groups),
    items: figured,
    lists: { all, withoutOpenDoor, changedByOpenDoor: changedByOpenDoor(all, withoutOpenDoor) },
    map: mapOf(grouping, named.labels, signs),
  });
  return { snapshot, ...byInputRow(matrix, weights, grouping, named.labels) };
}

type Named = { labels: string[]; given: number };

function nameGroups(matrix: Matrix, counts: Counts, grouping: Grouping, previous: Snapshot | undefined): Named {
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
function orientation(matrix: Matrix, grouping: Grouping, previous: Snapshot | undefined): [number, number] {
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

/** Writes into the figures how much of their open-door votes counted, and sums up what did not. */
function tellBalance(figured: ItemFigure[], counts: Counts) {
  let balanced = { items: 0, votes: 0 };
  figured.forEach((figure, column) => {
    const weighed = together(counts.weighed.map(([open]) => countOf(open!, column))).seen;
    const full = counts.openInFull[column]!;
    if (full - weighed <= 1e-9) return;
    figure.believed = weighed / full;
    balanced = { items: balanced.items + 1, votes: balanced.votes + full - weighed };
  });
  return balanced;
}

function groupFigures(
  matrix: Matrix,
  counts: Counts,
  { count, group, rows, points }: Grouping,
  weights: Weights,
  { labels }: Named,
  signs: readonly [number, number],
): GroupFigure[] {
  const sums = Array.from({ length: count }, () => ({ ballots: 0, weight: 0, x: 0, y: 0 }));
  rows.forEach((row, i) => {
    const sum = sums[group[row]!];
    if (sum === undefined) return;
    const weight = weights.row[row]!;
    sum.ballots++;
    sum.weight += weight;
    sum.x += weight * points[2 * i]!;
    sum.y += weight * points[2 * i + 1]!;
  });
  const all = sums.reduce((total, sum) => total + sum.weight, 0);
  const figures = sums.map(
    ({ ballots, weight, x, y }, nth): GroupFigure => ({
      label: labels[nth]!,
      ballots,
      share: weight / all,
      centre: [(signs[0] * x) / weight, (signs[1] * y) / weight],
      defining: definingFigures(matrix, counts, nth, count),
    }),
  );
  return figures.sort((a, b) => a.label.length - b.label.length || (a.label < b.label ? -1 : 1));
}

function definingFigures(matrix: Matrix, counts: Counts, nth: number, count: number): GroupFigure['defining'] {
  const votesOf = (group: number, column: number) => together(counts.weighed[group]!.map((door) => countOf(door, column)));
  const found = matrix.items.map((_, column) => {
    const own = votesOf(nth, column);
    if (own.agree + own.disagree === 0) return undefined;
    const others = Array.from({ length: count }, (_unused, group) => group).filter((group) => group !== nth);
    return representativeness(own, together(others.map((group) => votesOf(group, column))));
  });
  return definingItems(found).map(({ item, ...numbers }) => ({ id: matrix.items[item]!.id, ...numbers }));
}

function groupsFigure(grouping: Grouping, labelsGiven: number, list: GroupFigure[]): GroupsFigure {
  const { structure } = grouping;
  return {
    count: grouping.count,
    reason: grouping.reason,
    silhouettes: grouping.silhouettes,
    structure:
      structure === undefined
        ? null
        : {
            strength: structure.strength,
            shuffledStrength: structure.shuffledStrengths.at(-1) ?? 0,
            silhouette: structure.silhouette,
            shuffledSilhouette: structure.shuffledSilhouettes.at(-1) ?? 0,
          },
    labelsGiven,
    list,
  };
}

function byInputRow(matrix: Matrix, weights: Weights, grouping: Grouping, labels: readonly string[]) {
  const weight = new Float64Array(matrix.rows);
  const group: (string | null)[] = Array.from({ length: matrix.rows }, () => null);
  matrix.origin.forEach((from, row) => {
    weight[from] = weights.row[row]!;
    group[from] = labels[grouping.group[row]!] ?? null;
  });
  return { weight, group };
}
