import { z } from 'zod';
import { GROUNDS } from '../consultations/rules.ts';
import { ContributionId } from '../contributions/schema.ts';
import { PassageId } from '../documents/schema.ts';
import { idSchema } from '../ids.ts';
import { LOCALES } from '../locales.ts';
import { ParticipantId } from '../participants/schema.ts';
import { ReplyId, Target } from '../replies/schema.ts';
import { LanguageTag } from '../texts.ts';
import { Words } from '../words.ts';
import {
  DANGERS,
  GROUND_KINDS,
  HOUSE_PHRASE_KEYS,
  LONGEST_SUSPENSION_DAYS,
  MARKS,
  MEASURES,
  NOTICE_KINDS,
  REVIEWS,
  VISIBILITIES,
} from './kinds.ts';
import { TIERS } from './queue.ts';
import { MOST_COPIES } from './same-words.ts';
import {
  COUNTER_STATEMENT_LENGTH,
  FACTS_LENGTH,
  MESSAGE_LENGTH,
  MOST_PHRASES,
  NOTICE_LENGTH,
  NOTIFIER_NAME_LENGTH,
  QUOTE_LENGTH,
  REFERENCE_LENGTH,
} from './rules.ts';

export const CaseId = idSchema('case');
export type CaseId = z.infer<typeof CaseId>;
export const NoticeId = idSchema('notice');
export type NoticeId = z.infer<typeof NoticeId>;
export const DecisionId = idSchema('decision');
export type DecisionId = z.infer<typeof DecisionId>;
export const AppealId = idSchema('appeal');
export type AppealId = z.infer<typeof AppealId>;
export const PhraseId = idSchema('phrase');
export type PhraseId = z.infer<typeof PhraseId>;

const ContributionSubject = z.object({ kind: z.literal('contribution'), id: ContributionId });
const ReplySubject = z.object({ kind: z.literal('reply'), target: Target, root: ReplyId, id: ReplyId });

/** Words of a participant. */
export const WordsSubject = z.discriminatedUnion('kind', [ContributionSubject, ReplySubject]);
export type WordsSubject = z.infer<typeof WordsSubject>;

/** What is reported. A name is reported where it stands: at something its bearer wrote. */
export const Subject = z.discriminatedUnion('kind', [
  ContributionSubject,
  ReplySubject,
  z.object({ kind: z.literal('translation'), passage: PassageId, language: LanguageTag }),
  z.object({ kind: z.literal('name'), at: WordsSubject }),
]);
export type Subject = z.infer<typeof Subject>;

export const NoticeKind = z.enum(NOTICE_KINDS);
export const Visibility = z.enum(VISIBILITIES);
export const Tier = z.union(
  TIERS.map((tier) => z.literal(tier)) as [z.ZodLiteral<1>, z.ZodLiteral<2>, z.ZodLiteral<3>, z.ZodLiteral<4>],
);
export const Ground = z.enum(GROUNDS);

const Proof = z.string().max(2000);
const Why = Words(NOTICE_LENGTH);

/** 43 letters of base64url: 32 random bytes. */
const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * A notice. With name, e-mail and the statement of good faith it is one under Article 16 of the Digital Services Act;
 * without them it is anonymous, is marked so, and is worked on all the same.
 */
export const Notify = z.object({
  subject: Subject,
  kind: z.enum(NOTICE_KINDS, { error: 'nothing-chosen' }),
  grounds: z.array(Ground).max(GROUNDS.length).default([]),
  why: Why,
  language: LanguageTag,
  locale: z.enum(LOCALES),
  /** Somebody's life or safety may be threatened. */
  danger: z.boolean().default(false),
  name: Words(NOTIFIER_NAME_LENGTH).optional(),
  email: z.email({ error: 'not-an-email' }).max(200).optional(),
  goodFaith: z.boolean().default(false),
  /** What a trusted flagger's link carries. */
  flagger: Token.optional(),
  proof: Proof.optional(),
});
export type Notify = z.infer<typeof Notify>;
export const isArticle16 = ({ name, email, goodFaith }: Pick<Notify, 'name' | 'email' | 'goodFaith'>): boolean =>
  name !== undefined && email !== undefined && goodFaith;

/** What the notifier keeps: shown once. */
export const Receipt = z.object({ code: z.string(), isArticle16: z.boolean(), isTrusted: z.boolean() });
export type Receipt = z.infer<typeof Receipt>;

/** Facts or reasons: reusable phrases, in all their languages, and what this case needs besides. */
export const Said = z.object({
  phrases: z
    .array(z.union([PhraseId, z.enum(HOUSE_PHRASE_KEYS)]))
    .max(MOST_PHRASES)
    .default([]),
  words: Words(FACTS_LENGTH).optional(),
  language: LanguageTag,
});
export type Said = z.infer<typeof Said>;
export type PhraseName = Said['phrases'][number];

