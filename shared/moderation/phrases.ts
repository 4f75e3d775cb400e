import { z } from 'zod';
import { Texts } from '../texts.ts';
import { Words } from '../words.ts';
import { PHRASE_KINDS } from './kinds.ts';
import { REFERENCE_LENGTH } from './rules.ts';
import { PhraseId } from './schema.ts';

/** A phrase of the place's book. For a law or a house rule `text` is the quotation and `reference` says where it stands. */
export const Phrase = z.object({
  id: PhraseId,
  kind: z.enum(PHRASE_KINDS),
  title: Words(80),
  reference: Words(REFERENCE_LENGTH).optional(),
  url: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  text: Texts,
  version: z.int().min(1),
});
export type Phrase = z.infer<typeof Phrase>;

export const WritePhrase = Phrase.omit({ id: true });
export type WritePhrase = z.infer<typeof WritePhrase>;
