import type { Language } from '#shared/locales.ts';
import type { Texts } from '#shared/texts.ts';
import { originalOf } from '#shared/translations/rules.ts';
import type { Run } from '#shared/versions/views.ts';

const languagesOf = (texts: Texts): Language[] => (Object.keys(texts) as Language[]).toSorted();

/**
 * The language to compare texts in: the reader's where all have it, else that of an original, the latest first, else any
 * that all have. Comparing two languages would mark everything.
 */
export const languageFor = (texts: readonly Texts[], wanted: string): Language | undefined => {
  const all = languagesOf(texts[0] ?? {}).filter((language) => texts.every((one) => one[language]));
  const order = [wanted, ...texts.toReversed().map((one) => originalOf(one)?.language)];
  return order.find((language): language is Language => all.some((one) => one === language)) ?? all[0];
};

const segmenters = new Map<string, Intl.Segmenter>();
const segmenterOf = (language: string): Intl.Segmenter => {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
};

/**
 * What changed, word by word as the language has words: Arabic with its joined particles, Chinese without spaces. The
 * library is loaded by whoever compares, never by a function that only votes.
 */
export const differencesBetween = async (before: string, after: string, language: string): Promise<Run[]> => {
  if (before === after) return after ? [{ is: 'same', text: after }] : [];
  const { diffWords } = await import('diff');
  return diffWords(before, after, { intlSegmenter: segmenterOf(language) }).map(({ added, removed, value }) => ({
    is: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }));
};
