import { mix, seeded, type Random } from './random.ts';

/** Points in the plane, x and y by turns, each with a weight. */
export type Points = { xy: Float64Array; weight: Float64Array };

/** A partition of points: centres (x and y by turns) and for each point the number of its centre. */
export type Partition = { centres: Float64Array; label: Uint8Array; inertia: number };

const mostSteps = 25;

/**
 * The best of several k-means runs, each from k-means++ centres (Arthur and Vassilvitskii 2007) under its own fixed seed.
 * Equal distances go to the first centre, equal runs to the first run. Fewer centres come back where fewer points differ.
 */
export function kMeans(points: Points, k: number, seed: number, restarts: number): Partition {
  let best: Partition | undefined;
  for (let run = 0; run < restarts; run++) {
    const found = refined(points, spreadCentres(points, k, seeded(mix(seed, 16 * k + run))));
    if (best === undefined || found.inertia < best.inertia) best = found;
  }
  return best!;
}

/** Lloyd's steps from given centres until no label changes. */
export function refined(points: Points, start: Float64Array): Partition {
  const label = new Uint8Array(points.weight.length);
  let centres = start;
  let found = assign(points, centres, label);
  for (let step = 0; step < mostSteps; step++) {
    centres = means(points, label, centres);
    found = assign(points, centres, label);
    if (found.changed === 0) break;
  }
  return { centres, label, inertia: found.inertia };
}

function spreadCentres({ xy, weight }: Points, k: number, random: Random): Float64Array {
  const count = weight.length;
  const centres: number[] = [];
  const far = Float64Array.from(weight);
  for (let nth = 0; nth < k; nth++) {
    let total = 0;
    for (let i = 0; i < count; i++) total += far[i]!;
    if (!(total > 0)) break;
    let left = random.next() * total;
    let at = 0;
    while (at < count - 1 && (left -= far[at]!) >= 0) at++;
    const x = xy[2 * at]!;
    const y = xy[2 * at + 1]!;
    centres.push(x, y);
    for (let i = 0; i < count; i++) {
      const dx = xy[2 * i]! - x;
      const dy = xy[2 * i + 1]! - y;
      const distance = weight[i]! * (dx * dx + dy * dy);
      if (nth === 0 || distance < far[i]!) far[i] = distance;
    }
  }
  return Float64Array.from(centres);
}

/** Gives every point its nearest centre; tells how many changed, and the weighted sum of squared distances. */
function assign(
  { xy, weight }: Points,
  centres: Float64Array,
  label: Uint8Array,
): { changed: number; inertia: number } {
  let inertia = 0;
  let changed = 0;
  for (let i = 0; i < label.length; i++) {
    const x = xy[2 * i]!;
    const y = xy[2 * i + 1]!;
    let nearest = Infinity;
    let group = 0;
    for (let c = 0; c < centres.length; c += 2) {
      const dx = x - centres[c]!;
      const dy = y - centres[c + 1]!;
      const distance = dx * dx + dy * dy;
      if (distance < nearest) {
        nearest = distance;
        group = c >> 1;
      }
    }
    if (label[i] !== group) changed++;
    label[i] = group;
    inertia += weight[i]! * nearest;
  }
  return { changed, inertia };
}

function means({ xy, weight }: Points, label: Uint8Array, before: Float64Array): Float64Array {
  const sums = new Float64Array(before.length);
  const mass = new Float64Array(before.length / 2);
  for (let i = 0; i < label.length; i++) {
    const group = label[i]!;
    mass[group]! += weight[i]!;
    sums[2 * group]! += weight[i]! * xy[2 * i]!;
    sums[2 * group + 1]! += weight[i]! * xy[2 * i + 1]!;
  }
  return sums.map((sum, c) => (mass[c >> 1]! > 0 ? sum / mass[c >> 1]! : before[c]!));
}
