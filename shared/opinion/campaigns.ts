import { mix } from './random.ts';
import { sortedByKey } from './sorted.ts';
import { likeness, wordsOf, type Wording, type Words } from './wordings.ts';

/** Copies of one text: shown once, with "×N". */
export type Campaign = {
  /** The copy that stands for all: the first by id. */
  id: string;
  /** Every copy, that one among them, by id. */
  copies: string[];
};

/** Two suggestions that a person might want to merge. */
export type MergeCandidate = { a: string; b: string; likeness: number };

/**
 * Copies are this alike to the one that stands for them: from 0.9 for a line of 40 letters, where one other word is
 * another wish, down to 0.7 for a letter of 130, where it is only another wording.
 */
const copiedFrom = (letters: number): number => Math.max(0.7, Math.min(0.9, 1 - 0.0023 * letters));
/** Worth showing to a person as a candidate for merging. */
const similar = 0.55;
/** Texts with less than this share of their words and trigrams in common are not compared word by word. */
const worthComparing = 0.35;
/**
 * Min-hash over words and letter trigrams, 32 bands. For copies bands of 3: a pair with half of them in common is found
 * in 98 of 100 cases. For candidates bands of 2: a third in common is enough.
 */
const bands = 32;
/** Within one bucket a text is compared with at most this many others. */
const reach = 24;

/** Copied campaigns: groups of two or more near-identical texts of one language, largest first. Never quadratic. */
export function campaignsOf(wordings: readonly Wording[]): Campaign[] {
  const texts = prepared(wordings);
  const family = familiesOf(texts);
  const members = new Map<number, string[]>();
  texts.forEach(({ id }, i) => members.set(family[i]!, [...(members.get(family[i]!) ?? []), id]));
  return [...members.values()]
    .filter((copies) => copies.length > 1)
    .map((copies) => ({ id: copies[0]!, copies }))
    .sort((a, b) => b.copies.length - a.copies.length || compareText(a.id, b.id));
}

/**
 * Candidates for merging, most alike first: suggestions of one language that say nearly the same in nearly the same
 * words. Each campaign takes part once, by the copy that stands for it. A person decides; nothing is merged by itself.
 */
export function mergeCandidates(wordings: readonly Wording[]): MergeCandidate[] {
  const all = prepared(wordings);
  const family = familiesOf(all);
  const texts = all.filter((_, i) => family[i] === i);
  const alike = comparison(texts);
  const found: MergeCandidate[] = [];
  forNeighbours(texts, 2, (a, b) => {
    const [first, second] = [Math.min(a, b), Math.max(a, b)];
    if (alike.met(first, second)) return false;
    const how = alike.likeness(first, second);
    if (how >= similar) found.push({ a: texts[first]!.id, b: texts[second]!.id, likeness: how });
    return false;
  });
  return found.sort((x, y) => y.likeness - x.likeness || compareText(x.a, y.a) || compareText(x.b, y.b));
}

type Prepared = { id: string; words: Words; grams: Uint32Array };

/** The texts by id, with the hashes of what they are made of; the language is part of every hash. */
function prepared(wordings: readonly Wording[]): Prepared[] {
  const order = wordings.toSorted((a, b) => compareText(a.id, b.id));
  return order.map(({ id, language, text }) => {
    const words = wordsOf(text);
    return { id, words, grams: gramsOf(words, hashOf(language, 1)) };
  });
}

function gramsOf({ words }: Words, seed: number): Uint32Array {
  const grams = new Set<number>();
  for (const word of words) {
    grams.add(hashOf(word, seed));
    const padded = ` ${word} `;
    for (let i = 0; i + 3 <= padded.length; i++) grams.add(hashOf(padded.slice(i, i + 3), seed));
  }
  return Uint32Array.from(grams).sort();
}

function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

/** Compares texts by number, each pair once; 0 where not even the parts of two texts are alike. */
function comparison(texts: readonly Prepared[]) {
  const known = new Map<number, number>();
  const keyOf = (a: number, b: number): number => Math.min(a, b) * texts.length + Math.max(a, b);
  return {
    met: (a: number, b: number): boolean => known.has(keyOf(a, b)),
    likeness: (a: number, b: number): number => {
      const key = keyOf(a, b);
      const before = known.get(key);
      if (before !== undefined) return before;
      const [one, other] = [texts[a]!, texts[b]!];
      const alike = sharedParts(one.grams, other.grams) < worthComparing ? 0 : likeness(one.words, other.words);
      known.set(key, alike);
      return alike;
    },
  };
}

/** The share of words and trigrams that two texts have in common; both ascending. */
function sharedParts(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

/** From so many copies on, a copy of a copy belongs to them too: a template's variants need not all be alike. */
const manyCopies = 10;

/** For each text the first text of its family of copies. In a small family all are alike to that first one. */
function familiesOf(texts: readonly Prepared[]): Uint32Array {
  const family = Uint32Array.from(texts, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (family[root] !== root) root = family[root] = family[family[root]!]!;
    return root;
  };
  const alike = comparison(texts);
  const areCopies = (a: number, b: number): boolean =>
    alike.likeness(a, b) >= copiedFrom((texts[a]!.words.letters + texts[b]!.words.letters) / 2);
  forNeighbours(texts, 3, (i, j) => {
    const [a, b] = [rootOf(i), rootOf(j)];
    if (a === b) return true;
    if (!areCopies(i, j)) return false;
    family[Math.max(a, b)] = Math.min(a, b);
    return true;
  });
  const size = new Uint32Array(texts.length);
  for (let i = 0; i < texts.length; i++) size[rootOf(i)]!++;
  return family.map((_, i) => {
    const root = rootOf(i);
    return root === i || size[root]! >= manyCopies || areCopies(i, root) ? root : i;
  });
}

/**
 * Calls `join` for pairs that share a bucket. When it answers that two belong together, the later one stands aside, so
 * that a bucket of a thousand copies stays a short list of different texts.
 */
function forNeighbours(texts: readonly Prepared[], width: 2 | 3, join: (a: number, b: number) => boolean): void {
  for (let band = 0; band < bands; band++) {
    const keys = Uint32Array.from(texts, ({ grams }) => bandKey(grams, band, width));
    const order = sortedByKey(keys);
    for (let from = 0; from < order.length;) {
      let end = from + 1;
      while (end < order.length && keys[order[end]!] === keys[order[from]!]) end++;
      const apart: number[] = [];
      for (const text of order.subarray(from, end)) {
        let alone = true;
        for (const other of apart.slice(-reach)) if (join(text, other)) alone = false;
        if (alone) apart.push(text);
      }
      from = end;
    }
  }
}

function bandKey(grams: Uint32Array, band: number, width: 2 | 3): number {
  let key = 0;
  for (let nth = 1; nth <= width; nth++) {
    let least = 0xffffffff;
    for (const gram of grams) least = Math.min(least, mix(gram, width * band + nth));
    key = mix(key, least);
  }
  return key;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
