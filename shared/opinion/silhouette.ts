import type { Points } from './k-means.ts';

/**
 * How well several partitions of the same points separate: for each the weighted mean of (b - a) / max(a, b), where a
 * is a point's mean distance to its own group and b to the nearest other (Rousseeuw 1987); a group of one counts 0.
 * Every pair is measured once for all partitions together. Quadratic: give it at most 2,000 points.
 */
export function silhouettes({ xy, weight }: Points, partitions: readonly Uint8Array[]): number[] {
  const count = weight.length;
  const width = partitions.length * most;
  // Sums of distances by point, partition and group; `slot` is a point's own place in another's row.
  const sums = new Float64Array(count * width);
  const slot = new Uint8Array(count * partitions.length);
  partitions.forEach((label, p) => label.forEach((group, i) => (slot[i * partitions.length + p] = p * most + group)));
  for (let i = 0; i < count; i++) addDistances(xy, weight, i, sums, slot, width);
  return partitions.map((label, p) => meanSilhouette(weight, label, sums.subarray(p * most), width));
}

/** More groups than are ever looked for. */
const most = 8;

function addDistances(
  xy: Float64Array,
  weight: Float64Array,
  i: number,
  sums: Float64Array,
  slot: Uint8Array,
  width: number,
) {
  const partitions = width / most;
  const x = xy[2 * i]!;
  const y = xy[2 * i + 1]!;
  for (let j = 0; j < i; j++) {
    const dx = xy[2 * j]! - x;
    const dy = xy[2 * j + 1]! - y;
    const distance = Math.sqrt(dx * dx + dy * dy);
    for (let p = 0; p < partitions; p++) {
      sums[i * width + slot[j * partitions + p]!]! += weight[j]! * distance;
      sums[j * width + slot[i * partitions + p]!]! += weight[i]! * distance;
    }
  }
}

function meanSilhouette(weight: Float64Array, label: Uint8Array, sums: Float64Array, width: number): number {
  const mass = new Float64Array(most);
  for (let i = 0; i < label.length; i++) mass[label[i]!]! += weight[i]!;
  let total = 0;
  let all = 0;
  for (let i = 0; i < label.length; i++) {
    const own = label[i]!;
    const others = mass[own]! - weight[i]!;
    all += weight[i]!;
    if (!(others > 1e-12)) continue;
    const within = sums[i * width + own]! / others;
    let nearest = Infinity;
    for (let group = 0; group < most; group++)
      if (group !== own && mass[group]! > 0) nearest = Math.min(nearest, sums[i * width + group]! / mass[group]!);
    const larger = Math.max(within, nearest);
    if (larger > 0 && larger < Infinity) total += (weight[i]! * (nearest - within)) / larger;
  }
  return all > 0 ? total / all : 0;
}
