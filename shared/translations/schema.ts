import { z } from 'zod';
import { AddresseeId } from '../answers/schema.ts';
import { ContributionId } from '../contributions/schema.ts';
import { PassageId } from '../documents/schema.ts';
import { LOCALES } from '../locales.ts';
import { ReplyId, Target } from '../replies/schema.ts';
import { LanguageTag, Texts } from '../texts.ts';
import { Words } from '../words.ts';
import { TRANSLATION_LENGTH } from './lengths.ts';
import { ASKED, WAITING } from './rules.ts';

/** What somebody wrote, in the languages it was translated into. The original stays with the contribution. */
export const Translations = z.object({
  contribution: ContributionId,
  texts: Texts,
  version: z.int().min(1),
});
export type Translations = z.infer<typeof Translations>;

/** The same with the original among its texts; version 0 while nobody has translated it. */
export const TranslationsView = z.object({ texts: Texts, version: z.int().min(0) });
export type TranslationsView = z.infer<typeof TranslationsView>;

export const Translate = z.object({
  language: LanguageTag,
  text: Words(TRANSLATION_LENGTH),
  /** Whoever saves it has read it against the original; everybody reads her name. */
  checked: z.boolean(),
  version: z.int().min(0),
});
export type Translate = z.infer<typeof Translate>;

/** A reader asks for it in the language that she reads the pages in. */
export const AskTranslation = z.object({ language: z.enum(LOCALES, { error: 'not-a-language' }) });
export type AskTranslation = z.infer<typeof AskTranslation>;

export const AskedTranslation = z.object({ came: z.enum(ASKED) });
export type AskedTranslation = z.infer<typeof AskedTranslation>;

/** A text that waits for a translator, in one language. */
const WaitingText = z.object({
  of: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('passage'), id: PassageId }),
    z.object({ kind: z.literal('answer'), id: AddresseeId, passage: PassageId }),
    z.object({ kind: z.literal('contribution'), id: ContributionId }),
    /** Only where a reader asks for it. */
    z.object({ kind: z.literal('reply'), id: ReplyId, target: Target, root: ReplyId }),
  ]),
  language: LanguageTag,
  status: z.enum(WAITING),
  /** How it begins, in the language it was written in. */
  original: z.object({ text: z.string(), language: LanguageTag }),
  /** So many readers have asked for it. */
  asked: z.int().min(0),
});
export type WaitingText = z.infer<typeof WaitingText>;

/** One page of the list: from which text on, and where the next page begins, if there is one. */
export const TranslationList = z.object({
  waiting: z.array(WaitingText),
  from: z.int().min(0),
  total: z.int().min(0),
  next: z.int().optional(),
});
export type TranslationList = z.infer<typeof TranslationList>;

/** Into one language only, or all of them where none is named; from which text on. */
export const AskTranslations = z.object({
  language: LanguageTag.optional(),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
