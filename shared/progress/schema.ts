import { z } from 'zod';
import { PHASES } from '../consultations/phases.ts';
import { Moment, Stage } from '../consultations/schema.ts';
import { NEEDS, WAITS_FOR, type WaitKind } from './needs.ts';

const count = z.int().min(0);
export const ShownTable = z.object({
  total: count.nullable(),
  cells: z.array(z.object({ key: z.string(), count: count.nullable() })).nullable(),
});

/** Who took part, as the last count saw it. Small numbers of people are hidden (`suppression.ts`). */
export const TurnoutView = z.object({
  at: Moment,
  /** People who joined and votes that stand, by day or by week (its first day). */
  joined: ShownTable,
  votes: ShownTable,
  span: z.enum(['day', 'week']),
  /** People who voted. */
  doors: ShownTable,
  languages: ShownTable,
  helped: count.nullable(),
});
export type TurnoutView = z.infer<typeof TurnoutView>;

/** Public words, all and by language. */
export const WordsWritten = z.object({ total: count, languages: z.array(z.object({ key: z.string(), count })) });
export type WordsWritten = z.infer<typeof WordsWritten>;

/** How a consultation goes, for those who run it. */
export const ProgressView = z.object({
  /** Absent before there was a count. */
  turnout: TurnoutView.optional(),
  /** As they are now. */
  words: WordsWritten,
  waiting: z.array(z.object({ what: z.enum(Object.keys(WAITS_FOR) as WaitKind[]), count })),
  /** The step that comes next, and what it lacks; or what this one lacks where none is planned. */
  next: Stage.optional(),
  phase: z.enum(PHASES),
  missing: z.array(z.enum(NEEDS)),
});
export type ProgressView = z.infer<typeof ProgressView>;
