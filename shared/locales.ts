/** Languages of the interface: each has a complete message file and passes the same tests. */
export const LOCALES = ['en', 'it', 'fr', 'es', 'ro', 'uk', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'en';

/**
 * Languages people may say they read or write, by their own names (BCP 47; `rom` is the ISO 639 macrolanguage Romani).
 * The order is a reading order for a list, Latin script first.
 */
export const LANGUAGES = {
  en: 'English',
  it: 'Italiano',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
  ro: 'Română',
  rom: 'Romani ćhib',
  sq: 'Shqip',
  so: 'Soomaali',
  tr: 'Türkçe',
  wo: 'Wolof',
  el: 'Ελληνικά',
  bg: 'Български',
  ru: 'Русский',
  sr: 'Српски',
  uk: 'Українська',
  ar: 'العربية',
  fa: 'فارسی',
  ur: 'اردو',
  am: 'አማርኛ',
  ti: 'ትግርኛ',
  bn: 'বাংলা',
  pa: 'ਪੰਜਾਬੀ',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
} as const;
export type Language = keyof typeof LANGUAGES;

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'ur']);

export const isLocale = (tag: string): tag is Locale => (LOCALES as readonly string[]).includes(tag);
export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);
export const directionOf = (tag: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.has(tag) ? 'rtl' : 'ltr');

/** The interface language for an `Accept-Language` header (RFC 9110 §12.5.4), by the reader's own order. */
export const preferredLocale = (header: string | undefined): Locale => {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { locale: tag.trim().toLowerCase().split('-')[0] ?? '', quality: quality ? Number(quality) : 1 };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.map((wish) => wish.locale).find(isLocale) ?? DEFAULT_LOCALE;
};
