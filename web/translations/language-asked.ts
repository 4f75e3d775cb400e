import { isLocale, type Locale } from '#shared/locales.ts';

/** Into which language a page of the translation list translates: its address says so, otherwise the language she reads. */
export const languageAsked = ({ url, locale }: { url: URL; locale: Locale }): Locale => {
  const asked = url.searchParams.get('language') ?? '';
  return isLocale(asked) ? asked : locale;
};
