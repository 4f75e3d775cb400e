import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { ConsultationBrief, PlaceBrief } from '../consultations/views.ts';
import { SET_UP_ADVICE, SET_UP_GAPS, type SetUpAdvice, type SetUpGap } from './gaps.ts';
import { Place } from './schema.ts';
import { EarlierConsent } from './set-up.ts';

/** What a region sees of its cities: only what everybody may know, in one place. */
export const BelowView = z.object({
  /** Places that ask to stand below this one: for those who may answer them. */
  asking: z.array(PlaceBrief),
  places: z.array(
    PlaceBrief.extend({
      /** 1 for a place directly below. */
      level: z.int(),
      consultations: z.array(
        ConsultationBrief.extend({
          /** How many cards can be voted on. */
          cards: z.int(),
          /** The last public result: when it was counted, and how many people's votes it counts; `null` where they are few. */
          result: z.object({ at: Moment, people: z.int().nullable() }).optional(),
        }),
      ),
    }),
  ),
});
export type BelowView = z.infer<typeof BelowView>;

/** Everything about a place that its coordinators decide, and what is still to be thought of. */
export const SetUpView = z.object({
  place: Place,
  gaps: z.array(z.enum(Object.keys(SET_UP_GAPS) as SetUpGap[])),
  advice: z.array(z.enum(Object.keys(SET_UP_ADVICE) as SetUpAdvice[])),
  moderators: z.int(),
  /** The newest first. */
  earlierConsents: z.array(EarlierConsent),
  otherPlaces: z.array(PlaceBrief),
  /** The service that could translate for it, where the platform has one. */
  translator: z.string().optional(),
  /** The service that could help to order reports, where the platform has one. */
  triage: z.string().optional(),
});
export type SetUpView = z.infer<typeof SetUpView>;
