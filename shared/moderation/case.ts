import { z } from 'zod';
import { Pseudonym } from '../ballots/schema.ts';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { DANGERS, MARKS } from './kinds.ts';
import { LANES } from './queue.ts';
import { AppealId, CaseId, DecisionId, Ground, NoticeId, NoticeKind, Subject, Tier, Visibility } from './schema.ts';
import { CASE_STATES } from './states.ts';
import { GroundView } from './ground.ts';
import { DecisionView, Hint, SaidView } from './views.ts';
import { ParticipantId } from '../participants/schema.ts';
import { PlaceId } from '../places/schema.ts';
import { LanguageTag, Texts } from '../texts.ts';

/** How words stand after a decision; `waiting` for those that nobody has read yet. */
export const Look = z.object({
  visibility: z.union([Visibility, z.literal('waiting')]),
  mark: z.enum(MARKS).optional(),
  counterStatement: Texts.optional(),
});
export type Look = z.infer<typeof Look>;

/** The head of a case: how it stands and what its place in the queue is made of. No words of anybody. */
export const Case = z.object({
  id: CaseId,
  /** The place that the words belong to, and the one whose desk has the case now: another one may hear the appeal. */
  place: PlaceId,
  desk: PlaceId,
  consultation: ConsultationId,
  subject: Subject,
  /** What the subject is, as a key: there is one case about it. */
  about: z.string(),
  author: Pseudonym.optional(),
  /** HMAC of a participant's words: copies of them, by whomever, have the same. */
  same: z.string().optional(),
  language: LanguageTag,
  state: z.enum(CASE_STATES),
  version: z.int().min(1),
  why: z.enum(['notice', 'own-initiative', 'first-reading', 'appeal']),
  kind: NoticeKind,
  grounds: z.array(Ground),
  /** Every kind that a notice has named: one that is not among them says something new. */
  kinds: z.array(NoticeKind),
  danger: z.boolean(),
  source: DecisionView.shape.source,
  lane: z.enum(LANES),
  tier: Tier,
  since: Moment,
  due: Moment,
  hint: Hint.optional(),
  escalated: z.object({ at: Moment, danger: z.enum(DANGERS), by: ParticipantId, to: z.string() }).optional(),
  holder: z.object({ by: ParticipantId, until: Moment }).optional(),
  /** Who has given it to somebody else: it is not offered to them again. */
  passedOn: z.array(ParticipantId),
  /** Everybody whose decision was told, in their order; they never hear an appeal in it. */
  deciders: z.array(ParticipantId),
  look: Look,
  /** The last decision, and the words it was about. */
  decision: DecisionId.optional(),
  decided: z.string().optional(),
  /** Their author had taken them back when it was decided. */
  gone: z.boolean().optional(),
  undoUntil: Moment.optional(),
  /** It was decided together with this one, about the same words. */
  alike: CaseId.optional(),
  appealableUntil: Moment.optional(),
  /** Who has appealed: the author, or a notifier by her notice. */
  appealed: z.array(z.union([z.literal('author'), NoticeId])),
  appeal: AppealId.optional(),
  closed: Moment.optional(),
});
export type Case = z.infer<typeof Case>;

export const Notice = z.object({
  id: NoticeId,
  case: CaseId,
  at: Moment,
  kind: NoticeKind,
  grounds: z.array(Ground),
  language: LanguageTag,
  danger: z.boolean(),
  isArticle16: z.boolean(),
  /** Did she leave an address, and in which language does she hear? Both lie in the vault. */
  hasAddress: z.boolean(),
  organisation: z.string().optional(),
  /** HMAC of who sent it, where that can be told; for frequent misuse only. */
  notifier: z.string().optional(),
  /** HMAC of the receipt code, so that the receipt goes with the notice. */
  receipt: z.string(),
  sealed: z.string(),
});
export type Notice = z.infer<typeof Notice>;

/** What was decided. Nothing in it is written over but what happened to it later. */
export const Decision = DecisionView.omit({ superseded: true }).extend({
  case: CaseId,
  by: ParticipantId,
  tier: Tier,
  manifest: z.boolean(),
  unfounded: z.array(NoticeId),
  /** When the words were written. */
  written: Moment,
  /** The days of a suspension, which begins when it is told. */
  days: z.int().optional(),
  ground: GroundView.optional(),
  facts: SaidView,
  appeal: AppealId.optional(),
  /** How the words stood before, for whoever undoes it. */
  before: Look,
  previous: z.object({ decision: DecisionId, decided: z.string() }).optional(),
  undone: Moment.optional(),
});
export type Decision = z.infer<typeof Decision>;

export const AppealItem = z.object({
  id: AppealId,
  case: CaseId,
  by: z.union([z.literal('author'), NoticeId]),
  at: Moment,
  to: PlaceId,
  language: LanguageTag,
  sealed: z.string(),
  review: z.enum(['upheld', 'reversed', 'partly']).optional(),
  reviewedAt: Moment.optional(),
  reviewedBy: ParticipantId.optional(),
  reasons: SaidView.optional(),
  told: z.boolean(),
});
export type AppealItem = z.infer<typeof AppealItem>;

export const MessageItem = z.object({
  id: z.string(),
  at: Moment,
  from: z.enum(['author', 'notifier', 'desk']),
  with: z.union([z.literal('author'), NoticeId]),
  language: LanguageTag,
  sealed: z.string(),
});
export type MessageItem = z.infer<typeof MessageItem>;

export const Opinion = z.object({
  of: ParticipantId,
  asker: ParticipantId,
  at: Moment,
  question: z.string().optional(),
  sealed: z.string().optional(),
  language: LanguageTag.optional(),
});
export type Opinion = z.infer<typeof Opinion>;
