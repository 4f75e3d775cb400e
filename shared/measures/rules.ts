import { isOver } from '../answers/rules.ts';
import type { Instant } from '../time.ts';

export const MEASURE_LENGTHS = { title: 200, owner: 120, indicator: 300, target: 300, note: 500 } as const;
export const MOST_MEASURES = 300;
export const MOST_NOTES = 40;

export const MEASURE_STATES = ['planned', 'under-way', 'done', 'dropped'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

export const MEASURE_STANDINGS = [...MEASURE_STATES, 'late'] as const;
export type MeasureStanding = (typeof MEASURE_STANDINGS)[number];

export const isFinished = (state: MeasureState): boolean => state === 'done' || state === 'dropped';

/** How a measure stands: its state, unless its day is over and it is neither done nor given up. */
export const measureStanding = (
  { state, deadline }: { state: MeasureState; deadline: string },
  now: Instant,
  zone: string,
): MeasureStanding => (!isFinished(state) && isOver(deadline, now, zone) ? 'late' : state);
