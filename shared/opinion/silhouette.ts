import type { Points } from './k-means.ts';

/**
 * How well several partitions of the same points separate: for each the weighted mean of (b - a) / max(a, b), where a
 * is a point's mean distance to its own group and b to the nearest other (Rousseeuw 1987); a group of one counts 0.
 * Every pair is measured once for all partitions together. Quadratic: give it at most 2,000 points.
 */
export function silhouettes({ xy, weight }: Points, partitions: readonly Uint8Array[]): number[] {
  const { cell, examples } = cellsOf(weight.length, partitions);
  const cells = examples.length;
  // Sums of weighed distances by point and cell.
  const sums = new Float64Array(weight.length * cells);
  for (let i = 0; i < weight.length; i++) addDistances(xy, weight, i, sums, cell, cells);
  return partitions.map((label) => {
    const groups = Uint8Array.from(examples, (point) => label[point]!);
    return meanSilhouette(weight, label, byGroup(sums, groups));
  });
}

/** More groups than are ever looked for. */
const most = 8;

/** Points that no partition tells apart are in one cell; each cell with its first point as an example. */
function cellsOf(count: number, partitions: readonly Uint8Array[]): { cell: Uint32Array; examples: number[] } {
  const numbers = new Map<number, number>();
  const examples: number[] = [];
  const cell = Uint32Array.from({ length: count }, (_, i) => {
    const key = partitions.reduce((sum, label) => sum * most + label[i]!, 0);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, examples.length);
    return examples.push(i) - 1;
  });
  return { cell, examples };
}

function addDistances(
  xy: Float64Array,
  weight: Float64Array,
  i: number,
  sums: Float64Array,
  cell: Uint32Array,
  cells: number,
) {
  const x = xy[2 * i]!;
  const y = xy[2 * i + 1]!;
  const own = cell[i]!;
  const heavy = weight[i]!;
  const from = i * cells;
  for (let j = 0; j < i; j++) {
    const dx = xy[2 * j]! - x;
    const dy = xy[2 * j + 1]! - y;
    const distance = Math.sqrt(dx * dx + dy * dy);
    sums[from + cell[j]!]! += weight[j]! * distance;
    sums[j * cells + own]! += heavy * distance;
  }
}

/** The sums by point and group, given which group of a partition each cell is in. */
function byGroup(sums: Float64Array, groups: Uint8Array): Float64Array {
  const cells = groups.length;
  const grouped = new Float64Array((sums.length / cells) * most);
  for (let at = 0, point = 0; at < sums.length; at += cells, point += most)
    for (let cell = 0; cell < cells; cell++) grouped[point + groups[cell]!]! += sums[at + cell]!;
  return grouped;
}

function meanSilhouette(weight: Float64Array, label: Uint8Array, sums: Float64Array): number {
  const mass = new Float64Array(most);
  for (let i = 0; i < label.length; i++) mass[label[i]!]! += weight[i]!;
  let total = 0;
  let all = 0;
  for (let i = 0; i < label.length; i++) {
    const own = label[i]!;
    const others = mass[own]! - weight[i]!;
    all += weight[i]!;
    if (!(others > 1e-12)) continue;
    const within = sums[i * most + own]! / others;
    let nearest = Infinity;
    for (let group = 0; group < most; group++)
      if (group !== own && mass[group]! > 0) nearest = Math.min(nearest, sums[i * most + group]! / mass[group]!);
    const larger = Math.max(within, nearest);
    if (larger > 0 && larger < Infinity) total += (weight[i]! * (nearest - within)) / larger;
  }
  return all > 0 ? total / all : 0;
}
