import { z } from 'zod';
import { LANGUAGES, type Language } from './locales.ts';
import { CHECKER_LENGTH } from './translations/lengths.ts';
import { WordsOrNone } from './words.ts';

export const LanguageTag = z.enum(Object.keys(LANGUAGES) as Language[], { error: 'not-a-language' });

/** How a text came to be in a language. A machine translation is always labelled, and a person may check any of them. */
const PROVENANCES = ['original', 'human', 'machine'] as const;
export const Wording = z.object({
  text: z.string().min(1).max(20_000),
  provenance: z.enum(PROVENANCES),
  checkedBy: z.string().max(CHECKER_LENGTH).optional(),
  /** The service that made it, where a machine did. */
  by: z.string().max(60).optional(),
  /** `fingerprintOf` the original that it was made from; absent for originals, and where nobody knows. */
  of: z.string().max(20).optional(),
});
export type Wording = z.infer<typeof Wording>;

/** How words read in a language that they were not written in. `outdated`: their original says something else by now. */
export const Translated = Wording.omit({ of: true }).extend({
  language: LanguageTag,
  outdated: z.boolean().optional(),
});
export type Translated = z.infer<typeof Translated>;

/** One text in several languages. */
export const Texts = z.partialRecord(LanguageTag, Wording);
export type Texts = z.infer<typeof Texts>;

/** One text in several languages as a form sends it: what is empty is not there. */
export const TextsOrNone = (length: number) => z.partialRecord(LanguageTag, WordsOrNone(length));

/** The same where something must be said in one of them. */
export const TextsGiven = (length: number) =>
  TextsOrNone(length).refine((given) => Object.values(given).some(Boolean), { error: 'words-missing' });
