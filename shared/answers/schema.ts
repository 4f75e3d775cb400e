import { z } from 'zod';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { DocumentId, PassageId } from '../documents/schema.ts';
import { MOST_PASSAGES } from '../documents/rules.ts';
import { idSchema } from '../ids.ts';
import { LOCALES } from '../locales.ts';
import { OUTCOMES } from '../suggestions/rules.ts';
import { Texts, TextsOrNone } from '../texts.ts';
import { Words, WordsOrNone } from '../words.ts';
import { ADDRESSEE_NAME_LENGTH, ANSWER_LENGTH, BY_WHOM_LENGTH } from './rules.ts';

export const Day = z.iso.date({ error: 'not-a-day' });

export const AddresseeId = idSchema('addressee');
export type AddresseeId = z.infer<typeof AddresseeId>;

/** An institution or a department that is asked to answer a version of a text, point by point, by a day. */
export const Addressee = z.object({
  id: AddresseeId,
  consultation: ConsultationId,
  document: DocumentId,
  /** The version that it answers. */
  edition: z.int().min(1),
  name: Words(ADDRESSEE_NAME_LENGTH),
  locale: z.enum(LOCALES),
  due: Day,
  points: z.array(PassageId).min(1).max(MOST_PASSAGES),
  asked: Moment,
  /** Of the token in its link. */
  tokenHash: z.string(),
  /** It is not asked any more; what it has answered stays. */
  ended: Moment.optional(),
  version: z.int().min(1),
});
export type Addressee = z.infer<typeof Addressee>;

const AskedBase = z.object({ name: Words(ADDRESSEE_NAME_LENGTH), locale: z.enum(LOCALES), due: Day });

/** Asks an institution. With an address, the link is sent there too. */
export const AskAddressee = AskedBase.extend({
  document: DocumentId,
  points: z.array(PassageId).min(1, { error: 'nothing-chosen' }).max(MOST_PASSAGES),
  email: z.email({ error: 'not-an-email' }).max(200).optional(),
});
export type AskAddressee = z.infer<typeof AskAddressee>;

const Said = z.object({
  outcome: z.enum(OUTCOMES).optional(),
  why: Texts,
  /** Who will do it: an office, never a person's private name. */
  who: z.string().max(BY_WHOM_LENGTH),
  when: Day.optional(),
});
export type Said = z.infer<typeof Said>;

export const GivenAnswer = Said.extend({ outcome: z.enum(OUTCOMES), at: Moment, first: Moment });
export type GivenAnswer = z.infer<typeof GivenAnswer>;

/** What an institution says to one passage. A draft is its own; what is given is everybody's, and can be put right. */
export const Answer = z.object({
  consultation: ConsultationId,
  addressee: AddresseeId,
  passage: PassageId,
  draft: Said.optional(),
  given: GivenAnswer.optional(),
  version: z.int().min(1),
});
export type Answer = z.infer<typeof Answer>;

/** Kept as a draft, or given: then the outcome and the reason are there. Version 0: nothing was written before. */
export const WriteAnswer = z.object({
  outcome: z
    .union([z.literal('').transform(() => undefined), z.enum(OUTCOMES, { error: 'nothing-chosen' })])
    .optional(),
  why: TextsOrNone(ANSWER_LENGTH),
  who: WordsOrNone(BY_WHOM_LENGTH),
  when: z.union([z.literal('').transform(() => undefined), Day]).optional(),
  give: z.boolean(),
  version: z.int().min(0),
});
export type WriteAnswer = z.infer<typeof WriteAnswer>;

/** The reason in other languages, by those who translate; the original is the institution's. */
export const TranslateAnswer = z.object({ why: TextsOrNone(ANSWER_LENGTH), version: z.int().min(1) });
export type TranslateAnswer = z.infer<typeof TranslateAnswer>;
