import { HOUR, MINUTE, milliseconds, type Instant } from '../time.ts';

/**
 * What runs without anybody asking, and how long after its last good end something is wrong with it. `sweep` is there on
 * one machine only and `stream` in the cloud only, where the other is the database's own business; `triage` only where there
 * is a service for it, and nothing waits for it.
 */
const JOBS = {
  recount: 15 * MINUTE,
  mail: 15 * MINUTE,
  versions: 15 * MINUTE,
  ledger: 15 * MINUTE,
  cases: HOUR,
  reminders: 3 * HOUR,
  retention: 3 * HOUR,
  storage: 3 * HOUR,
  triage: undefined,
  sweep: 15 * MINUTE,
  stream: undefined,
} as const satisfies Record<string, number | undefined>;
export type Job = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as Job[];

/** Work that has failed so many times in a row is a dead letter. */
export const MOST_TRIES = 5;
export const isDead = ({ tries }: { tries: number }): boolean => tries >= MOST_TRIES;
/** Nobody tries a change again that the stream gave up: it is gone from there after a day. */
export const isTriedAgain = ({ job }: { job: Job }): boolean => job !== 'stream';
/** How long a dead letter rests before it is tried again without anybody's doing: an outage ends at night, too. */
export const REST = HOUR;

type Run = { began: Instant; ended?: Instant | undefined; good?: Instant | undefined; outcome?: string | undefined };
export const RUN_STANDINGS = ['well', 'running', 'failing', 'late'] as const;
export type RunStanding = (typeof RUN_STANDINGS)[number];

/** How it goes with a job: one that hangs or that nobody starts any more is late, whatever it said last. */
export const standingOf = (job: Job, { began, ended, good, outcome }: Run, now: Instant): RunStanding => {
  const longest = JOBS[job];
  const isLate = longest !== undefined && milliseconds(good ?? began) + longest < milliseconds(now);
  if (isLate) return outcome === 'failed' && ended ? 'failing' : 'late';
  if (!ended || ended < began) return 'running';
  return outcome === 'good' ? 'well' : 'failing';
};
