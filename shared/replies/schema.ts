import { z } from 'zod';
import { Pseudonym } from '../ballots/schema.ts';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { NAME_LENGTH, STATES } from '../contributions/rules.ts';
import { ContributionId, Moderated } from '../contributions/schema.ts';
import { PassageId } from '../documents/schema.ts';
import { idSchema } from '../ids.ts';
import { LanguageTag, Texts, Translated } from '../texts.ts';
import { Words } from '../words.ts';
import { DEEPEST, LABELS, REPLY_LENGTH } from './rules.ts';

export const ReplyId = idSchema('reply');
export type ReplyId = z.infer<typeof ReplyId>;

/** What a thread hangs on. */
export const Target = z.union([ContributionId, PassageId]);
export type Target = z.infer<typeof Target>;

export const Reply = z.object({
  id: ReplyId,
  consultation: ConsultationId,
  target: Target,
  /** The reply that began this branch; a first reply is its own root. */
  root: ReplyId,
  parent: ReplyId.optional(),
  depth: z.int().min(1).max(DEEPEST),
  label: z.enum(LABELS).optional(),
  text: Words(REPLY_LENGTH),
  language: LanguageTag,
  by: Pseudonym,
  name: Words(NAME_LENGTH).optional(),
  at: Moment,
  edited: z.boolean(),
  state: z.enum(STATES),
  /** What it says in other languages: it lies with the words, and goes with them. */
  translations: Texts.optional(),
  ...Moderated.shape,
});
export type Reply = z.infer<typeof Reply>;

export const WriteReply = Reply.pick({ text: true, language: true, label: true, name: true }).extend({
  /** The reply it answers, with that reply's root; absent for a first reply. */
  answers: z.object({ id: ReplyId, root: ReplyId }).optional(),
});
export type WriteReply = z.infer<typeof WriteReply>;

export const EditReply = Reply.pick({ text: true });

export const PublicReply = Reply.omit({ by: true, text: true, version: true, translations: true }).extend({
  text: z.string().nullable(),
  /** How it reads in the language that was asked for, where it has been brought into it. */
  translated: Translated.optional(),
  author: z.string(),
  mine: z.boolean(),
});
export type PublicReply = z.infer<typeof PublicReply>;

export const ThreadPage = z.object({ replies: z.array(PublicReply), next: z.string().optional() });
export type ThreadPage = z.infer<typeof ThreadPage>;
