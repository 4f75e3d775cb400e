import type { Locale } from '#shared/locales.ts';

/** Addresses of the rooms where a next version is written. */
export const draftAddresses = (locale: Locale, con: string, document: string) => {
  const home = `/${locale}/c/${con}/desk/version`;
  const of = `?doc=${document}`;
  return {
    home: home + of,
    compare: `${home}/compare${of}`,
    publish: `${home}/publish${of}`,
    passage: (passage: string) => `${home}/passages/${passage}${of}`,
  };
};
export type DraftAddresses = ReturnType<typeof draftAddresses>;
