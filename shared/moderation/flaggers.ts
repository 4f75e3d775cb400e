import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { idSchema } from '../ids.ts';
import { Words } from '../words.ts';

export const FlaggerId = idSchema('flagger');
export type FlaggerId = z.infer<typeof FlaggerId>;

/** An organisation whose notices go first (DSA Art. 22), from one date to another. */
export const Flagger = z.object({
  id: FlaggerId,
  organisation: Words(120),
  from: Moment,
  until: Moment,
  /** When a coordinator ended it before its date. */
  ended: Moment.optional(),
});
export type Flagger = z.infer<typeof Flagger>;

export const AppointFlagger = Flagger.pick({ organisation: true, from: true, until: true }).refine(
  ({ from, until }) => from < until,
  { error: 'not-valid', path: ['until'] },
);
export type AppointFlagger = z.infer<typeof AppointFlagger>;

/** The link with which it reports, shown once. */
export const AppointedFlagger = z.object({ flagger: Flagger, token: z.string() });
