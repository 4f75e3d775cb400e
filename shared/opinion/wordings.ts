/** A suggestion as somebody wrote it. Only texts of one language are ever compared. */
export type Wording = { id: string; language: string; text: string };

/** A text as the comparison sees it: its words without case, accents and punctuation, each with its length. */
export type Words = { words: readonly string[]; letters: number };

/** Scripts that are written without spaces are taken sign by sign. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;

export function wordsOf(text: string): Words {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .match(word) ?? [];
  return { words, letters: words.reduce((sum, one) => sum + one.length, 0) };
}

/**
 * How alike two texts are, 0 to 1: the share of their letters that stand in words which the other text has too, or has
 * with a typing error. Order does not count, long words count more, and no word is used twice.
 */
export function likeness(a: Words, b: Words): number {
  const left = [...b.words];
  const rest: string[] = [];
  let shared = 0;
  for (const one of a.words) {
    const at = left.indexOf(one);
    if (at < 0) rest.push(one);
    else {
      left.splice(at, 1);
      shared += 2 * one.length;
    }
  }
  for (const one of rest) {
    const at = left.findIndex((other) => isTypingError(one, other));
    if (at < 0) continue;
    shared += one.length + left[at]!.length;
    left.splice(at, 1);
  }
  const all = a.letters + b.letters;
  return all === 0 ? 0 : shared / all;
}

/** One slip (a letter more, less, other, or two swapped) in words of four letters or more; two in ten or more. */
export function isTypingError(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  if (longer < 4 || Math.abs(a.length - b.length) > 2) return false;
  return slips(a, b) <= (longer >= 10 ? 2 : 1);
}

/** Optimal string alignment distance. */
function slips(a: string, b: string): number {
  let older: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, older[j - 2]! + 1);
      row.push(least);
    }
    older = above;
    above = row;
  }
  return above[b.length]!;
}
