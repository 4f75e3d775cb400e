import { monthsLater, type Instant } from '../time.ts';
import type { Measure } from './kinds.ts';

/**
 * Frequent misuse (DSA Art. 23). What counts is public here, because the law wants it so; that somebody did it, and what
 * follows, a person decides. A rule only proposes.
 */
const LOOK_BACK_MONTHS = 6;
const FREQUENT = 3;
/** Less than this share of all she did is no habit. */
const SHARE = 0.5;
const SUSPENSION_DAYS = [14, 30, 90] as const;

/** One thing somebody did: a decided contribution, or a notice. `manifest`: evident to anybody, without any analysis. */
export type Deed = { at: Instant; manifest: boolean };
export type Measured = { warnedOn: readonly Instant[]; suspendedOn: readonly Instant[] };
export type Proposal = { measure: Measure; days?: number; manifest: number; all: number };

const since = (now: Instant, months: number) => (at: Instant) => monthsLater(at, months) > now;

/** What the numbers suggest: nothing, a warning, or after one a suspension with an end, longer each time. */
export const proposalFor = (
  deeds: readonly Deed[],
  { warnedOn, suspendedOn }: Measured,
  now: Instant,
): Proposal | null => {
  const recent = deeds.filter(({ at }) => since(now, LOOK_BACK_MONTHS)(at));
  const manifest = recent.filter((deed) => deed.manifest);
  const numbers = { manifest: manifest.length, all: recent.length };
  if (manifest.length < FREQUENT || manifest.length < SHARE * recent.length) return null;
  const warned = warnedOn
    .filter(since(now, 2 * LOOK_BACK_MONTHS))
    .sort()
    .at(-1);
  if (!warned) return { measure: 'warn', ...numbers };
  const again = manifest.some(({ at }) => at > warned);
  if (!again) return null;
  const days = SUSPENSION_DAYS[Math.min(suspendedOn.length, SUSPENSION_DAYS.length - 1)] ?? SUSPENSION_DAYS[0];
  return { measure: 'suspend', days, ...numbers };
};
