import { phaseAt, type Schedule } from '../consultations/phases.ts';
import type { Instant } from '../time.ts';

/** The way of every consultation, for everybody to see where it is now. */
export const LINE_STEPS = ['asked', 'drafted', 'sent', 'answered', 'done'] as const;
type LineStep = (typeof LINE_STEPS)[number];

/** `none`: this step does not come here, because the text stayed as it was, or nothing was taken up. */
export const STEP_STATES = ['over', 'now', 'late', 'coming', 'none'] as const;
export type StepState = (typeof STEP_STATES)[number];
export type OnLine = { step: LineStep; is: StepState };

/** What the line is derived from, besides the dates. */
export type LineFacts = {
  /** The highest version of its texts that was published. */
  version: number;
  /** Points that institutions were asked to answer: one for each institution and passage. */
  points: { asked: number; answered: number; late: number; accepted: number };
  /** Suggestions that the drafters themselves have answered, for everybody to read. */
  outcomes: number;
  measures: { planned: number; finished: number; late: number };
};

const drafted = (stage: 'before' | 'drafting' | 'ended', { version, points }: LineFacts): StepState => {
  if (stage === 'before') return version > 1 ? 'over' : 'coming';
  if (stage === 'drafting') return points.asked > 0 ? 'over' : 'now';
  return version > 1 || points.asked > 0 ? 'over' : 'none';
};

const answered = (phase: string, isEnded: boolean, { points, outcomes }: LineFacts): StepState => {
  if (points.asked > 0) {
    if (points.answered >= points.asked) return 'over';
    return points.late > 0 ? 'late' : 'now';
  }
  if (!isEnded) return 'coming';
  if (outcomes > 0) return 'over';
  // Closed without a word: nobody shall be able to say that this is how it was meant to end.
  return phase === 'closed' ? 'late' : 'now';
};

const done = (answer: StepState, { points, measures }: LineFacts): StepState => {
  if (measures.planned > 0) {
    if (measures.late > 0) return 'late';
    return measures.finished >= measures.planned ? 'over' : 'now';
  }
  if (points.accepted > 0) return 'now';
  return answer === 'over' ? 'none' : 'coming';
};

/**
 * asked → drafted → sent → answered → done, from the phase and the answers. Each step says how it stands by itself; a
 * step that nobody took is not passed over in silence.
 */
export const lineOf = (consultation: { stages: Schedule }, facts: LineFacts, now: Instant): OnLine[] => {
  const phase = phaseAt(consultation, now);
  const isEnded = phase === 'answered' || phase === 'closed';
  const stage = isEnded ? 'ended' : phase === 'drafting' ? 'drafting' : 'before';
  const isAsking = phase === 'suggesting' || phase === 'deliberating';
  const answer = answered(phase, isEnded, facts);
  return [
    { step: 'asked', is: phase === 'preparing' ? 'coming' : isAsking ? 'now' : 'over' },
    { step: 'drafted', is: drafted(stage, facts) },
    { step: 'sent', is: facts.points.asked > 0 ? 'over' : isEnded ? 'none' : 'coming' },
    { step: 'answered', is: answer },
    { step: 'done', is: done(answer, facts) },
  ];
};

/** The step to name where there is room for one: what is late before what is going on, else the last that is over. */
export const hereOnLine = (line: readonly OnLine[]): OnLine =>
  line.find(({ is }) => is === 'late') ??
  line.find(({ is }) => is === 'now') ??
  line.findLast(({ is }) => is === 'over') ?? { step: 'asked', is: 'coming' };
