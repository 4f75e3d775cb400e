import { openDoor } from './packed.ts';
import type { Matrix } from './matrix.ts';
import type { Parameters } from './parameters.ts';
import { mix } from './random.ts';
import { sortedByKey } from './sorted.ts';

/**
 * Which open-door ballots are near-identical, found by min-hash bands (Broder 1997; Leskovec, Rajaraman, Ullman,
 * "Mining of Massive Datasets", 3.4): 12 bands of 4. A pair at similarity 0.75 shares a band with probability 0.988.
 * A band's four minima are over a twelfth of the tokens each (Li, Owen, Zhang 2012, "One Permutation Hashing"), so that
 * a vote is looked at four times and not 48. Every pair found this way is then compared exactly, so chance can only
 * miss, never accuse.
 */
const bands = 12;
const rowsPerBand = 4;
const minima = bands * rowsPerBand;
/** Within one bucket a ballot is compared with at most this many before it: never quadratic. */
const reach = 16;
const sign = 0x80000000;
const largest = 0x7fffffff;

/**
 * Families of near-identical open-door ballots: for each row the first row of its family (itself, when alone).
 * Two ballots are near-identical when the Jaccard similarity of their item-vote pairs is at least
 * `parameters.nearIdentical`, and both can be judged (see `judgedRows`). Where one of another door is near-identical to
 * one of a family, it comes first in it: a copy adds nothing, whether it was made of an open ballot or of a handed one.
 * No two ballots of other doors are ever in one family.
 */
export function nearIdentical(matrix: Matrix, parameters: Parameters): Uint32Array {
  const family = Uint32Array.from({ length: matrix.rows }, (_, row) => row);
  const kin: Kin = { family, witness: new Map() };
  const single = joinCopies(matrix, judgedRows(matrix, parameters), kin);
  for (const keys of bandKeys(matrix, single)) {
    const order = sortedByKey(keys);
    for (let from = 0; from < order.length;) {
      let end = from + 1;
      while (end < order.length && keys[order[end]!] === keys[order[from]!]) end++;
      if (end > from + 1) joinBucket(matrix, single, order.subarray(from, end), kin, parameters);
      from = end;
    }
  }
  return firstOfEach(kin);
}

/** Who is near whom: open-door rows joined into families, and by open-door row one of another door like it. */
type Kin = { family: Uint32Array; witness: Map<number, number> };

function firstOfEach({ family, witness }: Kin): Uint32Array {
  for (let row = 0; row < family.length; row++) family[row] = rootOf(family, row);
  const first = new Map<number, number>();
  for (const [row, known] of witness) first.set(family[row]!, Math.min(known, first.get(family[row]!) ?? known));
  return family.map((root) => first.get(root) ?? root);
}

/**
 * The rows whose likeness to another would be evidence. Where everybody meets the same ten cards, like-minded
 * people have equal ballots, and nobody may weigh less for that. But the deck deals by chance: another person meets the
 * same 25 of 80 cards once in 2^69. So the number of hands of that many cards, in bits, and half a bit for each answer
 * (like-minded people answer alike in seven of ten cases) together have to make it unlikely (`parameters.coincidence`)
 * that anybody else, of all ballots, came by the same one. Passages are shown to everybody and are evidence of nothing.
 */
function judgedRows(matrix: Matrix, parameters: Parameters): number[] {
  const fewest = Math.min(parameters.votesToFormGroups, matrix.items.length);
  const needed = Math.log2(Math.max(1, matrix.rows)) - Math.log2(parameters.coincidence);
  const isCard = Uint8Array.from(matrix.items, (item) => (item.kind === 'passage' ? 0 : 1));
  const decks = deckSizes(matrix, isCard, parameters.locales.length);
  const hands = new Map<number, number>();
  const judged: number[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    if (matrix.start[row + 1]! - matrix.start[row]! < fewest) continue;
    let cards = 0;
    for (let vote = matrix.start[row]!; vote < matrix.start[row + 1]!; vote++)
      cards += isCard[Math.floor(matrix.token[vote]! / 3)]!;
    const deck = decks[matrix.language[row]!]!;
    const key = deck * 65536 + cards;
    const bits = hands.get(key) ?? handsInBits(deck, cards);
    hands.set(key, bits);
    if (bits + cards / 2 >= needed) judged.push(row);
  }
  return judged;
}

/** By language, how many cards its readers were ever dealt. Passages are shown to everybody and are no cards. */
function deckSizes(matrix: Matrix, isCard: Uint8Array, languages: number): Uint32Array {
  const met = Array.from({ length: languages }, () => new Uint8Array(matrix.items.length));
  for (let row = 0; row < matrix.rows; row++) {
    const own = met[matrix.language[row]!]!;
    for (let vote = matrix.start[row]!; vote < matrix.start[row + 1]!; vote++)
      own[Math.floor(matrix.token[vote]! / 3)] = 1;
  }
  return Uint32Array.from(met, (own) => own.reduce((sum, one, column) => sum + one * isCard[column]!, 0));
}

/** The logarithm to base 2 of the number of ways to draw so many cards from a deck. */
function handsInBits(deck: number, cards: number): number {
  let bits = 0;
  for (let drawn = 1; drawn <= cards; drawn++) bits += Math.log2((deck - cards + drawn) / drawn);
  return bits;
}

