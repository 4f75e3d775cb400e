import { isLocale, type Locale } from '#shared/locales.ts';

/** Into which language a page of the translation list translates: its address says so. */
export const languageAsked = (url: URL): Locale => {
  const asked = url.searchParams.get('language') ?? '';
  return isLocale(asked) ? asked : 'en';
};
