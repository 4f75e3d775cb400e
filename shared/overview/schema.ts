import { z } from 'zod';
import { PublicContribution } from '../contributions/schema.ts';
import { Passage } from '../documents/schema.ts';
import { GroupsView, ItemResult, MapCellView, SnapshotStanding, WeightsView } from '../opinion/schema.ts';
import { TurnoutView, WordsWritten } from '../progress/schema.ts';
import { DESK_LISTS } from '../suggestions/rules.ts';
import { DeskSuggestion, SuggestionsPage } from '../suggestions/views.ts';
import { CoverageCounts } from '../versions/views.ts';
import { TABLES } from './rules.ts';

const count = z.int().min(0);

/** What a group is about: the words of an item. */
const NamedItem = z.object({
  item: z.int(),
  passage: Passage.pick({ id: true, heading: true }).optional(),
  contribution: PublicContribution.pick({ id: true, text: true, language: true }).optional(),
});

const GroupShown = GroupsView.shape.list.element
  .omit({ defining: true })
  .extend({ agrees: z.array(NamedItem), disagrees: z.array(NamedItem) });

const ListBeginning = z.object({ list: z.enum(DESK_LISTS), rows: z.array(DeskSuggestion), total: count });
export type ListBeginning = z.infer<typeof ListBeginning>;

/** What the last count says, as far as everybody who drafts needs to see it at once. */
const LastCount = SnapshotStanding.pick({
  at: true,
  hash: true,
  inputHash: true,
  ballots: true,
  publishedFor: true,
}).extend({
  votes: z.object({ dealt: count, linked: count }),
  enough: z.object({ known: z.int(), all: z.int() }),
  weights: WeightsView,
  groups: GroupsView.extend({ list: z.array(GroupShown) }),
  /** To be changed. */
  names: SuggestionsPage.shape.names,
  map: z.array(MapCellView),
  lists: z.array(ListBeginning),
});

/** A consultation at a glance. Small numbers of people are hidden. Nothing is counted before the first count. */
export const OverviewView = z.object({
  turnout: TurnoutView.optional(),
  words: WordsWritten,
  count: LastCount.optional(),
});
export type OverviewView = z.infer<typeof OverviewView>;

const PassageFigures = z.object({
  passage: Passage.pick({ id: true, position: true, heading: true }),
  figures: ItemResult,
});

/** The same as it is printed: longer lists, every part of the text, and what is neither cited nor answered. */
export const ReportView = OverviewView.extend({
  passages: z.array(PassageFigures),
  coverage: CoverageCounts,
});
export type ReportView = z.infer<typeof ReportView>;

export const TableName = z.enum(TABLES);
export type TableName = z.infer<typeof TableName>;
const TableRow = z.record(z.string(), z.union([z.string(), z.number()]));
export type TableRow = z.infer<typeof TableRow>;
export const AllTables = z.record(TableName, z.array(TableRow));
export type AllTables = z.infer<typeof AllTables>;
