import { LOCALES, type Locale } from '#shared/locales.ts';

const ALWAYS: readonly string[] = ['en', 'ar'] satisfies Locale[];

/** Every page and state is looked at in these in every run: one language of either direction. */
export const WHOLE = LOCALES.filter((locale) => ALWAYS.includes(locale));
/** Every page is looked at in these with FULL=1, one page of each without. */
export const SAMPLED = LOCALES.filter((locale) => !ALWAYS.includes(locale));

/** For what hardly differs from one language to the next. */
export const LOOKED_AT = process.env['FULL'] === undefined ? WHOLE : LOCALES;
