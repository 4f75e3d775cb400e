import { phaseAt, type Schedule } from '../consultations/phases.ts';
import { dayIn, type Instant } from '../time.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';

export const ADDRESSEE_NAME_LENGTH = 120;
export const ANSWER_LENGTH = 2_000;
export const BY_WHOM_LENGTH = 120;
/** So many institutions can be asked in one consultation. */
export const MOST_ADDRESSEES = 30;
/** A link works so many days beyond the date: a late answer is better than none. */
export const LINK_DAYS = 180;

/** A calendar day, `2026-11-28`, is over on the clocks of a zone. */
export const isOver = (day: string, now: Instant, zone: string): boolean => day < dayIn(now, zone);

export type AskRefusal = 'consultation-in-preparation' | 'not-in-this-phase';

/** An institution answers a text that no longer moves under people who vote. */
export const mayAsk = (consultation: { stages: Schedule }, now: Instant): Verdict<AskRefusal> => {
  const phase = phaseAt(consultation, now);
  if (phase === 'preparing') return refused('consultation-in-preparation');
  return phase === 'suggesting' || phase === 'deliberating' ? refused('not-in-this-phase') : allowed;
};

/** How a point stands. What is not answered after its date says so. */
export const POINT_STANDINGS = ['awaited', 'late', 'answered'] as const;
export type PointStanding = (typeof POINT_STANDINGS)[number];

export const pointStanding = (isGiven: boolean, due: string, now: Instant, zone: string): PointStanding => {
  if (isGiven) return 'answered';
  return isOver(due, now, zone) ? 'late' : 'awaited';
};

/** Measures may follow from what was taken up, in whole or in part. */
export const isAccepted = (outcome: string | undefined): boolean => outcome === 'taken-up' || outcome === 'partly';

/** Days before (negative) and after the date on which whoever has not answered is reminded. */
const REMINDED_ON = { soon: -7, over: 1, 'long-over': 14 } as const;
export type AnswerReminder = keyof typeof REMINDED_ON;

const daysFrom = (day: string, by: number): string => {
  const date = new Date(`${day}T12:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 'yyyy-mm-dd'.length);
};

/** The one reminder of a date that is due now: the last whose day has come. One of before is not sent after the date. */
export const answerReminderDue = (due: string, now: Instant, zone: string): AnswerReminder | undefined => {
  const today = dayIn(now, zone);
  const come = (Object.keys(REMINDED_ON) as AnswerReminder[]).filter((one) => daysFrom(due, REMINDED_ON[one]) <= today);
  const last = come.at(-1);
  return last === 'soon' && today > due ? undefined : last;
};
