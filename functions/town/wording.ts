import type { Locale } from '#shared/locales.ts';
import type { Texts } from '#shared/texts.ts';

type InEach<Value> = { [L in Locale]: Value };

/** One text from its words in each language of the interface: the first is the original, the others people translated. */
export const texts = (original: Locale, words: InEach<string>): Texts =>
  Object.fromEntries(
    (Object.keys(words) as Locale[]).map((language) => [
      language,
      { text: words[language], provenance: language === original ? 'original' : 'human' },
    ]),
  );

/** Picks the same text out of each language's words. */
export const textsOf = <Words>(original: Locale, words: InEach<Words>, pick: (words: Words) => string): Texts =>
  texts(original, { en: pick(words.en), it: pick(words.it), ar: pick(words.ar) });
