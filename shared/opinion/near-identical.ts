import { openDoor } from './packed.ts';
import type { Matrix } from './matrix.ts';
import type { Parameters } from './parameters.ts';
import { mix } from './random.ts';
import { sortedByKey } from './sorted.ts';

/**
 * Which open-door ballots are near-identical, found by min-hash bands (Broder 1997; Leskovec, Rajaraman, Ullman,
 * "Mining of Massive Datasets", 3.4): 12 bands of 4. A pair at similarity 0.85 shares a band with probability 0.9999.
 * Every pair found this way is then compared exactly, so chance can only miss, never accuse.
 */
const bands = 12;
const rowsPerBand = 4;
/** Within one bucket a ballot is compared with at most this many different families: never quadratic. */
const reach = 8;

/**
 * Families of near-identical open-door ballots: for each row the first row of its family (itself, when alone).
 * Two ballots are near-identical when the Jaccard similarity of their item-vote pairs is at least
 * `parameters.nearIdentical`, both can form groups, and what they share is too much for chance (see `surprise`).
 */
export function nearIdentical(matrix: Matrix, parameters: Parameters): Uint32Array {
  const family = Uint32Array.from({ length: matrix.rows }, (_, row) => row);
  const surprises = surprise(matrix);
  const needed = (Math.log2(Math.max(1, matrix.rows)) - Math.log2(parameters.coincidence)) * bit;
  const judged = judgedRows(matrix, parameters, surprises, needed);
  const single = joinCopies(matrix, judged, family);
  const isPair = (a: number, b: number): boolean => areNearIdentical(matrix, a, b, parameters, surprises, needed);
  for (let band = 0; band < bands; band++) {
    const keys = bandKeys(matrix, single, band);
    const order = sortedByKey(keys);
    for (let from = 0; from < order.length;) {
      let end = from + 1;
      while (end < order.length && keys[order[end]!] === keys[order[from]!]) end++;
      if (end > from + 1) joinBucket(single, order.subarray(from, end), family, isPair);
      from = end;
    }
  }
  for (let row = 0; row < matrix.rows; row++) family[row] = rootOf(family, row);
  return family;
}

/** Surprise is counted in whole 1/1024 bits, so that no logarithm's last digit can decide. */
const bit = 1024;

/**
 * By token, how surprising it is to meet it in a ballot: -log2 of the share of ballots that hold it. Where everybody
 * is dealt the same ten passages and most agree to all, equal ballots are no surprise and must not be collapsed.
 */
function surprise(matrix: Matrix): Uint32Array {
  const counts = new Uint32Array(3 * matrix.items.length);
  for (let vote = 0; vote < matrix.token.length; vote++) counts[matrix.token[vote]!]!++;
  return counts.map((count) => (count === 0 ? 0 : Math.round(-Math.log2(count / matrix.rows) * bit)));
}

function judgedRows(matrix: Matrix, parameters: Parameters, surprises: Uint32Array, needed: number): number[] {
  const fewest = Math.min(parameters.votesToFormGroups, matrix.items.length);
  const rows: number[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    if (matrix.door[row] !== openDoor || matrix.start[row + 1]! - matrix.start[row]! < fewest) continue;
    let total = 0;
    for (let vote = matrix.start[row]!; vote < matrix.start[row + 1]!; vote++) total += surprises[matrix.token[vote]!]!;
    if (total >= needed) rows.push(row);
  }
  return rows;
}

/** Joins exact copies, which canonical order has made neighbours; returns one row of each. */
function joinCopies(matrix: Matrix, judged: readonly number[], family: Uint32Array): Uint32Array {
  const single: number[] = [];
  for (const row of judged) {
    const last = single.at(-1);
    if (last !== undefined && isCopy(matrix, last, row)) family[row] = last;
    else single.push(row);
  }
  return Uint32Array.from(single);
}

function isCopy({ start, token }: Matrix, a: number, b: number): boolean {
  const length = start[a + 1]! - start[a]!;
  if (length !== start[b + 1]! - start[b]!) return false;
  for (let i = 0; i < length; i++) if (token[start[a]! + i] !== token[start[b]! + i]) return false;
  return true;
}

/** One key per row: the smallest hashes of its tokens under this band's four hash functions. */
function bandKeys(matrix: Matrix, rows: Uint32Array, band: number): Uint32Array {
  const tokens = 3 * matrix.items.length;
  const hashes = new Uint32Array(rowsPerBand * tokens);
  for (let token = 0; token < tokens; token++)
    for (let i = 0; i < rowsPerBand; i++) hashes[rowsPerBand * token + i] = mix(token, band * rowsPerBand + i + 1);
  return rows.map((row) => {
    let [a, b, c, d] = [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff];
    const end = matrix.start[row + 1]!;
    for (let vote = matrix.start[row]!; vote < end; vote++) {
      const at = rowsPerBand * matrix.token[vote]!;
      if (hashes[at]! < a) a = hashes[at]!;
      if (hashes[at + 1]! < b) b = hashes[at + 1]!;
      if (hashes[at + 2]! < c) c = hashes[at + 2]!;
      if (hashes[at + 3]! < d) d = hashes[at + 3]!;
    }
    return mix(mix(a, b), mix(c, d));
  });
}

function joinBucket(
  single: Uint32Array,
  bucket: Uint32Array,
  family: Uint32Array,
  isPair: (a: number, b: number) => boolean,
): void {
  const seen: number[] = [];
  for (const index of bucket) {
    const row = single[index]!;
    const candidates = seen.slice(-reach);
    let alone = true;
    for (const other of candidates) {
      const [a, b] = [rootOf(family, row), rootOf(family, other)];
      if (a === b) alone = false;
      else if (isPair(row, other)) {
        family[Math.max(a, b)] = Math.min(a, b);
        alone = false;
      }
    }
    if (alone) seen.push(row);
  }
}

function rootOf(family: Uint32Array, row: number): number {
  let root = row;
  while (family[root] !== root) {
    family[root] = family[family[root]!]!;
    root = family[root]!;
  }
  return root;
}

/** The exact comparison, left as soon as too few can still be shared. */
export function areNearIdentical(
  { start, token }: Matrix,
  a: number,
  b: number,
  parameters: Parameters,
  surprises: Uint32Array,
  needed: number,
): boolean {
  let [i, j] = [start[a]!, start[b]!];
  const [endA, endB] = [start[a + 1]!, start[b + 1]!];
  const total = endA - i + (endB - j);
  // J = shared / (total - shared) >= s, so what is not shared may be at most total × (1 - s) / (1 + s).
  const allowed = (total * (1 - parameters.nearIdentical)) / (1 + parameters.nearIdentical) + 1e-9;
  if (Math.abs(endA - i - (endB - j)) > allowed) return false;
  let apart = 0;
  let surprised = 0;
  while (i < endA && j < endB) {
    const [x, y] = [token[i]!, token[j]!];
    if (x === y) {
      surprised += surprises[x]!;
      i++;
      j++;
      continue;
    }
    if (x < y) i++;
    else j++;
    if (++apart > allowed) return false;
  }
  return apart + (endA - i) + (endB - j) <= allowed && surprised >= needed;
}
