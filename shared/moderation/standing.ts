import { z } from 'zod';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { PlaceId } from '../places/schema.ts';
import { monthsLater, type Instant } from '../time.ts';
import { WARNING_LASTS_MONTHS } from './rules.ts';
import { CaseId } from './schema.ts';

/** What moderators of a place have measured against somebody. */
export const Standing = z.object({
  place: PlaceId,
  warnings: z.array(z.object({ case: CaseId, on: Moment })),
  suspensions: z.array(z.object({ case: CaseId, from: Moment, until: Moment })),
  /** Where the name she had chosen was removed. */
  nameless: z.array(z.object({ case: CaseId, consultation: ConsultationId })),
  version: z.int().min(0),
});
export type Standing = z.infer<typeof Standing>;

export const noStanding = (place: PlaceId): Standing => ({
  place,
  warnings: [],
  suspensions: [],
  nameless: [],
  version: 0,
});

/** Until when she may write nothing here; undefined when she may. */
export const suspendedUntil = ({ suspensions }: Pick<Standing, 'suspensions'>, now: Instant): Instant | undefined =>
  suspensions
    .filter(({ from, until }) => from <= now && now < until)
    .map(({ until }) => until)
    .sort()
    .at(-1);

/** Has she been warned here, no longer ago than a warning counts? */
export const isWarned = ({ warnings }: Pick<Standing, 'warnings'>, now: Instant): boolean =>
  warnings.some(({ on }) => monthsLater(on, WARNING_LASTS_MONTHS) > now);
