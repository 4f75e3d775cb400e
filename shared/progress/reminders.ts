import { stageAfter, type Phase, type Stage } from '../consultations/phases.ts';
import { DAY, later, type Instant } from '../time.ts';

/** Whoever runs a consultation is reminded so long before each of its dates … */
const AHEAD = 3 * DAY;
/** … and alerted when a step has begun without what it needs, but not of what is long past. */
const TOLD_FOR = 2 * DAY;

/** `soon`: a step begins at that moment. `lacking`: it has begun, and something is missing. */
export type Reminder = { kind: 'soon' | 'lacking'; phase: Phase; at: Instant };

/**
 * What to remind of now, each once by its date: a date that was moved is another one. Whether something is missing
 * for the step is asked only where it matters.
 */
export const remindersDue = (stages: readonly Stage[], now: Instant): Reminder[] => {
  const next = stageAfter({ stages }, now);
  const began = stages.findLast(({ from }) => from <= now);
  return [
    ...(began && began.phase !== 'preparing' && now < later(began.from, TOLD_FOR)
      ? [{ kind: 'lacking' as const, phase: began.phase, at: began.from }]
      : []),
    ...(next && now >= later(next.from, -AHEAD) ? [{ kind: 'soon' as const, phase: next.phase, at: next.from }] : []),
  ];
};
