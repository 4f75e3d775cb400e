import { DAY, later, type Instant } from '../time.ts';

/**
 * A reporting period: half a calendar year, in UTC. Implementing Regulation (EU) 2024/2835 asks a platform of our size for
 * the calendar year, and very large ones for these halves (Art. 2): we publish as often as they must, and two halves make
 * the year. Periods never overlap, so that nobody can take one report from another and be left with what a few people did
 * in between.
 */
export const HALF_YEAR = /^20\d\d-H[12]$/;
export type HalfYear = string;

/** Five years of reports stay public; how long they must is Art. 3 of that regulation. */
const MOST_SHOWN = 10;

/** Whoever was decided about in the last minutes of a period is told some minutes into the next. */
const SETTLES = DAY;

export const halfYearOf = (at: Instant): HalfYear => `${at.slice(0, 4)}-H${Number(at.slice(5, 7)) <= 6 ? 1 : 2}`;

const parts = (name: HalfYear): [year: number, half: number] => [Number(name.slice(0, 4)), Number(name.slice(-1))];

/** From one moment until before another. */
export const spanOf = (name: HalfYear): { from: Instant; until: Instant } => {
  const [year, half] = parts(name);
  const middle = `${year}-07-01T00:00:00.000Z`;
  return half === 1
    ? { from: `${year}-01-01T00:00:00.000Z`, until: middle }
    : { from: middle, until: `${year + 1}-01-01T00:00:00.000Z` };
};

const before = (name: HalfYear): HalfYear => {
  const [year, half] = parts(name);
  return half === 2 ? `${year}-H1` : `${year - 1}-H2`;
};

export const isPublic = (name: HalfYear, now: Instant): boolean => later(spanOf(name).until, SETTLES) <= now;

/** The periods with a public report, the newest first: the last that has ended, and back to the first in which something was. */
export const publicHalfYears = (first: Instant | undefined, now: Instant): HalfYear[] => {
  const running = halfYearOf(now);
  let name = isPublic(before(running), now) ? before(running) : before(before(running));
  const all = [name];
  const oldest = first ? halfYearOf(first) : name;
  while (oldest < name && all.length < MOST_SHOWN) {
    name = before(name);
    all.push(name);
  }
  return all;
};

/** When the report of the running period comes. */
export const nextReportAt = (now: Instant): Instant => {
  const running = halfYearOf(now);
  const last = before(running);
  return later(spanOf(isPublic(last, now) ? running : last).until, SETTLES);
};
