import { symmetricEigen } from './eigen.ts';
import { seeded } from './random.ts';

/**
 * The votes whose main directions are looked for: rows of tokens (3 × column + choice + 1), each with a weight.
 * A row may be any row of a matrix, so no vote is copied.
 */
export type Votes = {
  items: number;
  rows: Uint32Array;
  start: Uint32Array;
  token: Uint32Array;
  /** By row of the whole matrix, not of `rows`. */
  weight: Float64Array;
};

/** The two directions in which votes differ most. */
export type Components = {
  /** By column: the weighted mean of the votes cast on it, -1 to 1. */
  mean: Float64Array;
  /** Two orthogonal unit vectors over the columns, strongest first; zero where the votes have no such direction. */
  axes: [Float64Array, Float64Array];
  /** The weighted sum of squares along each. */
  strength: [number, number];
  /** Passes over the votes that it took. */
  passes: number;
};

/** How exact: looked at every few passes, a direction is taken when it moves by less than `tolerance`, or after `passes`. */
export type Effort = { tolerance: number; passes: number; every: number };
const thorough: Effort = { tolerance: 1e-6, passes: 120, every: 4 };
const blocksPerCycle = 16;

/**
 * Principal components with missing votes at the column's mean (as in Polis: Small et al. 2021). Centred like this a missing vote
 * is zero, so the centred matrix is as sparse as the votes and is never formed: a block of two directions is sent
 * through DᵀWD, each pass adding to a Krylov basis in which the best two are read off (block Lanczos with full
 * reorthogonalisation and restarts; Golub and Van Loan, 10.3.6). Fixed start, no randomness.
 */
export function principalComponents(votes: Votes, effort: Effort = thorough): Components {
  const mean = columnMeans(votes);
  const zero = (): Float64Array => new Float64Array(votes.items);
  let best: Ritz[] = startOf(votes.items);
  let passes = 0;
  for (let settled = false; !settled && passes < effort.passes;) {
    const basis: Float64Array[] = [];
    const images: Float64Array[] = [];
    let block = orthonormal(
      best.map((ritz) => ritz.axis),
      basis,
    );
    for (let step = 1; !settled && block.length > 0; step++) {
      const pair = applied(votes, mean, block[0]!, block[1] ?? zero()).slice(0, block.length);
      passes++;
      basis.push(...block);
      images.push(...pair);
      block = orthonormal(pair, basis);
      const last = block.length === 0 || step === blocksPerCycle || passes === effort.passes;
      if (step % effort.every !== 0 && !last) continue;
      best = bestTwo(basis, images);
      settled = block.length === 0 || best.every((ritz) => ritz.residual <= effort.tolerance * best[0]!.strength);
      if (last) break;
    }
    if (basis.length === 0) break;
  }
  const axes = [best[0]?.axis ?? zero(), best[1]?.axis ?? zero()] as [Float64Array, Float64Array];
  return { mean, axes, strength: [best[0]?.strength ?? 0, best[1]?.strength ?? 0], passes };
}

type Ritz = { axis: Float64Array; strength: number; residual: number };

function startOf(items: number): Ritz[] {
  const random = seeded(items);
  const axis = (): Float64Array => Float64Array.from({ length: items }, () => random.next() - 0.5);
  return [axis(), axis()].map((start) => ({ axis: start, strength: 0, residual: Infinity }));
}

function columnMeans(votes: Votes): Float64Array {
  const seen = new Float64Array(3 * votes.items);
  for (const row of votes.rows) {
    const weight = votes.weight[row]!;
    const end = votes.start[row + 1]!;
    for (let vote = votes.start[row]!; vote < end; vote++) seen[votes.token[vote]!]! += weight;
  }
  return Float64Array.from({ length: votes.items }, (_, j) => {
    const all = seen[3 * j]! + seen[3 * j + 1]! + seen[3 * j + 2]!;
    return all === 0 ? 0 : (seen[3 * j + 2]! - seen[3 * j]!) / all;
  });
}

