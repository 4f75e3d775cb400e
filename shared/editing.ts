import type { Language } from './locales.ts';
import type { Texts, Wording } from './texts.ts';

/** What an office wrote into a form: one text in each language of the form, empty where there is none. */
export type TextsGiven = Partial<Record<Language, string>>;

const originalOf = (texts: Texts): Language | undefined =>
  (Object.keys(texts) as Language[]).find((language) => texts[language]?.provenance === 'original');

/**
 * A text after a form was saved. A wording that nobody touched keeps where it came from and who checked it; one that
 * somebody wrote anew is a person's and has yet to be checked. Languages that the form did not show stay as they are.
 * One of them is the original: the one that was, or else the first that `order` names, or that there is.
 */
export const editTexts = (before: Texts, given: TextsGiven, order: readonly Language[] = []): Texts => {
  const texts: Texts = { ...before };
  for (const [language, text = ''] of Object.entries(given) as [Language, string | undefined][]) {
    if (text === '') delete texts[language];
    else if (texts[language]?.text !== text) texts[language] = { text, provenance: 'human' };
  }
  const present = Object.keys(texts) as Language[];
  const original =
    originalOf(texts) ?? [originalOf(before), ...order].find((language) => language && texts[language]) ?? present[0];
  const wording: Wording | undefined = original && texts[original];
  return original && wording ? { ...texts, [original]: { ...wording, provenance: 'original' } } : texts;
};
