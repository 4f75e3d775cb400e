import { z } from 'zod';
import { Texts } from '../texts.ts';
import { GROUND_KINDS } from './kinds.ts';

/** The law or the rule that a decision stands on, with its words. */
export const GroundView = z.object({
  kind: z.enum(GROUND_KINDS),
  reference: z.string(),
  /** The same reference in every language of the platform, as the law's own version in it has it. */
  cited: Texts.optional(),
  quote: Texts,
  url: z.string().optional(),
});
export type GroundView = z.infer<typeof GroundView>;
