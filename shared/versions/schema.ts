import { z } from 'zod';
import { ConsultationId, Moment, Reason } from '../consultations/schema.ts';
import { ContributionId } from '../contributions/schema.ts';
import { DocumentId, Passage, PassageId } from '../documents/schema.ts';
import { idSchema } from '../ids.ts';
import { ParticipantId } from '../participants/schema.ts';
import { LanguageTag, Texts, TextsGiven } from '../texts.ts';
import { Words, WordsOrNone } from '../words.ts';
import { HEADING_LENGTH, PASSAGE_LENGTH, SUMMARY_LENGTH } from '../documents/rules.ts';
import { COMMENT_LENGTH, MOST_CITED, NOTE_LENGTH } from './rules.ts';

/** A version of a document that was published, from R2 on; R1 is the text as it was first put under consultation. */
export const Version = z.object({
  consultation: ConsultationId,
  document: DocumentId,
  version: z.int().min(2),
  at: Moment,
  /** What changed, and why, for everybody. */
  note: Texts,
  /** What was knowingly left without an answer when it was published. */
  leftOut: z.object({ count: z.int().min(1), why: z.string() }).optional(),
});
export type Version = z.infer<typeof Version>;

const Outlined = z.object({ passage: PassageId, from: z.array(PassageId) });
const Gone = z.object({ passage: PassageId, into: PassageId.optional() });

/** The next version while it is being written: what stands in which order, and what is gone. */
export const Draft = z.object({
  consultation: ConsultationId,
  document: DocumentId,
  /** The version that it changes. */
  base: z.int().min(1),
  order: z.array(Outlined),
  gone: z.array(Gone),
  note: Texts,
  /** May everybody in office in the place read it and comment on it? */
  shared: z.boolean(),
  version: z.int().min(1),
});
export type Draft = z.infer<typeof Draft>;

/** What the draft changes in one passage. One that says nothing here stands as it is. */
export const DraftPassage = z.object({
  passage: PassageId,
  words: Passage.pick({ heading: true, text: true, summary: true }).optional(),
  /** Suggestions that it comes from, beyond those that it came from already. */
  cites: z.array(ContributionId).max(MOST_CITED),
  version: z.int().min(1),
});
export type DraftPassage = z.infer<typeof DraftPassage>;

export const CommentId = idSchema('message');
export type CommentId = z.infer<typeof CommentId>;
/** A word from a colleague on a passage of the draft. It is never public, and goes with the draft. */
export const DraftComment = z.object({
  id: CommentId,
  passage: PassageId,
  text: Words(COMMENT_LENGTH),
  by: ParticipantId,
  /** As colleagues know whoever wrote it. */
  name: z.string().max(120),
  at: Moment,
});
export type DraftComment = z.infer<typeof DraftComment>;

/** Where a drafter put words whose place nobody could tell: with a passage, or with the one that it was about. */
export const Placing = z.object({ contribution: ContributionId, passage: PassageId });
export type Placing = z.infer<typeof Placing>;

/** Everything that the draft of a document holds. */
export type WholeDraft = {
  draft: Draft;
  passages: DraftPassage[];
  comments: DraftComment[];
  placings: Placing[];
};

const Read = { version: z.int().min(0) };

/** Suggestions that a passage takes up, all of them. */
const Cites = z.array(ContributionId).max(MOST_CITED);

/** New words for one passage, and what it takes up, where that is said; `version` is that of its part of the draft, 0 while the draft says nothing of it. */
export const ReworkPassage = z.object({
  heading: TextsGiven(HEADING_LENGTH),
  text: TextsGiven(PASSAGE_LENGTH),
  summary: z.partialRecord(LanguageTag, WordsOrNone(SUMMARY_LENGTH)),
  contributions: Cites.optional(),
  ...Read,
});
export type ReworkPassage = z.infer<typeof ReworkPassage>;

export const CitePassage = z.object({ contributions: Cites, ...Read });
export type CitePassage = z.infer<typeof CitePassage>;

/** What is done with the passages as a whole; `version` is the draft's. */
export const Arrange = z.discriminatedUnion('act', [
  /** A new one after this, or first of all. */
  z.object({
    act: z.literal('insert'),
    after: PassageId.optional(),
    heading: TextsGiven(HEADING_LENGTH),
    text: TextsGiven(PASSAGE_LENGTH),
    ...Read,
  }),
  /** Before its unit `at` (`unitsOf` its original text). */
  z.object({ act: z.literal('split'), passage: PassageId, at: z.int().min(1), ...Read }),
  /** With the one after it. */
  z.object({ act: z.literal('merge'), passage: PassageId, ...Read }),
  z.object({ act: z.literal('move'), passage: PassageId, to: z.int().min(1), ...Read }),
  z.object({ act: z.literal('withdraw'), passage: PassageId, ...Read }),
  z.object({ act: z.literal('restore'), passage: PassageId, ...Read }),
]);
export type Arrange = z.infer<typeof Arrange>;

export const NoteDraft = z.object({
  note: z.partialRecord(LanguageTag, WordsOrNone(NOTE_LENGTH)),
  shared: z.boolean(),
  ...Read,
});
export type NoteDraft = z.infer<typeof NoteDraft>;

export const CommentOnDraft = DraftComment.pick({ passage: true, text: true });
export const PlaceWords = z.object({ passage: PassageId });

export const PublishVersion = z.object({
  ...Read,
  /** Why suggestions were left without an answer, where some are. */
  leftOut: Reason.optional(),
  /** A new deliberation on it, from then on. */
  reopen: z.object({ at: Moment, reason: Reason }).optional(),
});
export type PublishVersion = z.infer<typeof PublishVersion>;
