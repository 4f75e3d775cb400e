import type { Language } from '#shared/locales.ts';
import type { Texts } from '#shared/texts.ts';

/** One text from its words in each language that a town speaks: one is the original, the others people translated. */
export const texts = <Spoken extends Language>(
  original: NoInfer<Spoken>,
  words: Readonly<Record<Spoken, string>>,
): Texts => textsOf(original, words, (text) => text);

/** Picks the same text out of each language's words. */
export const textsOf = <Spoken extends Language, Words>(
  original: NoInfer<Spoken>,
  words: Readonly<Record<Spoken, Words>>,
  pick: (words: Words) => string,
): Texts =>
  Object.fromEntries(
    Object.entries<Words>(words).map(([language, spoken]) => [
      language,
      { text: pick(spoken), provenance: language === original ? 'original' : 'human' },
    ]),
  );
