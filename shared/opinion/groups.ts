import { byAllVotes } from './all-votes.ts';
import { noGroup } from './counts.ts';
import { principalComponents, type Components, type Votes } from './components.ts';
import { kMeans, refined, type Partition, type Points } from './k-means.ts';
import type { Matrix } from './matrix.ts';
import { structureOf, type Structure } from './null-model.ts';
import type { Parameters } from './parameters.ts';
import { projected } from './projection.ts';
import { silhouettes } from './silhouette.ts';
import type { Weights } from './weights.ts';

/** The people who form groups, where they stand, and which group each is in. */
export type Grouping = {
  /** Rows of the matrix whose counted ballots form groups. */
  rows: Uint32Array;
  components: Components;
  /** Where they stand, x and y by turns, in the order of `rows`. */
  points: Float64Array;
  /** By row of the matrix: its group, largest first, or `noGroup`. */
  group: Uint8Array;
  /** How many groups; 0 when there are none. */
  count: number;
  /** Why there are none, or why that many. */
  reason: 'too-few-people' | 'no-structure' | 'no-group-large-enough' | 'best-separated' | 'kept-from-before';
  /** Silhouette by number of groups, on the sample. */
  silhouettes: { groups: number; silhouette: number }[];
  structure: Structure | undefined;
};

/** Silhouettes are quadratic: they look at this many people, the first in canonical order, which is a fair sample. */
const sampleSize = 800;
const restarts = 10;

/**
 * Finds the opinion groups: how many by silhouette, none when a shuffled matrix looks the same, and no other number
 * than before unless it is clearly better.
 * @param before how many groups the previous snapshot had, if any
 */
export function groupsOf(
  matrix: Matrix,
  weights: Weights,
  before: number | undefined,
  parameters: Parameters,
): Grouping {
  const rows = Uint32Array.from({ length: matrix.rows }, (_, row) => row).filter(
    (row) => weights.formsGroups[row] === 1,
  );
  const votes: Votes = {
    items: matrix.items.length,
    rows,
    start: weights.counted.start,
    token: weights.counted.token,
    weight: new Float64Array(matrix.rows).fill(1),
  };
  const components = principalComponents(votes);
  const points = { xy: projected(votes, components), weight: new Float64Array(rows.length).fill(1) };
  const none = (reason: Grouping['reason'], structure?: Structure): Grouping => ({
    rows,
    components,
    points: points.xy,
    group: new Uint8Array(matrix.rows).fill(noGroup),
    count: 0,
    reason,
    silhouettes: [],
    structure,
  });
  if (rows.length < parameters.peopleToFormGroups) return none('too-few-people');
  const structure = structureOf(votes, (before ?? 0) > 0, parameters);
  if (!structure.found) return none('no-structure', structure);
  const ranked = rankedPartitions(points, before, parameters);
  for (const { groups, start } of ranked.order) {
    const { label } = refined(points, start);
    const partition = bySize(points, byAllVotes(votes, label, groups), groups);
    if (partition === undefined || !isLargeEnough(partition.sizes, rows.length, parameters)) continue;
    const group = new Uint8Array(matrix.rows).fill(noGroup);
    rows.forEach((row, i) => (group[row] = partition.label[i]!));
    weights.family.forEach((first, row) => (group[row] = group[first]!));
    const best = ranked.silhouettes.every((one) => one.silhouette <= ranked.of(groups));
    const reason = groups === before && !best ? 'kept-from-before' : 'best-separated';
    const found = { group, count: partition.sizes.length, reason, silhouettes: ranked.silhouettes } as const;
    return { ...none(reason, structure), ...found };
  }
  return { ...none('no-group-large-enough', structure), silhouettes: ranked.silhouettes };
}

/** Partitions of the sample for every number of groups, in the order in which they should be tried. */
function rankedPartitions(points: Points, before: number | undefined, parameters: Parameters) {
  const sample = { xy: points.xy.subarray(0, 2 * sampleSize), weight: points.weight.subarray(0, sampleSize) };
  const partitions: Partition[] = [];
  for (let k = 2; k <= parameters.mostGroups; k++) {
    const partition = kMeans(sample, k, parameters.seed, restarts);
    if (partition.centres.length === 2 * k) partitions.push(partition);
  }
  const separated = silhouettes(
    sample,
    partitions.map((one) => one.label),
  );
  const found = partitions.map((one, i) => ({
    groups: one.centres.length / 2,
    start: one.centres,
    silhouette: separated[i]!,
  }));
  const preference = (one: (typeof found)[number]): number =>
    one.silhouette + (one.groups === before ? parameters.hysteresis : 0);
  const order = found.toSorted((a, b) => preference(b) - preference(a) || a.groups - b.groups);
  const of = (groups: number): number => found.find((one) => one.groups === groups)!.silhouette;
  return { order, of, silhouettes: found.map(({ groups, silhouette }) => ({ groups, silhouette })) };
}

/** The groups renumbered, heaviest first, of equal ones the leftmost on the map; undefined when one is empty. */
function bySize(points: Points, label: Uint8Array, groups: number): { label: Uint8Array; sizes: number[] } | undefined {
  const sums = Array.from({ length: groups }, () => ({ size: 0, x: 0, y: 0 }));
  label.forEach((group, i) => {
    const sum = sums[group]!;
    sum.size += points.weight[i]!;
    sum.x += points.weight[i]! * points.xy[2 * i]!;
    sum.y += points.weight[i]! * points.xy[2 * i + 1]!;
  });
  if (sums.some(({ size }) => size === 0)) return undefined;
  const order = sums.toSorted((a, b) => b.size - a.size || a.x - b.x || a.y - b.y);
  const place = Uint8Array.from(sums, (sum) => order.indexOf(sum));
  return { label: label.map((group) => place[group]!), sizes: order.map(({ size }) => size) };
}

function isLargeEnough(sizes: readonly number[], people: number, { smallestGroup }: Parameters): boolean {
  return sizes.every((size) => size >= smallestGroup.people && size >= smallestGroup.share * people);
}
