import { z } from 'zod';
import { LINE_STEPS, STEP_STATES } from '../answers/line.ts';
import { AnswerKey, ItemNumber } from '../ballots/schema.ts';
import { PublicContribution } from '../contributions/schema.ts';
import { Document, Passage } from '../documents/schema.ts';
import {
  BatchInResult,
  GroupsView,
  ItemResult,
  ListChangeView,
  ListsView,
  MapCellView,
  MergeCandidateView,
  Share,
  SnapshotStanding,
  WeightsView,
} from '../opinion/schema.ts';
import { AuditorView } from '../opinion/handing.ts';
import { SET_UP_GAPS, type SetUpGap } from '../places/gaps.ts';
import { Place } from '../places/schema.ts';
import { Texts } from '../texts.ts';
import { PHASES } from './phases.ts';
import { GAPS } from './publishing.ts';
import { WORD_FIELDS } from './rules.ts';
import { Consultation, Moment, PublishedChange, Stage } from './schema.ts';

/** The part of a place that every page of it shows. */
export const PlaceBrief = Place.pick({
  id: true,
  slug: true,
  kind: true,
  parent: true,
  name: true,
  languages: true,
  timeZone: true,
  look: true,
});
export type PlaceBrief = z.infer<typeof PlaceBrief>;

export const OnLine = z.object({ step: z.enum(LINE_STEPS), is: z.enum(STEP_STATES) });
const Standing = z.object({ phase: z.enum(PHASES), next: Stage.optional() });

export const ConsultationBrief = Consultation.pick({ id: true, title: true, question: true, languages: true }).extend({
  standing: Standing,
  /** Where it is on its way to measures. */
  line: OnLine,
});
export type ConsultationBrief = z.infer<typeof ConsultationBrief>;

/** A place as everybody may know it. */
const PublicPlace = Place.omit({
  asks: true,
  moderation: true,
  triage: true,
  clonableBy: true,
  changed: true,
  version: true,
});
export type PublicPlace = z.infer<typeof PublicPlace>;

export const PlaceView = PublicPlace.extend({
  /** The service outside that is handed reported words here. */
  triage: z.string().optional(),
  consultations: z.array(ConsultationBrief),
  /** The service that words are handed to when somebody asks for a translation, where the place wants that. */
  translator: z.string().optional(),
  above: PlaceBrief.optional(),
  below: z.array(PlaceBrief),
});
export type PlaceView = z.infer<typeof PlaceView>;

export const PlaceList = z.array(PlaceBrief);

export const ConsultationView = Consultation.extend({
  placeBrief: PlaceBrief,
  consentVersion: z.int(),
  /** The service that translates what people wrote, where the place has switched one on. */
  translator: z.string().optional(),
  standing: Standing,
  documents: z.array(Document.extend({ passages: z.array(Passage.omit({ text: true, cites: true })) })),
  /** How many cards can be voted on. */
  cards: z.int(),
  /** When the next result becomes public, if one is announced; and whether one is public now. */
  resultsOn: Moment.optional(),
  resultsPublic: z.boolean(),
  /** What was changed since it was published, newest first. */
  changes: z.array(PublishedChange),
});
export type ConsultationView = z.infer<typeof ConsultationView>;

export const PassageView = Passage.extend({
  documentTitle: Texts,
  previous: Passage.shape.id.optional(),
  next: Passage.shape.id.optional(),
});
export type PassageView = z.infer<typeof PassageView>;

/** What a consultation still needs of its coordinator. */
const Gap = z.object({
  what: z.enum(GAPS),
  fields: z.array(z.enum(WORD_FIELDS)).optional(),
  languages: Consultation.shape.languages.optional(),
  setUp: z.array(z.enum(Object.keys(SET_UP_GAPS) as SetUpGap[])).optional(),
});
export const Gaps = z.array(Gap);

/** A consultation among those of its place, as people in office there see it. */
export const DeskConsultation = ConsultationBrief.omit({ line: true }).extend({
  isDraft: z.boolean(),
  needs: Gaps,
  /** A date is near or has just passed, and so much is missing for its step. */
  lacking: z.int(),
});
export type DeskConsultation = z.infer<typeof DeskConsultation>;

/** Something that a new consultation may begin as a copy of. */
export const CloneSource = Consultation.pick({ id: true, title: true }).extend({ place: PlaceBrief });
export type CloneSource = z.infer<typeof CloneSource>;

/** One card as the deck deals it: `deal` goes back with the vote. */
export const DealtCard = PublicContribution.extend({
  deal: z.string(),
  /** What she chose when a link had shown her this card: one tap now confirms it. */
  earlier: z.enum(['agree', 'disagree', 'pass']).optional(),
});
export type DealtCard = z.infer<typeof DealtCard>;
export const DeckView = z.object({
  cards: z.array(DealtCard),
  /** Cards she has not answered yet, those in `cards` among them. */
  left: z.int(),
  answered: z.int(),
  /** Cards in languages she does not read. */
  unreadable: z.int(),
});
export type DeckView = z.infer<typeof DeckView>;

/** Support among people who say they belong to an affected group; the key of the group is the consultation's answer. */
const AffectedSupport = Share.extend({ group: AnswerKey, people: z.number() });

/** What can be said about one passage or contribution. */
export const ResultRow = ItemResult.extend({
  item: ItemNumber,
  contribution: PublicContribution.optional(),
  /** `until`: the last version of the text in which it read like this, where it reads otherwise by now. */
  passage: Passage.pick({ id: true, position: true, heading: true, summary: true })
    .extend({ until: z.int().min(1).optional() })
    .optional(),
  /** Suggestions that say the same in nearly the same words: shown under this one, which stands for all ("×N"). */
  copies: z.array(ItemNumber),
  /** The one that stands for this copy. */
  copyOf: ItemNumber.optional(),
  affected: z.array(AffectedSupport),
});
export type ResultRow = z.infer<typeof ResultRow>;
/**
 * A result through the items' state of today: what was withdrawn or withheld meanwhile is in no list, row or group.
 * Rows by rank, then those with too little data, the most voted on first. Lists and groups name rows by `item`.
 */
export const ResultsView = SnapshotStanding.extend({
  votes: z.object({ dealt: z.int(), linked: z.int() }),
  weights: WeightsView,
  /** What this place holds to be enough data. */
  enough: z.object({ known: z.int(), all: z.int() }),
  groups: GroupsView,
  /** With and without the ballots of the open door, and where the two differ. */
  lists: z.object({ all: ListsView, withoutOpenDoor: ListsView, changedByOpenDoor: z.array(ListChangeView) }),
  map: z.array(MapCellView),
  rows: z.array(ResultRow),
  batches: z.array(BatchInResult),
  /** Who was given the ballots, without names, to count them again. */
  auditors: z.array(AuditorView),
});
export type ResultsView = z.infer<typeof ResultsView>;

/** What staff see besides: texts that somebody might want to merge. */
export const StaffResultsView = ResultsView.extend({ candidates: z.array(MergeCandidateView) });
export type StaffResultsView = z.infer<typeof StaffResultsView>;

export const ContributionPage = z.object({ contributions: z.array(PublicContribution), next: z.string().optional() });
export type ContributionPage = z.infer<typeof ContributionPage>;
