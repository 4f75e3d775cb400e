import { z } from 'zod';
import { AnswerKey } from '../ballots/schema.ts';
import { LOCALES } from '../locales.ts';
import { TextsGiven, TextsOrNone } from '../texts.ts';
import { Words } from '../words.ts';
import { ANSWER_LENGTH, AREAS, BELONGING_LENGTH, GROUNDS, REASON_LENGTH, WORD_LENGTHS } from './rules.ts';
import { Consultation, ConsultationId, Moment, Stage } from './schema.ts';

/** What residents read about a change: in one language at least. */
const Note = TextsGiven(REASON_LENGTH);

const Version = Consultation.shape.version;
const languages = z.array(z.enum(LOCALES, { error: 'not-a-language' })).min(1, { error: 'not-a-language' });

/** Few things first: the rest is asked for on the way to publishing. */
export const PrepareConsultation = z.object({
  title: Words(WORD_LENGTHS.title),
  question: Words(WORD_LENGTHS.question),
  /** In which of its languages these two are written. */
  language: z.enum(LOCALES, { error: 'not-a-language' }),
  languages,
});
export type PrepareConsultation = z.infer<typeof PrepareConsultation>;

export const CloneConsultation = z.object({ from: ConsultationId });

const MOST_ANSWERS = 11;

/** What is to be changed; what is left out stays. `note` is asked for once it is published. */
export const EditConsultation = z.object({
  version: Version,
  title: TextsOrNone(WORD_LENGTHS.title).optional(),
  question: TextsOrNone(WORD_LENGTHS.question).optional(),
  why: TextsOrNone(WORD_LENGTHS.why).optional(),
  whatHappens: TextsOrNone(WORD_LENGTHS.whatHappens).optional(),
  audience: TextsOrNone(WORD_LENGTHS.audience).optional(),
  languages: languages.optional(),
  areas: z.array(z.enum(AREAS)).optional(),
  grounds: z.array(z.enum(GROUNDS)).optional(),
  doors: Consultation.shape.doors.optional(),
  premoderation: z.boolean().optional(),
  /** `null`: nobody is asked about belonging to affected groups. */
  belonging: z
    .object({
      question: TextsGiven(BELONGING_LENGTH),
      why: TextsGiven(BELONGING_LENGTH),
      answers: z
        .array(z.object({ key: AnswerKey, label: TextsGiven(ANSWER_LENGTH) }))
        .min(1, { error: 'words-missing' })
        .max(MOST_ANSWERS),
    })
    .nullable()
    .optional(),
  note: Note.optional(),
});
export type EditConsultation = z.infer<typeof EditConsultation>;

const MOST_STAGES = 40;

/** The dates that have not come yet: of a draft all of them. `reason` is asked for once it is published. */
export const SetDates = z.object({
  version: Version,
  stages: z.array(Stage).max(MOST_STAGES),
  resultDates: z.array(Moment).max(MOST_STAGES),
  opensAtOnce: z.boolean().default(false),
  reason: Note.optional(),
});
export type SetDates = z.infer<typeof SetDates>;

export const CloseVoting = z.object({ version: Version, at: Moment, reason: Note });
export type CloseVoting = z.infer<typeof CloseVoting>;

export const Publish = z.object({
  version: Version,
  /** Said to be missing: readers of these languages read the original. */
  withoutTranslations: z.boolean(),
  /** There is no text to vote on part by part: people only answer the question. */
  withoutText: z.boolean(),
});
export type Publish = z.infer<typeof Publish>;

export const DeleteDraft = z.object({ version: z.coerce.number().int() });
