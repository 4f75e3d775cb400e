import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { ResultRow } from '../consultations/views.ts';
import { ContributionId, PublicContribution } from '../contributions/schema.ts';
import { DocumentId, Passage, PassageId } from '../documents/schema.ts';
import { LanguageTag, Texts } from '../texts.ts';
import { CHANGES } from './planning.ts';
import { Draft, DraftComment } from './schema.ts';

const PassageWords = Passage.pick({ heading: true, text: true, summary: true });

const CommentView = DraftComment.pick({ id: true, text: true, at: true }).extend({
  /** Whoever wrote it, as colleagues know her. */
  name: z.string(),
  mine: z.boolean(),
});

const Drafted = z.object({
  id: PassageId,
  change: z.enum(CHANGES),
  heading: Texts,
  /** Of all that it comes from, those of earlier versions among them. */
  cites: z.int(),
  comments: z.int(),
});

/** A draft as its desk shows it: what stands in which order, and what is gone. */
export const DraftView = Draft.pick({ base: true, note: true, shared: true, version: true }).extend({
  document: z.object({ id: DocumentId, title: Texts }),
  passages: z.array(Drafted),
  gone: z.array(z.object({ id: PassageId, heading: Texts, into: PassageId.optional() })),
  mayWrite: z.boolean(),
});
export type DraftView = z.infer<typeof DraftView>;

/** A document that is under consultation, and whether its next version is being written. */
export const WritingView = z.object({
  document: z.object({ id: DocumentId, title: Texts, version: z.int() }),
  draft: DraftView.optional(),
});
export type WritingView = z.infer<typeof WritingView>;
export const WritingViews = z.array(WritingView);

/** A suggestion as a drafter reads it, with its row in the last recount where it has one. */
export const RankedSuggestion = z.object({
  contribution: PublicContribution,
  row: ResultRow.omit({ contribution: true, passage: true }).optional(),
});
export type RankedSuggestion = z.infer<typeof RankedSuggestion>;

/** One passage of the draft with all that is needed to write it. */
export const DraftPassageView = z.object({
  id: PassageId,
  position: z.int(),
  change: z.enum(CHANGES),
  before: PassageWords.optional(),
  words: PassageWords,
  cites: z.array(ContributionId),
  /** Those that earlier versions took up: they stay cited. */
  citedBefore: z.array(ContributionId),
  suggestions: z.array(RankedSuggestion),
  /** So many there are besides, ranked lower. */
  more: z.int().min(0),
  groups: z.array(z.string()),
  comments: z.array(CommentView),
  previous: PassageId.optional(),
  next: PassageId.optional(),
  /** Of its part of the draft. */
  version: z.int(),
  /** Of the draft itself. */
  draftVersion: z.int(),
  mayWrite: z.boolean(),
});
export type DraftPassageView = z.infer<typeof DraftPassageView>;

const Part = z.object({ key: z.string(), all: z.int(), left: z.int() });

/** How much of what people said was cited, answered, or neither, and where most of it is left. */
export const CoverageCounts = z.object({
  all: z.int(),
  cited: z.int(),
  answered: z.int(),
  left: z.int(),
  byLanguage: z.array(Part),
  byGroup: z.array(Part),
  byPassage: z.array(Part),
  byRank: z.array(Part),
});
export type CoverageCounts = z.infer<typeof CoverageCounts>;

/** What to look at before the draft is published. */
export const CheckView = z.object({
  /** Why it cannot be published now. */
  notNow: z.enum(['consultation-in-preparation', 'consultation-closed', 'not-in-this-phase']).optional(),
  hasNote: z.boolean(),
  unsure: z.array(
    z.object({
      contribution: PublicContribution,
      why: z.enum(['gone', 'several', 'weak']),
      /** The likeliest first, each as it reads in the draft. */
      possible: z.array(z.object({ passage: PassageId, likeness: z.number(), text: Texts })),
      chosen: PassageId.optional(),
    }),
  ),
  coverage: CoverageCounts.extend({
    /** The highest ranked of those that are left. */
    listed: z.array(
      z.object({ contribution: PublicContribution, rank: z.int().optional(), groups: z.array(z.string()) }),
    ),
  }),
});
export type CheckView = z.infer<typeof CheckView>;

/** Where a suggestion stands in the text: the passage, and the version that took it up. */
export const CitedIn = z.object({ passage: PassageId, version: z.int().min(2), heading: Texts });
export type CitedIn = z.infer<typeof CitedIn>;

/** A run of words that both texts have, that only the earlier has, or that only the later has. */
export const Run = z.object({ is: z.enum(['same', 'gone', 'new']), text: z.string() });
export type Run = z.infer<typeof Run>;

/** A passage that has some of the words of another, as it is called in its version. */
const Related = z.object({ id: PassageId, heading: Texts });
export type Related = z.infer<typeof Related>;

/** One passage of two versions, word by word, in one language; of words that came from another passage, since then. */
export const Comparison = z.object({
  passage: PassageId,
  change: z.enum(CHANGES),
  /** The language of the words; absent where the two versions have none in common. */
  language: LanguageTag.optional(),
  heading: z.array(Run),
  text: z.array(Run),
  /** The passages that it has words of besides its own, and those that have words of it now. */
  from: z.array(Related),
  into: z.array(Related),
  cites: z.array(ContributionId),
});
export type Comparison = z.infer<typeof Comparison>;

export const VersionView = z.object({
  version: z.int().min(1),
  at: Moment.optional(),
  note: Texts,
  changed: z.int(),
  added: z.int(),
  withdrawn: z.int(),
  leftOut: z.object({ count: z.int(), why: z.string() }).optional(),
});
export type VersionView = z.infer<typeof VersionView>;

/** Every version of a document that was published, the newest first. */
const DocumentVersions = z.object({ id: DocumentId, title: Texts, versions: z.array(VersionView) });
export const VersionsView = z.array(DocumentVersions);
export type VersionsView = z.infer<typeof VersionsView>;

export const ComparisonView = z.object({
  document: z.object({ id: DocumentId, title: Texts }),
  from: z.int(),
  /** Absent: the draft. */
  to: z.int().optional(),
  version: VersionView.optional(),
  passages: z.array(Comparison),
});
export type ComparisonView = z.infer<typeof ComparisonView>;
