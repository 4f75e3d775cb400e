import { z } from 'zod';
import { ConsultationId, Moment, Reason } from '../consultations/schema.ts';
import { LOCALES } from '../locales.ts';
import { ParticipantId } from '../participants/schema.ts';
import { PlaceId } from '../places/schema.ts';
import { Words } from '../words.ts';
import { BATCH_STATES, COUNTINGS, LARGEST_BATCH, MOST_LANGUAGES, PURPOSE_LENGTH, SMALLEST_BATCH } from './rules.ts';

const BatchNumber = z.int().min(1).max(9999);

/** Cards that one person hands out for one purpose. The cards themselves are known to the vault alone. */
export const Batch = z.object({
  place: PlaceId,
  /** In its place, from 1. */
  number: BatchNumber,
  purpose: z.string(),
  size: z.int(),
  /** The last day on which an unused card opens the door, in the place's time zone. */
  lastDay: z.iso.date(),
  /** For these consultations only; none named: for all of the place. */
  consultations: z.array(ConsultationId),
  /** Who hands them out: somebody in office here, who then sees how the batch goes, or anybody by name. */
  hander: z.object({ name: z.string(), participant: ParticipantId.optional() }),
  state: z.enum(BATCH_STATES),
  /** How many were handed out so far, as whoever hands them out has noted. */
  handed: z.int(),
  version: z.int(),
});
export type Batch = z.infer<typeof Batch>;

export const PlanBatch = z.object({
  purpose: Words(PURPOSE_LENGTH),
  size: z
    .int({ error: 'batch-size' })
    .min(SMALLEST_BATCH, { error: 'batch-size' })
    .max(LARGEST_BATCH, { error: 'batch-size' }),
  lastDay: z.iso.date({ error: 'not-a-day' }),
  consultations: z.array(ConsultationId).max(50),
  /** Who hands them out: somebody in office here, or else anybody by name. */
  mediator: ParticipantId.optional(),
  name: Words(120).optional(),
});
export type PlanBatch = z.infer<typeof PlanBatch>;

const version = z.int().min(1);
export const MakeCards = z.object({
  version,
  /** What stands on each card, in these languages, in this order. */
  languages: z
    .array(z.enum(LOCALES))
    .min(1, { error: 'print-languages' })
    .max(MOST_LANGUAGES, { error: 'print-languages' }),
});
export type MakeCards = z.infer<typeof MakeCards>;
export const RevokeBatch = z.object({ reason: Reason, version });
export type RevokeBatch = z.infer<typeof RevokeBatch>;
export const NoteHanded = z.object({ handed: z.int({ error: 'not-valid' }).min(0).max(LARGEST_BATCH), version });

const InFives = z.object({ from: z.int(), to: z.int() });
/** A batch as the desk shows it. Who used a card is known to nobody, and how many only in fives. */
export const BatchView = Batch.omit({ place: true, hander: true }).extend({
  hander: z.string(),
  used: InFives,
  isExpired: z.boolean(),
});
export type BatchView = z.infer<typeof BatchView>;

/** The cards of a batch, shown this once. The address behind a QR code is `join` + `#` + the digits. */
export const MadeCards = z.object({
  batch: BatchView,
  join: z.string(),
  digits: z.array(z.string()),
  /** What stands on every card: whose it is, and how to use it. */
  words: z.array(z.object({ locale: z.enum(LOCALES), place: z.string(), text: z.string() })),
});
export type MadeCards = z.infer<typeof MadeCards>;

/** How one consultation counts one batch: a recorded decision, with its reason in the words of the office. */
export const BatchDecision = z.object({
  batch: BatchNumber,
  counting: z.enum(COUNTINGS),
  reason: z.string(),
  at: Moment,
  version: z.int(),
});
export type BatchDecision = z.infer<typeof BatchDecision>;
export const DecideBatch = z.object({
  counting: z.enum(COUNTINGS),
  reason: Reason,
  /** Of the decision that was read; 0 where there is none yet. */
  version: z.int().min(0),
});
export type DecideBatch = z.infer<typeof DecideBatch>;

/** A batch in one consultation: how it is counted, and how many of its ballots the last count saw. */
export const CountedBatch = z.object({
  number: BatchNumber,
  purpose: z.string(),
  ballots: InFives,
  decision: BatchDecision.optional(),
});
export type CountedBatch = z.infer<typeof CountedBatch>;

/** Somebody in office who may hand cards out. */
export const Hander = z.object({ participant: ParticipantId, name: z.string() });
export type Hander = z.infer<typeof Hander>;
