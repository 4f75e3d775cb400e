import { isLocale } from '#shared/locales.ts';
import { reportedIn, type Reported } from './report-address.ts';

/** What an address of ours shows: the page of a contribution or of a passage, or the form to report it or a reply. */
export const shownAt = (typed: string, base: URL): { con: string; reported: Reported } | undefined => {
  if (!URL.canParse(typed, base)) return undefined;
  const url = new URL(typed, base);
  const [, locale = '', c, con = '', what, id = ''] = url.pathname.split('/');
  if (url.origin !== base.origin || !isLocale(locale) || c !== 'c') return undefined;
  const reported =
    what === 'report'
      ? reportedIn(url)
      : what === 'contributions'
        ? { ctr: id }
        : what === 'passages'
          ? { psg: id, translation: locale }
          : undefined;
  return reported && { con, reported };
};
