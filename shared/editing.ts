import type { Language } from './locales.ts';
import type { Texts } from './texts.ts';
import { fingerprintOf, originalOf } from './translations/rules.ts';

/** What an office wrote into a form: one text in each language of the form, empty where there is none. */
export type TextsGiven = Partial<Record<Language, string>>;

/**
 * A text after a form was saved. A wording that nobody touched keeps where it came from and who checked it; one that
 * somebody wrote anew is a person's and has yet to be checked. Languages that the form did not show stay as they are.
 * One of them is the original: the one that was, or else the first that `order` names, or that there is. When its words
 * change, translations that nobody touched remember the old ones, and so are known to be outdated.
 */
export const editTexts = (before: Texts, given: TextsGiven, order: readonly Language[] = []): Texts => {
  const texts: Texts = { ...before };
  for (const [language, text = ''] of Object.entries(given) as [Language, string | undefined][]) {
    if (text === '') delete texts[language];
    else if (texts[language]?.text !== text) texts[language] = { text, provenance: 'human' };
  }
  const old = originalOf(before);
  const present = Object.keys(texts) as Language[];
  const language = old && texts[old.language] ? old.language : (order.find((one) => texts[one]) ?? present[0]);
  const wording = language && texts[language];
  if (!wording) return texts;
  for (const one of present) {
    const translated = texts[one];
    if (!translated || one === language) continue;
    const source = translated === before[one] ? old?.text : wording.text;
    const isKnown = translated.of !== undefined || (translated === before[one] && source === wording.text);
    if (!isKnown && source) texts[one] = { ...translated, of: fingerprintOf(source) };
  }
  const { of: _, ...own } = wording;
  return { ...texts, [language]: { ...own, provenance: 'original' } };
};
