import { createContext, useContext } from 'solid-js';
import { directionOf, type Locale } from '#shared/locales.ts';
import type { Instant } from '#shared/time.ts';
import type { Messages } from './compiled/messages.ts';
import meta from './meta.json';

export type MessageKey = keyof Messages;
type Plain = { [K in MessageKey]: Messages[K] extends undefined ? K : never }[MessageKey];
/** The keys that start with a prefix and need no parameters: `PlainUnder<'problem.'>`. */
export type PlainUnder<Prefix extends string> = Extract<Plain, `${Prefix}${string}`>;

type Compiled = Record<string, string | ((parameters: object) => string)>;

export type Translate = <K extends MessageKey>(
  key: K,
  ...parameters: Messages[K] extends undefined ? [] : [Messages[K]]
) => string;

export type I18n = {
  locale: Locale;
  direction: 'ltr' | 'rtl';
  t: Translate;
  /** A day in the place's own time zone, so that server and browser write the same words. */
  day(at: Instant, timeZone: string): string;
  /** A day and a time of day. */
  moment(at: Instant, timeZone: string): string;
  number(value: number): string;
  /** Who checked this locale's words, if anybody did. */
  checkedBy: string | null;
};

const load = import.meta.glob<{ default: Compiled }>('./compiled/*.js');
const ready = new Map<Locale, Promise<I18n>>();

const formatters = (locale: Locale) => {
  const dates = new Map<string, Intl.DateTimeFormat>();
  const formatter = (timeZone: string, withTime: boolean): Intl.DateTimeFormat => {
    const key = `${timeZone} ${withTime}`;
    const known = dates.get(key);
    if (known) return known;
    const made = new Intl.DateTimeFormat(locale, {
      timeZone,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      ...(withTime ? { hour: '2-digit', minute: '2-digit' } : {}),
    });
    dates.set(key, made);
    return made;
  };
  const numbers = new Intl.NumberFormat(locale);
  return {
    day: (at: Instant, timeZone: string) => formatter(timeZone, false).format(new Date(at)),
    moment: (at: Instant, timeZone: string) => formatter(timeZone, true).format(new Date(at)),
    number: (value: number) => numbers.format(value),
  };
};

const make = async (locale: Locale): Promise<I18n> => {
  const module = await load[`./compiled/${locale}.js`]?.();
  if (!module) throw new Error(`no messages for ${locale}`);
  const messages = module.default;
  const t: Translate = (key, ...parameters) => {
    const message = messages[key];
    return typeof message === 'function' ? message(parameters[0] ?? {}) : (message ?? key);
  };
  return { locale, direction: directionOf(locale), t, ...formatters(locale), checkedBy: meta[locale].checkedBy };
};

/** Messages and formatters of a locale, made once. */
export const loadI18n = (locale: Locale): Promise<I18n> => {
  const made = ready.get(locale) ?? make(locale);
  ready.set(locale, made);
  return made;
};

const I18nContext = createContext<I18n>();
export const I18nProvider = I18nContext.Provider;
export const useI18n = (): I18n => {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('outside of a page');
  return i18n;
};