/** Joins exact copies, which canonical order has made neighbours; returns one row of each, and of each door. */
function joinCopies(matrix: Matrix, judged: readonly number[], kin: Kin): Uint32Array {
  const single: number[] = [];
  for (const row of judged) {
    const last = single.at(-1);
    if (last !== undefined && isCopy(matrix, last, row)) {
      join(matrix, kin, last, row);
      if (matrix.door[last] !== openDoor || matrix.door[row] === openDoor) continue;
    }
    single.push(row);
  }
  return Uint32Array.from(single);
}

/** Two rows that are near-identical: one family when both are of the open door, nothing when neither is. */
function join({ door }: Matrix, { family, witness }: Kin, one: number, other: number): void {
  const [a, b] = [rootOf(family, one), rootOf(family, other)];
  if (door[one] === openDoor && door[other] === openDoor) family[Math.max(a, b)] = Math.min(a, b);
  else if (door[one] === openDoor) witness.set(one, Math.min(other, witness.get(one) ?? other));
  else if (door[other] === openDoor) witness.set(other, Math.min(one, witness.get(other) ?? one));
}

/** Whether comparing two rows could still change anything. */
function isOpenQuestion({ door }: Matrix, { family }: Kin, one: number, other: number): boolean {
  if (door[one] !== openDoor && door[other] !== openDoor) return false;
  return door[one] !== door[other] || rootOf(family, one) !== rootOf(family, other);
}

function isCopy({ start, token }: Matrix, a: number, b: number): boolean {
  const length = start[a + 1]! - start[a]!;
  if (length !== start[b + 1]! - start[b]!) return false;
  for (let i = 0; i < length; i++) if (token[start[a]! + i] !== token[start[b]! + i]) return false;
  return true;
}

/** By band, one key per row: the smallest hashes of its tokens under this band's four hash functions. */
function bandKeys(matrix: Matrix, rows: Uint32Array): Uint32Array[] {
  const { hashes, slots } = hashesOf(3 * matrix.items.length);
  const keys = Array.from({ length: bands }, () => new Uint32Array(rows.length));
  const least = new Int32Array(minima);
  const { start, token } = matrix;
  rows.forEach((row, nth) => {
    least.fill(largest);
    const end = start[row + 1]!;
    for (let vote = start[row]!; vote < end; vote++) {
      const from = rowsPerBand * token[vote]!;
      for (let at = from; at < from + rowsPerBand; at++) {
        const [hash, slot] = [hashes[at]!, slots[at]!];
        if (hash < least[slot]!) least[slot] = hash;
      }
    }
    for (let slot = 0; slot < minima; slot++) if (least[slot] === largest) least[slot] = leastOfAll(matrix, row, slot);
    for (let band = 0; band < bands; band++) {
      const at = rowsPerBand * band;
      keys[band]![nth] = mix(mix(least[at]!, least[at + 1]!), mix(least[at + 2]!, least[at + 3]!));
    }
  });
  return keys;
}

/** Four hashes of every token, and of which of the 48 minima each may be one: its size says in which band. */
function hashesOf(tokens: number): { hashes: Int32Array; slots: Uint8Array } {
  const hashes = new Int32Array(rowsPerBand * tokens);
  const slots = new Uint8Array(hashes.length);
  for (let at = 0; at < hashes.length; at++) {
    const nth = at % rowsPerBand;
    const hash = mix((at - nth) / rowsPerBand, nth + 1);
    slots[at] = rowsPerBand * Math.floor((hash / 2 ** 32) * bands) + nth;
    // With the sign turned they are in the same order, and small integers are compared in half the time.
    hashes[at] = hash ^ sign;
  }
  return { hashes, slots };
}

/** Where none of a short row's tokens falls into a slot: the smallest hash of all of them, under the slot's own function. */
function leastOfAll({ start, token }: Matrix, row: number, slot: number): number {
  let least = largest;
  for (let vote = start[row]!; vote < start[row + 1]!; vote++)
    least = Math.min(least, mix(token[vote]!, rowsPerBand + slot + 1) ^ sign);
  return least;
}

function joinBucket(
  matrix: Matrix,
  single: Uint32Array,
  bucket: Uint32Array,
  kin: Kin,
  { nearIdentical: needed }: Parameters,
): void {
  for (let i = 1; i < bucket.length; i++) {
    const row = single[bucket[i]!]!;
    for (let j = i - 1; j >= Math.max(0, i - reach); j--) {
      const other = single[bucket[j]!]!;
      if (isOpenQuestion(matrix, kin, row, other) && isNear(matrix, row, other, needed)) join(matrix, kin, row, other);
    }
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
function isNear({ start, token }: Matrix, a: number, b: number, needed: number): boolean {
  let i = start[a]!;
  let j = start[b]!;
  const endA = start[a + 1]!;
  const endB = start[b + 1]!;
  const total = endA - i + (endB - j);
  // J = shared / (total - shared) >= s, so what is not shared may be at most total × (1 - s) / (1 + s).
  const allowed = (total * (1 - needed)) / (1 + needed) + 1e-9;
  if (Math.abs(endA - i - (endB - j)) > allowed) return false;
  let apart = 0;
  while (i < endA && j < endB) {
    const x = token[i]!;
    const y = token[j]!;
    if (x <= y) i++;
    if (y <= x) j++;
    if (x !== y && ++apart > allowed) return false;
  }
  return apart + (endA - i) + (endB - j) <= allowed;
}
