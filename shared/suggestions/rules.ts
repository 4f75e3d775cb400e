import { phaseAt, type Schedule } from '../consultations/phases.ts';
import type { Instant } from '../time.ts';

export const TAG_LENGTH = 40;
export const MOST_TAGS = 20;
export const WORK_NOTE_LENGTH = 2_000;
export const OUTCOME_REASON_LENGTH = 1_000;
export const SEARCH_LENGTH = 100;
export const GROUP_NAME_LENGTH = 60;
/** So many can be worked on at once. */
export const MOST_AT_ONCE = 50;
export const ROWS_ON_A_PAGE = 20;

/** What became of a suggestion. Without one of these it is not yet answered. */
export const OUTCOMES = ['taken-up', 'partly', 'not-taken-up'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Lists of the desk: those of the last count, everything in it by rank, and what came after it. */
export const DESK_LISTS = ['all', 'shared', 'needed', 'divides', 'too-little', 'linked', 'new'] as const;
export type DeskList = (typeof DESK_LISTS)[number];

/** Residents read what became of each suggestion once the city has answered. */
export const areOutcomesPublic = (consultation: { stages: Schedule }, now: Instant): boolean => {
  const phase = phaseAt(consultation, now);
  return phase === 'answered' || phase === 'closed';
};
