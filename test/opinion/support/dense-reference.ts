import type { PackedBallots } from '#shared/opinion/packed.ts';
import { seeded } from '#shared/opinion/random.ts';

/** The matrix as a textbook has it: every missing vote at its column's mean, columns centred. */
export function filledIn({ rows, items, start, item, choice }: PackedBallots): Float64Array[] {
  const sum = new Float64Array(items);
  const seen = new Float64Array(items);
  item.forEach((column, vote) => {
    sum[column]! += choice[vote]!;
    seen[column]!++;
  });
  return Array.from({ length: rows }, (_, row) => {
    const filled = new Float64Array(items);
    for (let vote = start[row]!; vote < start[row + 1]!; vote++)
      filled[item[vote]!] = choice[vote]! - sum[item[vote]!]! / seen[item[vote]!]!;
    return filled;
  });
}

/**
 * Groups the plain way, over dense rows: power iteration with deflation (as in Polis: Small et al. 2021), projection, k-means for
 * two to five groups, silhouette on 800 people, statistics of groups. Nothing of ours but the random numbers.
 */
export function denseReference(ballots: PackedBallots): { ms: number; groups: number } {
  const began = performance.now();
  const rows = filledIn(ballots);
  const first = strongest(rows, ballots.items);
  for (const row of rows) take(row, first, dot(row, first));
  const second = strongest(rows, ballots.items);
  const points = filledIn(ballots).map((row, i) => {
    const scale = Math.sqrt(ballots.items / Math.max(1, ballots.start[i + 1]! - ballots.start[i]!));
    return [dot(row, first) * scale, dot(row, second) * scale] as const;
  });
  let best = { silhouette: -1, label: [] as number[], groups: 0 };
  for (let groups = 2; groups <= 5; groups++) {
    const label = lloyd(points, groups);
    const separated = silhouette(points.slice(0, 800), label);
    if (separated > best.silhouette) best = { silhouette: separated, label, groups };
  }
  statistics(ballots, best.label, best.groups);
  return { ms: performance.now() - began, groups: best.groups };
}

function strongest(rows: readonly Float64Array[], items: number): Float64Array {
  const random = seeded(2);
  let axis = Float64Array.from({ length: items }, () => random.next());
  let before = 0;
  for (let pass = 0; pass < 100; pass++) {
    const next = new Float64Array(items);
    for (const row of rows) take(next, row, -dot(row, axis));
    const length = Math.sqrt(dot(next, next));
    axis = next.map((one) => one / length);
    if (length === before) break;
    before = length;
  }
  return axis;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function take(from: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < from.length; i++) from[i]! -= times * what[i]!;
}

type Point = readonly [number, number];
const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function lloyd(points: readonly Point[], groups: number): number[] {
  const random = seeded(groups);
  let best: { label: number[]; inertia: number } | undefined;
  for (let run = 0; run < 10; run++) {
    let centres: Point[] = Array.from({ length: groups }, () => points[random.below(points.length)]!);
    let label: number[] = [];
    let inertia = 0;
    for (let step = 0; step < 20; step++) {
      label = points.map((point) => nearest(point, centres));
      inertia = points.reduce((sum, point, i) => sum + apart(point, centres[label[i]!]!) ** 2, 0);
      centres = centres.map((centre, group) => middle(points.filter((_, i) => label[i] === group)) ?? centre);
    }
    if (best === undefined || inertia < best.inertia) best = { label, inertia };
  }
  return best!.label;
}

function nearest(point: Point, centres: readonly Point[]): number {
  let found = 0;
  centres.forEach((centre, group) => {
    if (apart(point, centre) < apart(point, centres[found]!)) found = group;
  });
  return found;
}

function middle(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined;
  const sum = points.reduce((all, point) => [all[0] + point[0], all[1] + point[1]] as const, [0, 0] as Point);
  return [sum[0] / points.length, sum[1] / points.length];
}

function silhouette(points: readonly Point[], label: readonly number[]): number {
  const groups = Math.max(...label) + 1;
  const scores = points.map((point, i) => {
    const sums = Array.from({ length: groups }, () => ({ all: 0, count: 0 }));
    points.forEach((other, j) => {
      if (i === j) return;
      const sum = sums[label[j]!]!;
      sum.all += apart(point, other);
      sum.count++;
    });
    const means = sums.map(({ all, count }) => (count === 0 ? Infinity : all / count));
    const within = means[label[i]!]!;
    const other = Math.min(...means.filter((_, group) => group !== label[i]));
    return within === Infinity ? 0 : (other - within) / Math.max(within, other);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function statistics({ rows, items, start, item, choice }: PackedBallots, label: readonly number[], groups: number) {
  const agree = Array.from({ length: groups }, () => new Float64Array(items));
  const seen = Array.from({ length: groups }, () => new Float64Array(items));
  for (let row = 0; row < rows; row++) {
    for (let vote = start[row]!; vote < start[row + 1]!; vote++) {
      seen[label[row]!]![item[vote]!]!++;
      if (choice[vote] === 1) agree[label[row]!]![item[vote]!]!++;
    }
  }
  return agree.map((votes, group) => votes.map((one, column) => (one + 1) / (seen[group]![column]! + 2)));
}
