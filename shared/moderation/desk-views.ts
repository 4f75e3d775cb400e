import { z } from 'zod';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { ParticipantId } from '../participants/schema.ts';
import { PlaceId } from '../places/schema.ts';
import { LanguageTag, Texts } from '../texts.ts';
import { DANGERS, SUBJECT_KINDS } from './kinds.ts';
import { LANES } from './queue.ts';
import { CaseId, Ground, NoticeId, NoticeKind, Subject, Tier, Visibility } from './schema.ts';
import { CASE_STATES } from './states.ts';
import { Quality } from './triage.ts';
import { AppealView, DecisionView, Hint, MessageView } from './views.ts';
import { PartWaiting } from './waiting.ts';

const CaseState = z.enum(CASE_STATES);

/** Who has a case now, by the name colleagues know. */
const Holder = z.object({ by: ParticipantId, name: z.string(), until: Moment, isMe: z.boolean() });

/** A line of the queue, with the reason for its place. No words of anybody. */
export const CaseLine = z.object({
  id: CaseId,
  state: CaseState,
  place: PlaceId,
  consultation: ConsultationId,
  subject: z.enum(SUBJECT_KINDS),
  kind: NoticeKind,
  /** `appeal` and `first-reading` say why it is here when no notice does. */
  why: z.enum(['notice', 'own-initiative', 'first-reading', 'appeal', 'opinion']),
  language: LanguageTag,
  lane: z.enum(LANES),
  tier: Tier,
  since: Moment,
  due: Moment,
  overdue: z.boolean(),
  near: z.boolean(),
  danger: z.boolean(),
  escalated: z.boolean(),
  /** What a service outside made of the words. It orders the queue and does nothing else. */
  hint: Hint.optional(),
  holder: Holder.optional(),
  noticeCount: z.int(),
  /** I have decided in it: its appeal is not mine to hear. */
  decidedByMe: z.boolean(),
});
export type CaseLine = z.infer<typeof CaseLine>;

/** A page of the queue; the first one tells how much waits in each part. */
export const CasePage = z.object({
  cases: z.array(CaseLine),
  waiting: z.array(PartWaiting).optional(),
  next: z.string().optional(),
});
export type CasePage = z.infer<typeof CasePage>;

export const NoticeView = z.object({
  id: NoticeId,
  at: Moment,
  kind: NoticeKind,
  grounds: z.array(Ground),
  why: z.string(),
  language: LanguageTag,
  danger: z.boolean(),
  /** Who the notifier is stands in the vault; here only how the notice came. */
  isArticle16: z.boolean(),
  organisation: z.string().optional(),
  unfounded: z.boolean(),
  proposal: z
    .object({ measure: z.enum(['warn', 'suspend']), days: z.int().optional(), manifest: z.int(), all: z.int() })
    .optional(),
});
export type NoticeView = z.infer<typeof NoticeView>;

const Proposal = NoticeView.shape.proposal;

/** Words in their thread: what was said before and after, as everybody may see it. */
const InThread = z.object({
  author: z.string(),
  at: Moment,
  text: z.string().nullable(),
  language: LanguageTag,
  isThis: z.boolean(),
});

/** Another case about the same words, by the same author or somebody else. */
const Copy = z.object({
  id: CaseId,
  seen: z.string(),
  author: z.string(),
  subject: z.enum(SUBJECT_KINDS),
  at: Moment,
  /** Where they differ by a letter or a sign; absent while they are masked. */
  words: z.string().optional(),
});

/** Everything a moderator has before her. `words` are absent while they are masked. */
export const CaseView = CaseLine.extend({
  version: z.int(),
  subjectIs: Subject,
  /** The words at issue; null when their author has taken them back. */
  words: z.string().nullable().optional(),
  name: z.string().optional(),
  masked: z.boolean(),
  seen: z.string(),
  author: z.string().optional(),
  /** What the thread is about. */
  about: z.object({ heading: Texts, text: Texts }).optional(),
  thread: z.array(InThread),
  visibility: Visibility.optional(),
  notices: z.array(NoticeView),
  /** The last notice of this page, where others follow. */
  nextNotices: NoticeId.optional(),
  decisions: z.array(DecisionView.extend({ by: z.string(), byMe: z.boolean(), tier: Tier, manifest: z.boolean() })),
  appeals: z.array(AppealView.extend({ to: PlaceId })),
  messages: z.array(MessageView.extend({ with: z.union([z.literal('author'), NoticeId]) })),
  opinions: z.array(
    z.object({
      of: z.string(),
      question: z.string().optional(),
      text: z.string().optional(),
      at: Moment,
      isMine: z.boolean(),
    }),
  ),
  /** Earlier decisions about the same pseudonym, newest first. */
  earlier: z.array(
    z.object({
      at: Moment,
      kind: NoticeKind,
      visibility: Visibility,
      measure: z.enum(['warn', 'suspend']).optional(),
      manifest: z.boolean(),
    }),
  ),
  proposal: Proposal,
  escalation: z.object({ at: Moment, danger: z.enum(DANGERS), to: z.string() }).optional(),
  /** Whom she calls when a life may be threatened, as the place's set-up names it (DSA Art. 18). */
  authority: z.object({ name: z.string(), phone: z.string().optional(), email: z.string().optional() }).optional(),
  undoUntil: Moment.optional(),
  /** The last decision, or answer, was mine: I may take it back until then. */
  mayUndo: z.boolean(),
  appealableUntil: Moment.optional(),
  exposure: z.object({ today: z.int(), cap: z.int() }),
  /** Others about the same words: they wait too, or were decided with this one. */
  copies: z.array(Copy),
  /** How many people have written them, the author of this case among them. */
  copiedBy: z.int(),
  /** How good that service is in the language of the words, where somebody has measured it. */
  quality: Quality.optional(),
});
export type CaseView = z.infer<typeof CaseView>;

/** What is known of earlier measures in the place, whatever the consultation. Asking for it is a line in the ledger. */
export const EarlierMeasures = z.object({
  warnedOn: z.array(Moment),
  suspendedOn: z.array(Moment),
  until: Moment.optional(),
});
export type EarlierMeasures = z.infer<typeof EarlierMeasures>;

export const Colleagues = z.array(z.object({ id: ParticipantId, name: z.string(), isMe: z.boolean() }));
