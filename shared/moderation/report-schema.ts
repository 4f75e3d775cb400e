import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { ShownTable } from '../progress/schema.ts';
import { LanguageTag } from '../texts.ts';
import { HALF_YEAR } from './half-years.ts';
import { Quality } from './triage.ts';

const REPORT_TABLES = [
  'notices-by-kind',
  'notices-by-language',
  'notices-by-way',
  'decisions-by-outcome',
  'decisions-by-kind',
  'decisions-by-language',
  'restrictions-by-ground',
  'restrictions-by-source',
  'measures',
  'appeals-by-outcome',
  'appeals-by-who',
] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];

export const HalfYear = z.string().regex(HALF_YEAR);
const hours = z.int().min(1).nullable();

/** The transparency report of a place (DSA Art. 15 and 24) over a half-year that has ended; `null` is a hidden number. */
export const TransparencyReport = z.object({
  period: HalfYear,
  from: Moment,
  until: Moment,
  /** The periods there are reports of, the newest first, and when the next comes. */
  periods: z.array(HalfYear),
  next: Moment,
  tables: z.record(z.enum(REPORT_TABLES), ShownTable),
  /** Median time from the first notice to the decision, and from an appeal to its answer. */
  hours: z.object({
    decision: hours,
    appeal: hours,
    languages: z.array(z.object({ key: z.string(), hours })),
  }),
  /** Decisions that a machine made, and notices that one sent. There are none here. */
  automated: z.literal(0),
  /** The service that may say in which order reports are read, and how good it is, where somebody measured it (DSA Art. 15(1)(e)). */
  hints: z
    .object({
      service: z.string(),
      languages: z.array(z.object({ language: LanguageTag, quality: Quality.optional() })),
    })
    .optional(),
});
export type TransparencyReport = z.infer<typeof TransparencyReport>;
