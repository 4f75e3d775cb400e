import type { Language } from './locales.ts';
import type { Texts, Wording } from './texts.ts';

export type Reading = Wording & { language: Language };

/** A text's wordings by their language: whatever order a store gives them in, everybody meets the same first. */
export const wordingsIn = (texts: Texts): [Language, Wording][] =>
  (Object.entries(texts) as [Language, Wording][]).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * The wording a reader sees: her languages first, in her order, then the original, then whatever there is.
 * Null only for a text that exists in no language.
 */
export const readingOf = (texts: Texts, wanted: readonly string[]): Reading | null => {
  const present = wordingsIn(texts);
  const found =
    wanted.map((tag) => present.find(([language]) => language === tag)).find(Boolean) ??
    present.find(([, wording]) => wording.provenance === 'original') ??
    present[0];
  return found ? { ...found[1], language: found[0] } : null;
};
