import { useVisit } from '#web/visit.ts';

/** Addresses of a consultation's pages, in the reader's language. */
export const addressesOf = (locale: string, con: string) => {
  const home = `/${locale}/c/${con}`;
  return {
    home,
    deck: `${home}/deck`,
    results: `${home}/results`,
    snapshot: `${home}/desk/snapshot`,
    join: `${home}/join`,
    belonging: `${home}/belonging`,
    versions: `${home}/versions`,
    answers: `${home}/answers`,
    measures: `${home}/measures`,
    version: (version: number, document: string) => `${home}/versions/${version}?doc=${document}`,
    tellMe: `${home}/tell-me`,
    suggest: (passage?: string) => `${home}/suggest${passage ? `?passage=${passage}` : ''}`,
    passage: (psg: string) => `${home}/passages/${psg}`,
    contribution: (ctr: string) => `${home}/contributions/${ctr}`,
  };
};
export type Addresses = ReturnType<typeof addressesOf>;

export const useAddresses = (con: string): Addresses => addressesOf(useVisit().current.at.locale, con);
