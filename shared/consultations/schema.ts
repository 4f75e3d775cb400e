import { z } from 'zod';
import { AnswerKey } from '../ballots/schema.ts';
import { idSchema } from '../ids.ts';
import { LOCALES } from '../locales.ts';
import { PlaceId } from '../places/schema.ts';
import { Texts } from '../texts.ts';
import { Words } from '../words.ts';
import { PHASES } from './phases.ts';
import { AREAS, CHANGED, DOORS, GROUNDS, REASON_LENGTH } from './rules.ts';

export const ConsultationId = idSchema('consultation');
export type ConsultationId = z.infer<typeof ConsultationId>;

export const Moment = z.iso.datetime({ precision: 3 });
export const Stage = z.object({ phase: z.enum(PHASES), from: Moment });
const Door = z.enum(DOORS);

/** A question about belonging to affected groups: voluntary, several answers, each consultation's own. */
const BelongingQuestion = z.object({
  version: z.int().min(1),
  question: Texts,
  /** What it is for, and that nobody has to answer. */
  why: Texts,
  answers: z
    .array(z.object({ key: AnswerKey, label: Texts }))
    .min(1)
    .max(11),
});

/** What only a consultation in preparation has: dates that nobody has been told yet, lawful or not. */
const Draft = z.object({
  plan: z.array(Stage),
  /** Opens a minute after it is published, whatever the first date of the plan. */
  opensAtOnce: z.boolean(),
});

/** A draft has no stages yet: it is nobody's but the staff's until it is published, which gives it its stages. */
export const Consultation = z.object({
  id: ConsultationId,
  place: PlaceId,
  title: Texts,
  question: Texts,
  why: Texts,
  whatHappens: Texts,
  /** Whom it is addressed to; everybody in the place, when nothing is said. */
  audience: Texts.optional(),
  areas: z.array(z.enum(AREAS)),
  grounds: z.array(z.enum(GROUNDS)),
  languages: z.array(z.enum(LOCALES)).min(1),
  stages: z.array(Stage),
  draft: Draft.optional(),
  resultDates: z.array(Moment),
  doors: z.array(Door.exclude(['imported'])).min(1),
  /** Where imported votes and words came from, with the attribution their licence asks for. */
  source: z.object({ name: z.string(), attribution: z.string() }).optional(),
  belonging: BelongingQuestion.optional(),
  /** What people write waits until a moderator has read it. */
  premoderation: z.boolean().optional(),
  version: z.int().min(1),
});
export type Consultation = z.infer<typeof Consultation>;

/** A change after publishing, told to everybody: what it was about, and why. */
export const PublishedChange = z.object({ at: Moment, what: z.array(z.enum(CHANGED)).min(1), note: Texts });
export type PublishedChange = z.infer<typeof PublishedChange>;

const SHORTEST_REASON = 3;
/** Why somebody in office did something: a few words at least, for whoever reads the ledger. */
export const Reason = Words(REASON_LENGTH).refine((reason) => reason.length >= SHORTEST_REASON, {
  error: 'words-missing',
});

export const ChangePhase = z.object({
  to: z.enum(PHASES),
  at: Moment,
  reason: Reason,
  version: z.int().min(1),
});
export type ChangePhase = z.infer<typeof ChangePhase>;
