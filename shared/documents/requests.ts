import { z } from 'zod';
import { REASON_LENGTH } from '../consultations/rules.ts';
import { LOCALES } from '../locales.ts';
import { LanguageTag, TextsGiven, TextsOrNone } from '../texts.ts';
import { CHECKER_LENGTH } from '../translations/lengths.ts';
import { WordsOrNone } from '../words.ts';
import {
  ARRANGEMENTS,
  DOCUMENT_KINDS,
  DOCUMENT_TITLE_LENGTH,
  HEADING_LENGTH,
  IMPORT_MODES,
  LEFT_KINDS,
  MOST_FILE_BYTES,
  PASSAGE_LENGTH,
  SOURCE_LENGTH,
  SUMMARY_LENGTH,
} from './rules.ts';
import { Document, Passage, PassageId } from './schema.ts';

const LANGUAGE_OF_PAGES = z.enum(LOCALES, { error: 'not-a-language' });
/** What residents read about a change of a published text. */
const note = TextsGiven(REASON_LENGTH).optional();
/** How often the text as a whole had been changed when it was seen. */
const seen = z.int().min(0);

const about = {
  mode: z.enum(IMPORT_MODES),
  language: LANGUAGE_OF_PAGES,
  kind: z.enum(DOCUMENT_KINDS),
  version: seen,
  note,
};
export const ImportText = z.discriminatedUnion('format', [
  z.object({
    ...about,
    format: z.literal('markdown'),
    text: z.string().max(SOURCE_LENGTH, { error: 'words-too-long' }),
  }),
  z.object({
    ...about,
    format: z.literal('docx'),
    file: z.base64().max(Math.ceil(MOST_FILE_BYTES / 3) * 4, { error: 'words-too-long' }),
  }),
]);
export type ImportText = z.infer<typeof ImportText>;

export const NameText = z.object({
  version: seen,
  title: TextsGiven(DOCUMENT_TITLE_LENGTH),
  kind: z.enum(DOCUMENT_KINDS),
  note,
});
export type NameText = z.infer<typeof NameText>;

export const ArrangeText = z.object({
  version: seen,
  act: z.enum(ARRANGEMENTS),
  passage: PassageId,
  /** Where a passage is divided: before this one of its parts. */
  at: z.int().min(1).max(10_000).optional(),
  note,
});
export type ArrangeText = z.infer<typeof ArrangeText>;

const Checkers = z.partialRecord(LanguageTag, WordsOrNone(CHECKER_LENGTH));
export const EditPassage = z.object({
  version: seen,
  heading: TextsOrNone(HEADING_LENGTH),
  text: TextsOrNone(PASSAGE_LENGTH),
  summary: TextsOrNone(SUMMARY_LENGTH),
  /** Who checked the translation of heading and text, and who the plain words: as everybody reads it. */
  checkedBy: Checkers.default({}),
  summaryCheckedBy: Checkers.default({}),
  note,
});
export type EditPassage = z.infer<typeof EditPassage>;

/** One thing that could not be kept: what it is, what stood around it, and the words that it held. */
export const Left = z.object({ kind: z.enum(LEFT_KINDS), where: z.string(), text: z.string() });

export type Left = z.infer<typeof Left>;

/** A text as those see it who work on it. */
export const TextDesk = z.object({
  document: Document.optional(),
  /** How often the text as a whole has been changed. */
  version: z.int(),
  passages: z.array(Passage),
  left: z.array(Left),
  mayArrange: z.boolean(),
  /** It is published: each change of it needs a note. */
  isPublished: z.boolean(),
});
export type TextDesk = z.infer<typeof TextDesk>;
