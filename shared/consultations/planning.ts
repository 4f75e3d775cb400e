import { daysLaterIn, instantAt, localTimeAt } from '../local-time.ts';
import type { Instant } from '../time.ts';
import type { Phase, Stage } from './phases.ts';

/**
 * Dates to begin with: two weeks to make it known, three for suggestions, two more for votes, six for the answer. It
 * opens in the morning and closes in the evening, when most people have time.
 */
const USUAL: readonly (readonly [phase: Phase, days: number, hour: string])[] = [
  ['suggesting', 14, '09:00'],
  ['deliberating', 21, '20:00'],
  ['drafting', 14, '20:00'],
  ['answered', 42, '09:00'],
  ['closed', 28, '09:00'],
];

export const suggestedPlan = (now: Instant, zone: string): Stage[] => {
  let days = 0;
  return USUAL.map(([phase, more, hour]) => {
    const day = localTimeAt(daysLaterIn(zone, now, (days += more)), zone).slice(0, 'yyyy-mm-dd'.length);
    return { phase, from: instantAt(`${day}T${hour}`, zone)?.at ?? now };
  });
};

/** A date of the form: a stage, or a result that is published while people vote. */
export type PlannedRow = { phase: Phase | 'result'; from?: Instant };

const ROUND: readonly Phase[] = ['suggesting', 'deliberating', 'drafting'];

/** The rounds of a schedule with a row for each stage, also where no date is set yet. */
const roundsOf = (stages: readonly Stage[], isWhole: boolean): PlannedRow[] => {
  const [first] = stages;
  if (!first) return isWhole ? ROUND.map((phase) => ({ phase })) : [];
  const rows: PlannedRow[] = [];
  // What has been of a round under way has no row.
  let step = isWhole ? 0 : ROUND.indexOf(first.phase);
  for (const stage of stages) {
    for (; ROUND[step] !== stage.phase; step = (step + 1) % ROUND.length) rows.push({ phase: ROUND[step] as Phase });
    rows.push(stage);
    step = (step + 1) % ROUND.length;
  }
  return [...rows, ...(step === 0 ? [] : ROUND.slice(step).map((phase) => ({ phase })))];
};

/** The rows of a form for these dates: its rounds, room for one more, the answer and the end. */
export const rowsOf = (
  stages: readonly Stage[],
  isWhole: boolean,
): { rounds: PlannedRow[]; another: PlannedRow[]; end: PlannedRow[] } => {
  const last = (phase: Phase): PlannedRow => stages.find((stage) => stage.phase === phase) ?? { phase };
  const inRounds = stages.filter(({ phase }) => ROUND.includes(phase));
  return {
    rounds: roundsOf(inRounds, isWhole),
    another: ROUND.map((phase) => ({ phase })),
    end: [last('answered'), last('closed')],
  };
};
