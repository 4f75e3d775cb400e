/**
 * Words as they are compared, whatever their accents, vowel signs (tashkeel), stretching (tatweel), case, punctuation and
 * line breaks. Characters that are words by themselves stand alone.
 */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .toLowerCase()
    .replaceAll(/\p{Script=Han}/gu, ' $& ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Every place at which these words stand one after the other. */
export const placesOf = (words: readonly string[], text: readonly string[]): number[] =>
  words.length === 0
    ? []
    : text.flatMap((_, place) => (words.every((word, i) => text[place + i] === word) ? [place] : []));

/** How many words two lists have in common, in their order (the longest common subsequence). */
const inCommon = (a: readonly string[], b: readonly string[]): number => {
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      next[j + 1] = word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    }
    row = next;
  }
  return row[b.length]!;
};

export type Found = { likeness: number; start: number; end: number };

/**
 * Where in a text something most like these words stands, and how like: words in common as a share of both (Dice), from
 * 0 to 1. Looked for in windows as long as the words, a little shorter and a little longer.
 */
export const mostLike = (words: readonly string[], text: readonly string[]): Found => {
  let best: Found = { likeness: 0, start: 0, end: 0 };
  const lengths = new Set([0.8, 1, 1.25].map((share) => Math.max(1, Math.round(words.length * share))));
  const known = new Set(words);
  for (const length of lengths) {
    for (let start = 0; start < text.length && (start === 0 || start + length <= text.length); start++) {
      const window = text.slice(start, start + length);
      // Words in common in any order are never fewer than in order: most windows are told apart by this alone.
      const bound = (2 * window.filter((word) => known.has(word)).length) / (words.length + window.length);
      if (bound <= best.likeness) continue;
      const likeness = (2 * inCommon(words, window)) / (words.length + window.length);
      if (likeness > best.likeness) best = { likeness, start, end: start + window.length };
    }
  }
  return best;
};

/** How far the words on one side of a place are those that were there, nearest first: from 0 to 1. */
const sideOf = (were: readonly string[], are: readonly string[]): number => {
  if (were.length === 0) return are.length === 0 ? 1 : 0.5;
  const differs = were.findIndex((word, i) => word !== are[i]);
  return (differs < 0 ? were.length : differs) / were.length;
};

/** How far the surroundings of a place are those that the words had: from 0 to 1. */
export const surroundings = (
  { before, after }: { before: readonly string[]; after: readonly string[] },
  text: readonly string[],
  { start, end }: { start: number; end: number },
): number => (sideOf(before.toReversed(), text.slice(0, start).toReversed()) + sideOf(after, text.slice(end))) / 2;
