import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { ContributionId, PublicContribution } from '../contributions/schema.ts';
import { ItemResult } from '../opinion/schema.ts';
import { ParticipantId } from '../participants/schema.ts';
import { DESK_LISTS } from './rules.ts';
import { GroupName, Work, WorkNote } from './schema.ts';

/** Work on a suggestion, as the desk shows it: version 0 while there is none. */
const WorkView = Work.omit({ contribution: true }).extend({ version: z.int().min(0) });
export type WorkView = z.infer<typeof WorkView>;

const Figures = ItemResult.omit({ rank: true });

/** One suggestion on the desk. `figures` are those of the last count; what came after it has none. */
export const DeskSuggestion = z.object({
  contribution: PublicContribution,
  version: z.int().min(0),
  rank: z.int().optional(),
  figures: Figures.optional(),
  /** In which lists of the count it stands; and in what it is strongest. */
  lists: z.array(z.enum(DESK_LISTS)),
  /** How many were merged into it when it was counted. */
  standsFor: z.int().min(0),
  work: WorkView,
});
export type DeskSuggestion = z.infer<typeof DeskSuggestion>;

const Colleague = z.object({ participant: ParticipantId, name: z.string() });

export const SuggestionsPage = z.object({
  rows: z.array(DeskSuggestion),
  from: z.int().min(0),
  total: z.int().min(0),
  /** The labels of the groups in the count, in order; and what the drafters call them. */
  groups: z.array(z.string()),
  names: z.record(z.string(), GroupName.omit({ label: true })),
  countedAt: Moment.optional(),
  /** What there is to choose from. */
  tags: z.array(z.string()),
  colleagues: z.array(Colleague),
});
export type SuggestionsPage = z.infer<typeof SuggestionsPage>;

const InList = z.object({ id: ContributionId, at: z.int().min(0) });
/** Where a suggestion stands in a list, counted from 0, and what stands there before and after it. */
const Beside = z.object({
  at: z.int().min(0),
  total: z.int().min(0),
  previous: InList.optional(),
  next: InList.optional(),
});
export type Beside = z.infer<typeof Beside>;

/** Everything about one suggestion that its drafters need. */
export const SuggestionView = DeskSuggestion.extend({
  merged: z.array(PublicContribution.extend({ version: z.int().min(0) })),
  into: PublicContribution.optional(),
  notes: z.array(WorkNote.omit({ by: true }).extend({ mine: z.boolean() })),
  groups: z.array(z.string()),
  tags: z.array(z.string()),
  colleagues: z.array(Colleague),
  beside: Beside.optional(),
});
export type SuggestionView = z.infer<typeof SuggestionView>;
