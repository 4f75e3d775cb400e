import { z } from 'zod';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { PlaceId } from '../places/schema.ts';
import { LanguageTag, Texts } from '../texts.ts';
import { GroundView } from './ground.ts';
import { MARKS, OUTCOMES, REVIEWS, SOURCE_TYPES } from './kinds.ts';
import { RATINGS } from './hints.ts';
import { AppealId, CaseId, DecisionId, Ground, NoticeKind, Subject, Visibility } from './schema.ts';

/** Facts or reasons as they were given: phrases in all their languages, words in the one they were written in. */
export const SaidView = z.object({
  phrases: z.array(Texts),
  words: z.string().optional(),
  language: LanguageTag,
});
export type SaidView = z.infer<typeof SaidView>;

/** A decision as everybody concerned by it may read it. */
export const DecisionView = z.object({
  id: DecisionId,
  at: Moment,
  /** Whoever was told was told then; absent while it can still be undone. */
  told: Moment.optional(),
  kind: NoticeKind,
  grounds: z.array(Ground),
  visibility: Visibility,
  mark: z.enum(MARKS).optional(),
  counterStatement: Texts.optional(),
  author: z
    .object({ measure: z.enum(['warn', 'suspend']), until: Moment.optional(), ended: Moment.optional() })
    .optional(),
  ground: GroundView.optional(),
  facts: SaidView,
  /** DSA Art. 17(3)(c): no machine decides here, and none has found it. */
  automated: z.literal(false),
  source: z.enum(SOURCE_TYPES),
  /** A later decision stands in its place; both are kept. */
  superseded: z.boolean(),
});
export type DecisionView = z.infer<typeof DecisionView>;

export const AppealView = z.object({
  id: AppealId,
  by: z.enum(['author', 'notifier']),
  at: Moment,
  why: z.string(),
  language: LanguageTag,
  review: z.enum(REVIEWS).optional(),
  reviewedAt: Moment.optional(),
  reasons: SaidView.optional(),
});
export type AppealView = z.infer<typeof AppealView>;

export const MessageView = z.object({
  at: Moment,
  from: z.enum(['author', 'notifier', 'desk']),
  text: z.string(),
  language: LanguageTag,
});
export type MessageView = z.infer<typeof MessageView>;

/** What a service outside made of the words, when it was asked. */
export const Hint = z.object({ rating: z.enum(RATINGS), by: z.string(), at: Moment });
export type Hint = z.infer<typeof Hint>;

const Stand = z.enum(['waiting', 'decided', 'appealed', 'closed']);

/** What a notifier learns with her code. */
export const NoticeState = z.object({
  consultation: ConsultationId,
  at: Moment,
  kind: NoticeKind,
  isArticle16: z.boolean(),
  isTrusted: z.boolean(),
  stand: Stand,
  outcome: z.enum(OUTCOMES).optional(),
  decidedAt: Moment.optional(),
  ground: GroundView.optional(),
  mayAppeal: z.boolean(),
  appealableUntil: Moment.optional(),
  appeal: AppealView.optional(),
  messages: z.array(MessageView),
  /** What was measured against her for unfounded notices. */
  warned: z.boolean(),
  suspendedUntil: Moment.optional(),
});
export type NoticeState = z.infer<typeof NoticeState>;

/** A notice as whoever sent it while she was signed in finds it among what is held about her. */
export const OwnNotice = NoticeState.extend({
  grounds: z.array(Ground),
  why: z.string(),
  language: LanguageTag,
  /** How she said that she is called and reached. */
  name: z.string().optional(),
  email: z.string().optional(),
});
export type OwnNotice = z.infer<typeof OwnNotice>;

/** One decision about her words, with its statement of reasons, as its author reads it. */
export const OwnCase = z.object({
  case: CaseId,
  consultation: ConsultationId,
  subject: Subject,
  stand: Stand,
  /** Her own words, kept for her and the desk until the last appeal has ended. */
  words: z.string().nullable(),
  language: LanguageTag,
  decisions: z.array(DecisionView),
  mayAppeal: z.boolean(),
  appealableUntil: Moment.optional(),
  appeals: z.array(AppealView),
  messages: z.array(MessageView),
});
export type OwnCase = z.infer<typeof OwnCase>;
export const OwnCases = z.object({
  cases: z.array(OwnCase),
  suspensions: z.array(z.object({ place: PlaceId, until: Moment })),
});
export type OwnCases = z.infer<typeof OwnCases>;

/** How long others waited for their first reading here, in seconds; absent while too few have waited to say. */
export const Waiting = z.object({ median: z.int().optional() });
