import { z } from 'zod';
import { PlaceBrief } from '../consultations/views.ts';
import { SET_UP_ADVICE, SET_UP_GAPS, type SetUpAdvice, type SetUpGap } from './gaps.ts';
import { Place } from './schema.ts';
import { EarlierConsent } from './set-up.ts';

/** Everything about a place that its coordinators decide, and what is still to be thought of. */
export const SetUpView = z.object({
  place: Place,
  gaps: z.array(z.enum(Object.keys(SET_UP_GAPS) as SetUpGap[])),
  advice: z.array(z.enum(Object.keys(SET_UP_ADVICE) as SetUpAdvice[])),
  moderators: z.int(),
  /** The newest first. */
  earlierConsents: z.array(EarlierConsent),
  otherPlaces: z.array(PlaceBrief),
});
export type SetUpView = z.infer<typeof SetUpView>;
