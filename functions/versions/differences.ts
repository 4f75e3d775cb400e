import { isLanguage, type Language } from '#shared/locales.ts';
import type { Texts } from '#shared/texts.ts';
import { originalOf } from '#shared/translations/rules.ts';
import type { Run } from '#shared/versions/views.ts';

/**
 * The language to compare two texts in: the reader's where both have it, else that of the original, else any that both
 * have. Comparing two languages would mark everything.
 */
export const languageFor = (before: Texts, after: Texts, wanted: string): Language | undefined => {
  const both = (Object.keys(after) as Language[]).filter((language) => before[language]);
  const order = [wanted, originalOf(after)?.language, originalOf(before)?.language];
  return order.find((language): language is Language => both.some((one) => one === language)) ?? both[0];
};

/** The one language that a text is read in where there is nothing to compare it with. */
export const languageOf = (texts: Texts, wanted: string): Language | undefined =>
  isLanguage(wanted) && texts[wanted] ? wanted : (originalOf(texts)?.language ?? (Object.keys(texts) as Language[])[0]);

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
