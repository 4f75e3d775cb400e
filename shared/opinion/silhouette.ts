import type { Points } from './k-means.ts';

/**
 * How well several partitions of the same points separate: for each the weighted mean of (b - a) / max(a, b), where a
 * is a point's mean distance to its own group and b to the nearest other (Rousseeuw 1987); a group of one counts 0.
 * Every pair is measured once for all partitions together. Quadratic: give it at most 2,000 points.
 */
export function silhouettes({ xy, weight }: Points, partitions: readonly Uint8Array[]): number[] {
  const count = weight.length;
  const most = 8;
  const sums = partitions.map(() => new Float64Array(count * most));
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [xy[2 * i]! - xy[2 * j]!, xy[2 * i + 1]! - xy[2 * j + 1]!];
      const distance = Math.sqrt(dx * dx + dy * dy);
      for (let p = 0; p < sums.length; p++) {
        const label = partitions[p]!;
        sums[p]![i * most + label[j]!]! += weight[j]! * distance;
        sums[p]![j * most + label[i]!]! += weight[i]! * distance;
      }
    }
  }
  return partitions.map((label, p) => meanSilhouette(weight, label, sums[p]!, most));
}

function meanSilhouette(weight: Float64Array, label: Uint8Array, sums: Float64Array, most: number): number {
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
