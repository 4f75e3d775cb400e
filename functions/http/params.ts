import { z } from 'zod';
import { AddresseeId } from '#shared/answers/schema.ts';
import { ConsultationId } from '#shared/consultations/schema.ts';
import { ContributionId } from '#shared/contributions/schema.ts';
import { DocumentId, PassageId } from '#shared/documents/schema.ts';
import { MeasureId } from '#shared/measures/schema.ts';
import { PasskeyId } from '#shared/passkeys/schema.ts';
import { FlaggerId } from '#shared/moderation/flaggers.ts';
import { RANKS } from '#shared/moderation/queue.ts';
import { CaseId, NoticeId, NoticeKind, PhraseId } from '#shared/moderation/schema.ts';
import { Hash } from '#shared/opinion/schema.ts';
import { TableName } from '#shared/overview/schema.ts';
import { LetterId } from '#shared/operations/schema.ts';
import { ParticipantId, SessionId } from '#shared/participants/schema.ts';
import { TONES } from '#shared/places/rules.ts';
import { PlaceSlug } from '#shared/places/schema.ts';
import { LanguageTag } from '#shared/texts.ts';
import { ORDERS } from '#shared/replies/rules.ts';
import { Label, NoteId } from '#shared/suggestions/schema.ts';
import { CommentId } from '#shared/versions/schema.ts';
import { ReplyId, Target } from '#shared/replies/schema.ts';
import { Problem } from '#shared/problems.ts';
import { InvitationId } from '#shared/staff/schema.ts';
import { validator } from 'hono-openapi';
import type { Env } from './env.ts';

/** What can stand in a path. An id of the wrong form names nothing, so the answer is "not found". */
const inPath = <Shape extends z.ZodRawShape>(shape: Shape) =>
  validator<z.ZodObject<Shape>, 'param', Env, string>('param', z.object(shape), (result) => {
    if (!result.success) throw new Problem('not-found');
  });

export const place = inPath({ slug: PlaceSlug });
export const toneHere = inPath({ slug: PlaceSlug, tone: z.enum(TONES) });
export const consultation = inPath({ con: ConsultationId });
export const passage = inPath({ con: ConsultationId, psg: PassageId });
export const contribution = inPath({ con: ConsultationId, ctr: ContributionId });
export const thread = inPath({ con: ConsultationId, target: Target });
export const reply = inPath({ con: ConsultationId, target: Target, root: ReplyId, reply: ReplyId });
const Nth = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);
export const batch = inPath({ slug: PlaceSlug, batch: Nth });
export const batchHere = inPath({ con: ConsultationId, batch: Nth });
export const suggestionNote = inPath({ con: ConsultationId, ctr: ContributionId, note: NoteId });
export const overviewTable = inPath({ con: ConsultationId, table: TableName });
export const opinionGroup = inPath({ con: ConsultationId, label: Label });
export const document = inPath({ con: ConsultationId, doc: DocumentId });
export const draftPassage = inPath({ con: ConsultationId, doc: DocumentId, psg: PassageId });
export const draftPlacing = inPath({ con: ConsultationId, doc: DocumentId, ctr: ContributionId });
export const draftComment = inPath({ con: ConsultationId, doc: DocumentId, comment: CommentId });
export const ownCase = inPath({ cas: CaseId });
export const caseHere = inPath({ slug: PlaceSlug, cas: CaseId });
export const noticeHere = inPath({ slug: PlaceSlug, cas: CaseId, ntc: NoticeId });
export const phraseHere = inPath({ slug: PlaceSlug, phr: PhraseId });
export const flaggerHere = inPath({ slug: PlaceSlug, flg: FlaggerId });
export const session = inPath({ ses: SessionId });
export const staffMember = inPath({ slug: PlaceSlug, prt: ParticipantId });
export const invitation = inPath({ slug: PlaceSlug, inv: InvitationId });
export const invitationLink = inPath({ token: z.string().max(100) });
export const addressee = inPath({ con: ConsultationId, adr: AddresseeId });
export const addresseePoint = inPath({ con: ConsultationId, adr: AddresseeId, psg: PassageId });
export const answeringLink = inPath({ token: z.string().max(100) });
export const answeringPoint = inPath({ token: z.string().max(100), psg: PassageId });
export const handing = inPath({ con: ConsultationId, handing: Hash });
export const auditLink = inPath({ con: ConsultationId, token: z.string().max(100) });
export const measure = inPath({ con: ConsultationId, msr: MeasureId });
export const letter = inPath({ letter: LetterId });
export const passkey = inPath({ pky: PasskeyId });

/** Where a page of a list begins: what the page before gave as `next`. */
const Cursor = z
  .string()
  .regex(/^[\w#:.-]{1,80}$/)
  .optional();
/** In which language she reads the pages: what people wrote in another one comes with its translation. */
export const ReadInQuery = z.object({ readIn: z.string().max(10).default('') });
const ListQuery = z.object({ order: z.enum(ORDERS).default('newest'), cursor: Cursor });
export const ContributionsQuery = ListQuery.extend({
  ...ReadInQuery.shape,
  passage: z.union([PassageId, z.literal('none')]).default('none'),
});
export const ThreadQuery = ListQuery.extend({ cursor: ReplyId.optional(), ...ReadInQuery.shape });
const PublishedVersion = z.coerce.number().int().min(1).max(9_999);
export const CompareQuery = z.object({
  from: PublishedVersion,
  to: z.union([z.literal('draft'), PublishedVersion]),
  language: z.string().max(10).default(''),
});
/** In which language somebody reads. */
export const LanguageQuery = z.object({ language: z.string().max(10).default('') });
/** The version of what she saw, for an act without a body. */
export const VersionQuery = z.object({ version: z.coerce.number().int().min(0) });
export const LedgerQuery = z.object({ cursor: Cursor });

const MOST_CARDS = 20;
export const DeckQuery = z.object({
  count: z.coerce.number().int().min(1).max(MOST_CARDS).default(1),
  /** Numbers of cards laid aside, with commas. */
  not: z
    .string()
    .regex(/^\d{1,6}(,\d{1,6}){0,199}$/)
    .transform((list) => list.split(',').map(Number))
    .optional(),
  passage: PassageId.optional(),
  ...ReadInQuery.shape,
});

/** Which cases of a desk, one part at a time; `appeal` and `first-reading` are kinds of their own. */
const QueuePart = z.object({
  language: LanguageTag.optional(),
  kind: z.union([NoticeKind, z.enum(['appeal', 'first-reading'])]).optional(),
  rank: z.enum(RANKS).optional(),
});
export const NextQuery = QueuePart;
/** After which notice of a case its list goes on. */
export const CaseQuery = z.object({ notices: NoticeId.optional() });
export const QueueQuery = QueuePart.extend({ mine: z.literal('yes').optional(), cursor: Cursor });