/** A law of the place or a rule of the house: a phrase of the book, or named and quoted by hand. */
const DecisionGround = z.union([
  z.object({ kind: z.enum(GROUND_KINDS), phrase: z.union([PhraseId, z.enum(HOUSE_PHRASE_KEYS)]) }),
  z.object({
    kind: z.enum(GROUND_KINDS),
    reference: Words(REFERENCE_LENGTH),
    quote: Words(QUOTE_LENGTH),
    language: LanguageTag,
    url: z
      .url({ protocol: /^https$/ })
      .max(500)
      .optional(),
  }),
]);

const AuthorMeasure = z.discriminatedUnion('measure', [
  z.object({ measure: z.literal('warn') }),
  z.object({ measure: z.literal('suspend'), days: z.int().min(1).max(LONGEST_SUSPENSION_DAYS) }),
]);

export const Version = z.object({ version: z.int().min(1) });

/** What a moderator decides. `seen`: the fingerprint of the words she had before her, so that nothing else is decided. */
export const Decide = Version.extend({
  seen: z.string().max(64),
  kind: NoticeKind,
  grounds: z.array(Ground).max(GROUNDS.length).default([]),
  tier: Tier,
  visibility: Visibility,
  mark: z.enum(MARKS).optional(),
  counterStatement: z
    .union([
      z.object({ phrase: z.union([PhraseId, z.enum(HOUSE_PHRASE_KEYS)]) }),
      z.object({ words: Words(COUNTER_STATEMENT_LENGTH), language: LanguageTag }),
    ])
    .optional(),
  author: AuthorMeasure.optional(),
  /** Evident to anybody without analysis (DSA recital 63): counts towards frequent misuse. */
  manifest: z.boolean().default(false),
  ground: DecisionGround.optional(),
  facts: Said,
  /** Notices that are manifestly unfounded. */
  unfounded: z.array(NoticeId).max(100).default([]),
});
export type Decide = z.infer<typeof Decide>;

/** The same, for these other cases about the same words too, each as she has read it. */
export const DecideAlike = Decide.extend({
  alike: z
    .array(z.object({ id: CaseId, seen: Decide.shape.seen }))
    .max(MOST_COPIES)
    .default([]),
});
export type DecideAlike = z.infer<typeof DecideAlike>;

/** The answer to an appeal. */
export const DecideAppeal = Version.extend({
  seen: Decide.shape.seen,
  review: z.enum(REVIEWS),
  reasons: Said,
  /** What holds from now on. An author's appeal that is reversed needs none: everything is as if nothing had been decided. */
  decision: Decide.omit({ version: true, seen: true }).optional(),
});
export type DecideAppeal = z.infer<typeof DecideAppeal>;

/** An appeal, in any language of the list. */
export const Appeal = z.object({ why: Why, language: LanguageTag });
export type Appeal = z.infer<typeof Appeal>;
export const Message = z.object({ text: Words(MESSAGE_LENGTH), language: LanguageTag });
export type Message = z.infer<typeof Message>;
/** Whom at the desk a message goes to: the author, or one of the notifiers. */
export const WriteTo = Message.extend({ to: z.union([z.literal('author'), NoticeId]) });
export type WriteTo = z.infer<typeof WriteTo>;

const ReceiptCode = z
  .string()
  .max(60)
  .transform((typed) => typed.replaceAll(/[\s\u2010-\u2015\u200e\u200f-]/gu, ''));
export const ByReceipt = z.object({ code: ReceiptCode, proof: Proof.optional() });
export const AppealByReceipt = ByReceipt.extend(Appeal.shape);
export const WriteByReceipt = ByReceipt.extend(Message.shape);

export const HandOver = Version.extend({ to: ParticipantId });
export const AskOpinion = Version.extend({ of: ParticipantId, question: Words(MESSAGE_LENGTH).optional() });
export const GiveOpinion = z.object({ text: Words(MESSAGE_LENGTH), language: LanguageTag });
export type AskOpinion = z.infer<typeof AskOpinion>;
export const Escalate = Version.extend({ danger: z.enum(DANGERS) });
export const OpenCase = z.object({
  consultation: idSchema('consultation'),
  subject: Subject,
  kind: NoticeKind,
  grounds: z.array(Ground).max(GROUNDS.length).default([]),
  danger: z.boolean().default(false),
});
export type OpenCase = z.infer<typeof OpenCase>;

/** What follows for somebody whose notices were manifestly unfounded again and again. */
export const MeasureNotifier = z.object({
  measure: z.enum(MEASURES),
  days: z.int().min(1).max(LONGEST_SUSPENSION_DAYS).optional(),
});
export type MeasureNotifier = z.infer<typeof MeasureNotifier>;
