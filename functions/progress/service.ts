import { openedAt } from '#shared/consultations/phases.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { isReadable } from '#shared/contributions/rules.ts';
import type { ProgressView, TurnoutView, WordsWritten } from '#shared/progress/schema.ts';
import { shownShare, shownTable, type Cell, type ShownTable } from '#shared/progress/suppression.ts';
import { DAY, dayIn, dayOf, instant, later, milliseconds } from '#shared/time.ts';
import { consultationNow } from '../consultations/service.ts';
import { currentItems } from '../contributions/items.ts';
import { turnoutOf, type Turnout } from '../opinion/turnout.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { placeOf } from '../places/service.ts';
import type { World } from '../world.ts';
import { outlook } from './standing.ts';

const OTHERS = 'others';
/** Of ballots from before days were kept. */
const UNKNOWN = 'unknown';
const DAYS_OF_A_WEEK = 7;

/** Every day from one to another, by the calendar. */
const daysBetween = (first: string, last: string): string[] => {
  const days: string[] = [];
  for (let day = first; day <= last && days.length < 2000; day = dayOf(later(`${day}T00:00:00.000Z`, DAY)))
    days.push(day);
  return days;
};

/** The Monday of a day's week. */
const weekOf = (day: string): string => {
  const at = milliseconds(`${day}T00:00:00.000Z`);
  // 1970 began on a Thursday.
  const weekday = (Math.floor(at / DAY) + 3) % DAYS_OF_A_WEEK;
  return dayOf(instant(at - weekday * DAY));
};

const cellsOf = (counts: Record<string, number>, keys: readonly string[]): Cell[] =>
  keys.map((key) => ({ key, count: counts[key] ?? 0 }));

/** What there is, put under what there could be; the rest is one cell of its own, which is there without it, too. */
const cellsAndOthers = (counts: Record<string, number>, keys: readonly string[]): Cell[] => {
  const rest = Object.entries(counts).filter(([key]) => !keys.includes(key));
  return [...cellsOf(counts, keys), { key: OTHERS, count: rest.reduce((sum, [, count]) => sum + count, 0) }];
};

const byWeek = (counts: Record<string, number>): Record<string, number> => {
  const weeks: Record<string, number> = {};
  for (const [day, count] of Object.entries(counts)) weeks[weekOf(day)] = (weeks[weekOf(day)] ?? 0) + count;
  return weeks;
};

const shownTurnout = (
  { languages, doors, source }: Consultation,
  turnout: Turnout,
  [first, last]: [string, string],
): TurnoutView => {
  const { '': undated = 0, ...joined } = turnout.joined;
  const withUndated = (cells: Cell[]): ShownTable => shownTable([...cells, { key: UNKNOWN, count: undated }]);
  const days = daysBetween(first, last);
  const weeks = [...new Set(days.map(weekOf))];
  const daily = withUndated(cellsOf(joined, days));
  const span = daily.cells ? 'day' : 'week';
  const voted = Object.values(turnout.doors).reduce((sum, count) => sum + count, 0);
  return {
    at: turnout.at,
    span,
    joined: daily.cells ? daily : withUndated(cellsOf(byWeek(joined), weeks)),
    votes: shownTable(span === 'day' ? cellsOf(turnout.votes, days) : cellsOf(byWeek(turnout.votes), weeks)),
    doors: shownTable(cellsAndOthers(turnout.doors, source ? [...doors, 'imported'] : doors)),
    languages: shownTable(cellsAndOthers(turnout.languages, languages)),
    helped: shownShare(turnout.helped, voted),
  };
};

/** Who took part, as it may be shown; undefined before the first count. */
export const turnoutIn = async (
  world: World,
  consultation: Consultation,
  timeZone: string,
): Promise<TurnoutView | undefined> => {
  const turnout = await turnoutOf(world, consultation.id);
  const opened = openedAt(consultation);
  const inDay = (at: string): string => dayIn(at, timeZone);
  return turnout && opened ? shownTurnout(consultation, turnout, [inDay(opened), inDay(turnout.at)]) : undefined;
};

/** How many words there are, all and by language, the most first. */
export const wordsWritten = (written: readonly { language: string }[]): WordsWritten => ({
  total: written.length,
  languages: [...Map.groupBy(written, ({ language }) => language)]
    .map(([key, { length: count }]) => ({ key, count }))
    .sort((a, b) => b.count - a.count),
});

/** How a consultation goes, on one page: who takes part, what waits for whom, what the next step lacks. */
export const progressOf = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<ProgressView> => {
  const consultation = await consultationNow(world, actor, id);
  requireOffice(actor, 'read-progress', consultation.place);
  const [{ timeZone }, { contributions }, ahead] = await Promise.all([
    placeOf(world, consultation.place),
    currentItems(world, id),
    outlook(world, consultation),
  ]);
  const turnout = await turnoutIn(world, consultation, timeZone);
  return {
    ...(turnout && { turnout }),
    words: wordsWritten([...contributions.values()].filter(({ state }) => isReadable(state))),
    ...ahead,
  };
};
