import type { I18n, PlainUnder } from './messages/i18n.ts';

type Code<Key> = Key extends `site.done.${infer Of}` ? Of : never;
/** What has just been done, said at the top of the page that a form leads to. */
export type Done = Code<PlainUnder<'site.done.'>>;

/** What an address says was done; anybody may have written it there. */
export const doneIn = (url: URL): Done | null => url.searchParams.get('done') as Done | null;

/** The words for it, where there are some: nothing else that stands in an address is said as ours. */
export const saidDone = (url: URL, t: I18n['t']): string | undefined => {
  const key = `site.done.${doneIn(url) as Done}` as const;
  const said = t(key);
  return said === key ? undefined : said;
};

/** After these, somebody else may be signed in than before. */
const SIGNS: readonly (Done | null)[] = ['signed-in', 'in-office', 'place-opened', 'signed-out', 'left', 'came-back'];
export const isAnotherPerson = (done: Done | null): boolean => SIGNS.includes(done);

/** An address with the word of what was done, and where on the page to go on reading. */
export const withDone = (href: string, done: Done, anchor?: string): string => {
  const url = new URL(href, 'https://here');
  url.searchParams.set('done', done);
  if (anchor) url.hash = anchor;
  return url.pathname + url.search + url.hash;
};
