import { createContext, useContext } from 'solid-js';
import { directionOf, type Locale } from '#shared/locales.ts';
import type { Instant } from '#shared/time.ts';
import { CHUNKS_OF_PAGES, type Messages } from './compiled/messages.ts';
import meta from './meta.json';
import type { OnDemand } from './on-demand.ts';

type MessageKey = keyof Messages;
type Plain = { [K in MessageKey]: Messages[K] extends undefined ? K : never }[MessageKey];
/** The keys that start with a prefix and need no parameters: `PlainUnder<'problem.'>`. */
export type PlainUnder<Prefix extends string> = Extract<Plain, `${Prefix}${string}`>;

type Message = string | ((parameters: object) => string);
export type Compiled = Record<string, Message>;

export const worded = (message: Message | undefined, key: string, parameters: object = {}): string =>
  typeof message === 'function' ? message(parameters) : (message ?? key);

type Translate = <K extends MessageKey>(
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
  /** Loads words that the page did not need when it came. */
  learn(chunk: OnDemand): Promise<void>;
  /** Who checked this locale's words, if anybody did. */
  checkedBy: string | null;
};

/** How a locale writes days, where its own tag does not say it: English here is read in Europe, days before months. */
const FORMATS: Partial<Record<Locale, string>> = { en: 'en-GB' };

const formatters = (locale: Locale) => {
  const dates = new Map<string, Intl.DateTimeFormat>();
  const formatter = (timeZone: string, withTime: boolean): Intl.DateTimeFormat => {
    const key = `${timeZone} ${withTime}`;
    const known = dates.get(key);
    if (known) return known;
    const made = new Intl.DateTimeFormat(FORMATS[locale] ?? locale, {
      timeZone,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      ...(withTime ? { hour: '2-digit', minute: '2-digit' } : {}),
    });
    dates.set(key, made);
    return made;
  };
  /** Ukrainian shortens the word for year, and its full stop would stand before that of a sentence. */
  const said = (at: Instant, timeZone: string, withTime: boolean): string =>
    formatter(timeZone, withTime).format(new Date(at)).replace(/\sр\./, ' року');
  // Made when first needed: on the server, each locale's would cost five milliseconds of every cold start.
  let numbers: Intl.NumberFormat | undefined;
  return {
    day: (at: Instant, timeZone: string) => said(at, timeZone, false),
    moment: (at: Instant, timeZone: string) => said(at, timeZone, true),
    number: (value: number) => (numbers ??= new Intl.NumberFormat(locale)).format(value),
  };
};

type Chunks = Record<string, () => Promise<{ default: Compiled; chunks?: Chunks }>>;
/** What every page needs in a locale, and the way to the rest of that locale: another locale is another page. */
const locales = import.meta.glob<{ default: Compiled; chunks: Chunks }>('./compiled/*/everywhere.js');

/** The chunks of messages that the source of a page names. */
export const chunksOf = (page: string): readonly string[] => CHUNKS_OF_PAGES[page] ?? [];

/** Where compiled messages lie, from here. */
export const messageFiles = (locale: Locale, chunks: readonly string[]): string[] =>
  ['everywhere', ...chunks].map((chunk) => `./compiled/${locale}/${chunk}.js`);

type Language = { i18n: I18n; load(chunk: string): Promise<void> };

const make = async (locale: Locale): Promise<Language> => {
  const everywhere = await locales[`./compiled/${locale}/everywhere.js`]?.();
  const messages: Compiled = { ...everywhere?.default };
  const loaded = new Set<string>();
  const load = async (chunk: string): Promise<void> => {
    if (loaded.has(chunk)) return;
    const way = everywhere?.chunks[chunk] ?? (await everywhere?.chunks['office']?.())?.chunks?.[chunk];
    Object.assign(messages, (await way?.())?.default);
    loaded.add(chunk);
  };
  const t: Translate = (key, ...parameters) => worded(messages[key], key, parameters[0]);
  const { checkedBy } = meta[locale];
  const i18n = { locale, direction: directionOf(locale), t, ...formatters(locale), learn: load, checkedBy };
  return { i18n, load };
};

const languages = new Map<Locale, Promise<Language>>();

/** A locale's formatters, and its messages as far as they are needed now. Both are made once. */
export const loadI18n = async (locale: Locale, chunks: readonly string[]): Promise<I18n> => {
  const language = languages.get(locale) ?? make(locale);
  languages.set(locale, language);
  const spoken = await language;
  await Promise.all(chunks.map((chunk) => spoken.load(chunk)));
  return spoken.i18n;
};

const I18nContext = createContext<I18n>();
export const I18nProvider = I18nContext.Provider;
export const useI18n = (): I18n => {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('outside of a page');
  return i18n;
};
