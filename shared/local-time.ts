import { DAY, instant, milliseconds, type Instant } from './time.ts';

/** What a clock on the wall of a place shows, as a date and a time field of a form write it: `2026-03-29T02:30`. */
export type LocalTime = string;

/** Where daylight saving begins an hour is left out, where it ends one comes twice. */
export type ClockChange = 'skipped' | 'twice';

const formats = new Map<string, Intl.DateTimeFormat>();

const formatIn = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const two = '2-digit';
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
  });
  formats.set(zone, made);
  return made;
};

/** What the clocks of a zone show at a moment, to the minute. */
export const localTimeAt = (at: Instant, zone: string): LocalTime => {
  const parts = formatIn(zone).formatToParts(milliseconds(at));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
};

/** The clock reading as if it were UTC; undefined for what no calendar knows, such as 30 February. */
const asUtc = (local: LocalTime): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return undefined;
  const at = Date.parse(`${local}Z`);
  return Number.isFinite(at) && instant(at).startsWith(local) ? at : undefined;
};

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
const offsetAt = (at: number, zone: string): number => (asUtc(localTimeAt(instant(at), zone)) ?? at) - at;

/**
 * The moment at which the clocks of a zone show this. A reading that is left out is moved forward as the clocks are, one
 * that comes twice is the first of the two; `clock` says so, for whoever wrote it. (The rule of RFC 5545 §3.3.5.)
 */
export const instantAt = (local: LocalTime, zone: string): { at: Instant; clock?: ClockChange } | undefined => {
  const utc = asUtc(local);
  if (utc === undefined) return undefined;
  // No zone changes its clocks twice within two days, so these two are all the offsets that can hold.
  const [before, after] = [offsetAt(utc - DAY, zone), offsetAt(utc + DAY, zone)];
  const shown = [...new Set([utc - before, utc - after])]
    .filter((at) => localTimeAt(instant(at), zone) === local)
    .sort((a, b) => a - b);
  const [first, second] = shown;
  if (first === undefined) return { at: instant(utc - before), clock: 'skipped' };
  return { at: instant(first), ...(second !== undefined && { clock: 'twice' as const }) };
};

/** So many days later on the clocks of a zone: nine in the morning stays nine in the morning. */
export const daysLaterIn = (zone: string, at: Instant, days: number): Instant => {
  const utc = asUtc(localTimeAt(at, zone)) ?? milliseconds(at);
  return instantAt(instant(utc + days * DAY).slice(0, 'yyyy-mm-ddThh:mm'.length), zone)?.at ?? at;
};
