import { z } from 'zod';
import { PublicContribution } from '../contributions/schema.ts';
import { Document, Passage } from '../documents/schema.ts';
import { ItemTally } from '../opinion/schema.ts';
import { Place } from '../places/schema.ts';
import { Texts } from '../texts.ts';
import { PHASES } from './phases.ts';
import { Consultation, Moment, Stage } from './schema.ts';

/** The part of a place that every page of it shows. */
export const PlaceBrief = Place.pick({ id: true, slug: true, name: true, languages: true, timeZone: true });
export type PlaceBrief = z.infer<typeof PlaceBrief>;

const Standing = z.object({ phase: z.enum(PHASES), next: Stage.optional() });

export const ConsultationBrief = Consultation.pick({ id: true, title: true, question: true, languages: true }).extend({
  standing: Standing,
});
export type ConsultationBrief = z.infer<typeof ConsultationBrief>;

export const PlaceView = Place.extend({ consultations: z.array(ConsultationBrief) });
export type PlaceView = z.infer<typeof PlaceView>;

export const PlaceList = z.array(PlaceBrief);

export const ConsultationView = Consultation.extend({
  placeBrief: PlaceBrief,
  consentVersion: z.int(),
  standing: Standing,
  documents: z.array(Document.extend({ passages: z.array(Passage.omit({ text: true })) })),
  /** How many cards can be voted on. */
  cards: z.int(),
  /** When the next result becomes public, if one is announced; and whether one is public now. */
  resultsOn: Moment.optional(),
  resultsPublic: z.boolean(),
});
export type ConsultationView = z.infer<typeof ConsultationView>;

export const PassageView = Passage.extend({
  documentTitle: Texts,
  previous: Passage.shape.id.optional(),
  next: Passage.shape.id.optional(),
});
export type PassageView = z.infer<typeof PassageView>;

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

/** A result through the items' state of today: what was withdrawn meanwhile is missing from `rows`. */
export const ResultRow = ItemTally.extend({
  contribution: PublicContribution.optional(),
  passage: Passage.pick({ id: true, position: true, heading: true, summary: true }).optional(),
});
export type ResultRow = z.infer<typeof ResultRow>;
export const ResultsView = z.object({
  at: Moment,
  publishedFor: Moment.optional(),
  ballots: z.int(),
  rows: z.array(ResultRow),
});
export type ResultsView = z.infer<typeof ResultsView>;

export const ContributionPage = z.object({ contributions: z.array(PublicContribution), next: z.string().optional() });
export type ContributionPage = z.infer<typeof ContributionPage>;

