/** A moment as ISO 8601 in UTC with milliseconds, `2026-11-21T09:30:00.000Z`. Such strings sort as time does. */
export type Instant = string;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The only reading of the machine's clock; everybody else is handed a clock by the world. Milliseconds since 1970. */
export const systemClock = (): number => Date.now();

export const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
export const milliseconds = (at: Instant): number => Date.parse(at);
export const later = (at: Instant, by: number): Instant => instant(milliseconds(at) + by);
/** The calendar day of a moment in UTC: all that is kept about when a person joined or was last here. */
export const dayOf = (at: Instant): string => at.slice(0, 10);

/** Making a calendar takes far longer than asking it, and a recount asks for each quarter of an hour with votes. */
const calendars = new Map<string, Intl.DateTimeFormat>();
const calendarOf = (timeZone: string): Intl.DateTimeFormat => {
  const calendar =
    calendars.get(timeZone) ??
    new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(timeZone, calendar);
  return calendar;
};

/** The calendar day of a moment on the clocks of a time zone: `2026-11-21`. */
export const dayIn = (at: Instant, timeZone: string): string => {
  const parts = calendarOf(timeZone)
    .formatToParts(milliseconds(at))
    .map(({ type, value }) => [type, value]);
  const { year, month, day } = Object.fromEntries(parts) as Record<string, string>;
  return `${year}-${month}-${day}`;
};

/** The same moment so many calendar months later, in UTC; the last day of a shorter month where there is no such day. */
export const monthsLater = (at: Instant, months: number): Instant => {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.toISOString();
};
