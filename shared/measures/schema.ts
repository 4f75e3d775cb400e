import { z } from 'zod';
import { Day } from '../answers/schema.ts';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { PassageId } from '../documents/schema.ts';
import { idSchema } from '../ids.ts';
import { Texts, TextsGiven, TextsOrNone } from '../texts.ts';
import { Words } from '../words.ts';
import { MEASURE_LENGTHS, MEASURE_STANDINGS, MEASURE_STATES, MOST_NOTES } from './rules.ts';

export const MeasureId = idSchema('measure');
export type MeasureId = z.infer<typeof MeasureId>;

/** What is done because a passage was taken up: by whom, until when, and how everybody can tell. */
export const Measure = z.object({
  id: MeasureId,
  consultation: ConsultationId,
  passage: PassageId,
  title: Texts,
  owner: z.string().max(MEASURE_LENGTHS.owner),
  deadline: Day,
  indicator: Texts,
  target: Texts,
  state: z.enum(MEASURE_STATES),
  /** How it goes, the oldest first. */
  notes: z.array(z.object({ at: Moment, text: Texts })).max(MOST_NOTES),
  version: z.int().min(1),
});
export type Measure = z.infer<typeof Measure>;

export const PublicMeasure = Measure.extend({ standing: z.enum(MEASURE_STANDINGS) });
export type PublicMeasure = z.infer<typeof PublicMeasure>;

export const PlanMeasure = z.object({
  passage: PassageId,
  title: TextsGiven(MEASURE_LENGTHS.title),
  owner: Words(MEASURE_LENGTHS.owner),
  deadline: Day,
  indicator: TextsGiven(MEASURE_LENGTHS.indicator),
  target: TextsOrNone(MEASURE_LENGTHS.target),
});
export type PlanMeasure = z.infer<typeof PlanMeasure>;

/** The whole of it anew, and a note on how it goes where there is something to say. */
export const ChangeMeasure = PlanMeasure.omit({ passage: true }).extend({
  state: z.enum(MEASURE_STATES, { error: 'nothing-chosen' }),
  note: TextsOrNone(MEASURE_LENGTHS.note),
  version: z.int().min(1),
});
export type ChangeMeasure = z.infer<typeof ChangeMeasure>;