/** DᵀWD times two vectors at once: read by token, add by token, and multiply only once per column. */
function applied(votes: Votes, mean: Float64Array, v: Float64Array, w: Float64Array): [Float64Array, Float64Array] {
  const { items, rows, start, token, weight } = votes;
  const read = new Float64Array(6 * items);
  const add = new Float64Array(6 * items);
  for (let t = 0, j = 0; j < items; j++) {
    for (let choice = -1; choice <= 1; choice++, t++) {
      read[2 * t] = (choice - mean[j]!) * v[j]!;
      read[2 * t + 1] = (choice - mean[j]!) * w[j]!;
    }
  }
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const first = start[row]!;
    const end = start[row + 1]!;
    let alongV = 0;
    let alongW = 0;
    for (let vote = first; vote < end; vote++) {
      const at = 2 * token[vote]!;
      alongV += read[at]!;
      alongW += read[at + 1]!;
    }
    alongV *= weight[row]!;
    alongW *= weight[row]!;
    for (let vote = first; vote < end; vote++) {
      const at = 2 * token[vote]!;
      add[at]! += alongV;
      add[at + 1]! += alongW;
    }
  }
  const [a, b] = [new Float64Array(items), new Float64Array(items)];
  for (let t = 0, j = 0; j < items; j++) {
    for (let choice = -1; choice <= 1; choice++, t++) {
      a[j]! += (choice - mean[j]!) * add[2 * t]!;
      b[j]! += (choice - mean[j]!) * add[2 * t + 1]!;
    }
  }
  return [a, b];
}

/** The unit vectors that `vectors` add to an orthonormal basis; those that add nothing are left out. */
function orthonormal(vectors: readonly Float64Array[], basis: readonly Float64Array[]): Float64Array[] {
  const found: Float64Array[] = [];
  for (const vector of vectors) {
    const unit = Float64Array.from(vector);
    const before = Math.sqrt(dot(unit, unit));
    let length = freed(unit, [...basis, ...found]);
    // "Twice is enough" (Parlett): a second time only where the first took most of the vector away.
    if (length < 0.7 * before) length = freed(unit, [...basis, ...found]);
    if (length <= 1e-12 * before || length === 0) continue;
    for (let j = 0; j < unit.length; j++) unit[j]! /= length;
    found.push(unit);
  }
  return found;
}

/** Takes out of a vector what it shares with a basis; returns the length that is left. */
function freed(vector: Float64Array, basis: readonly Float64Array[]): number {
  let along = dot(vector, basis[0] ?? vector);
  for (let i = 0; i < basis.length; i++) along = addScaledAndDot(vector, basis[i]!, -along, basis[i + 1] ?? vector);
  return Math.sqrt(along);
}

/** Adds to a vector, and says at once what comes of `dot` with the next one: one way through memory instead of two. */
function addScaledAndDot(to: Float64Array, vector: Float64Array, factor: number, next: Float64Array): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  const even = to.length - (to.length % 4);
  for (let j = 0; j < even; j += 4) {
    p += (to[j]! += factor * vector[j]!) * next[j]!;
    q += (to[j + 1]! += factor * vector[j + 1]!) * next[j + 1]!;
    r += (to[j + 2]! += factor * vector[j + 2]!) * next[j + 2]!;
    s += (to[j + 3]! += factor * vector[j + 3]!) * next[j + 3]!;
  }
  for (let j = even; j < to.length; j++) p += (to[j]! += factor * vector[j]!) * next[j]!;
  return p + q + (r + s);
}

/** The best two directions within a basis (Rayleigh-Ritz), given what DᵀWD makes of each basis vector. */
function bestTwo(basis: readonly Float64Array[], images: readonly Float64Array[]): Ritz[] {
  const inside = basis.map(() => new Float64Array(basis.length));
  for (let i = 0; i < basis.length; i++)
    for (let j = 0; j <= i; j++) inside[i]![j] = inside[j]![i] = dot(basis[i]!, images[j]!);
  const { values, vectors } = symmetricEigen(inside);
  return vectors.slice(0, 2).flatMap((vector, nth) => {
    const strength = values[nth]!;
    if (!(strength > 1e-12 * values[0]!)) return [];
    const axis = combined(basis, vector);
    const rest = combined(images, vector);
    addScaled(rest, axis, -strength);
    return [{ axis, strength, residual: Math.sqrt(dot(rest, rest)) }];
  });
}

function combined(vectors: readonly Float64Array[], by: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]!.length);
  for (let i = 0; i < vectors.length; i++) addScaled(sum, vectors[i]!, by[i]!);
  return sum;
}

function addScaled(to: Float64Array, vector: Float64Array, factor: number): void {
  for (let j = 0; j < to.length; j++) to[j]! += factor * vector[j]!;
}

/** Four sums side by side: one addition need not wait for the one before. */
function dot(a: Float64Array, b: Float64Array): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  const even = a.length - (a.length % 4);
  for (let j = 0; j < even; j += 4) {
    p += a[j]! * b[j]!;
    q += a[j + 1]! * b[j + 1]!;
    r += a[j + 2]! * b[j + 2]!;
    s += a[j + 3]! * b[j + 3]!;
  }
  for (let j = even; j < a.length; j++) p += a[j]! * b[j]!;
  return p + q + (r + s);
}
