import { z } from 'zod';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { Texts, TextsGiven } from '../texts.ts';
import { NEWS_LENGTHS } from './rules.ts';

/** Something that those who run a consultation tell everybody who takes part: public, dated, never changed. */
export const News = z.object({
  consultation: ConsultationId,
  /** In its consultation, from 1. */
  number: z.int().min(1),
  at: Moment,
  title: Texts,
  text: Texts,
});
export type News = z.infer<typeof News>;

export const Announce = z.object({
  /** The number it shall get: sent twice, it is still told once. */
  number: z.int().min(1),
  title: TextsGiven(NEWS_LENGTHS.title),
  text: TextsGiven(NEWS_LENGTHS.text),
});
export type Announce = z.infer<typeof Announce>;
