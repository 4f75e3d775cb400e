import type { Locale } from '#shared/locales.ts';
import { milliseconds, type Instant } from '#shared/time.ts';

/** English here is read in Europe, days before months. */
const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

/** A moment in words, on the clocks of a place: for mails, which are made without a page. */
export const momentFor = (locale: Locale, at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(milliseconds(at));

/** A day of the calendar in words. */
export const dayFor = (locale: Locale, day: string): string =>
  new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
    milliseconds(`${day}T12:00:00.000Z`),
  );
