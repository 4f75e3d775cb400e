import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { PlaceId } from '../places/schema.ts';
import { LedgerLine } from './schema.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A line as a seal names it: nothing of what it says, only what makes it known again. */
const SealedLine = z.object({ id: LedgerLine.shape.id, hash: Sha256 });

/**
 * Lines of one place's ledger, sealed together. Each seal holds the hash of the one before, so that a line cannot be
 * changed without every later seal being another; whoever keeps copies of the seals elsewhere sees that.
 */
export const Seal = z.object({
  place: PlaceId,
  /** From 1, without a gap. */
  number: z.int().min(1),
  at: Moment,
  lines: z.array(SealedLine).min(1),
  /** Of the seal before; 64 zeros for the first. */
  previous: Sha256,
  hash: Sha256,
});
export type Seal = z.infer<typeof Seal>;

/** The last seal of a day (UTC): whoever has written it down knows the whole ledger up to that day again. */
export const DayRoot = z.object({ day: z.iso.date(), number: z.int(), lines: z.int(), hash: Sha256 });
export type DayRoot = z.infer<typeof DayRoot>;
export const DayRoots = z.array(DayRoot);

/** What somebody needs to check a place's ledger without us: all lines as they are stored, and all seals. */
export const LedgerFile = z.object({ lines: z.array(z.looseObject({ id: z.string() })), seals: z.array(Seal) });
export type LedgerFile = z.infer<typeof LedgerFile>;
