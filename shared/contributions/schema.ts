import { z } from 'zod';
import { ItemNumber, Pseudonym } from '../ballots/schema.ts';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { PassageId } from '../documents/schema.ts';
import { idSchema } from '../ids.ts';
import { MARKS } from '../moderation/kinds.ts';
import { LanguageTag, Texts, Translated } from '../texts.ts';
import { CONTEXT_LENGTH, QUOTE_LENGTH } from '../versions/rules.ts';
import { Words, WordsOrNone } from '../words.ts';
import { CONTRIBUTION_KINDS, CONTRIBUTION_LENGTH, NAME_LENGTH, STATES } from './rules.ts';

export const ContributionId = idSchema('contribution');
export type ContributionId = z.infer<typeof ContributionId>;

/** What moderation may lay beside words: a label above them, a pinned answer of the house; and how often they were written. */
export const Moderated = z.object({
  mark: z.enum(MARKS).optional(),
  counterStatement: Texts.optional(),
  version: z.int().min(0).default(0),
});

/** The words of a passage that it is about, as they read in this language, with what stood around them. */
const Anchor = z.object({
  quote: Words(QUOTE_LENGTH),
  before: WordsOrNone(CONTEXT_LENGTH),
  after: WordsOrNone(CONTEXT_LENGTH),
  language: LanguageTag,
});

export const Contribution = z.object({
  id: ContributionId,
  consultation: ConsultationId,
  /** What it is about: one passage, or the consultation as a whole. */
  passage: PassageId.optional(),
  kind: z.enum(CONTRIBUTION_KINDS),
  text: Words(CONTRIBUTION_LENGTH),
  language: LanguageTag,
  by: Pseudonym,
  /** The name the author chose for this consultation; without one, pages make a name from the pseudonym. */
  name: Words(NAME_LENGTH).optional(),
  at: Moment,
  edited: z.boolean(),
  item: ItemNumber,
  state: z.enum(STATES),
  /** The one that drafters merged it into: that one stands for both, and this one is dealt no more. */
  merged: ContributionId.optional(),
  imported: z.boolean().optional(),
  anchor: Anchor.optional(),
  /** The version of the text in which it was put with this passage, having been about another one. */
  movedIn: z.int().min(2).optional(),
  ...Moderated.shape,
});
export type Contribution = z.infer<typeof Contribution>;

export const Suggest = Contribution.pick({
  kind: true,
  text: true,
  language: true,
  passage: true,
  name: true,
  anchor: true,
});
export type Suggest = z.infer<typeof Suggest>;

export const EditContribution = Contribution.pick({ text: true });

/** What everybody may see of it: the words of what waits, was withdrawn or withheld are not there, the thread's shape stays. */
export const PublicContribution = Contribution.omit({ by: true, text: true, version: true, movedIn: true }).extend({
  text: z.string().nullable(),
  /** How it reads in the language that was asked for, where it has been brought into it. */
  translated: Translated.optional(),
  /** Four letters that name the author in this consultation and nowhere else. */
  author: z.string(),
  mine: z.boolean(),
});
export type PublicContribution = z.infer<typeof PublicContribution>;
