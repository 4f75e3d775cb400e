import { z } from 'zod';
import { ItemNumber } from '../ballots/schema.ts';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { DOORS } from '../consultations/rules.ts';
import { idSchema } from '../ids.ts';

export const SnapshotId = idSchema('snapshot');
export type SnapshotId = z.infer<typeof SnapshotId>;

const count = z.int().min(0);
/** Ballots that agree, disagree and pass. */
export const Tally = z.object({ agree: count, disagree: count, pass: count });
export type Tally = z.infer<typeof Tally>;

export const ItemTally = z.object({
  item: ItemNumber,
  /** Votes that rank: on dealt cards and on passages, imported ones included. */
  dealt: Tally,
  /** Votes reached by a link and not confirmed: shown apart, never ranked. */
  linked: Tally,
  /** The part of `dealt` that another platform collected. */
  imported: Tally,
  /** `dealt` by the door the voter came in by. */
  doors: z.record(z.enum(DOORS), Tally),
  /** Ballots holding a dealt answer, by the language the voter read in. */
  exposure: z.record(z.string(), count),
  /** Lower end of the 90 % Wilson interval for agreement among those who agreed or disagreed; 0 without any. */
  lowerBound: z.number().min(0).max(1),
});
export type ItemTally = z.infer<typeof ItemTally>;

/** The recount of all ballots at a moment: ids and numbers only. */
export const Snapshot = z.object({
  id: SnapshotId,
  consultation: ConsultationId,
  at: Moment,
  ballots: count,
  /** The announced moment this one was taken for; only such a snapshot becomes public. */
  publishedFor: Moment.optional(),
  items: z.array(ItemTally),
});
export type Snapshot = z.infer<typeof Snapshot>;
