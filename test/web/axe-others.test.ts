import { SAMPLED } from '#test/support/locales.ts';
import { MEETINGS } from '#test/support/pages.ts';
import { describeLooks } from './looks.ts';

/** Pages full of words, another one for each language. */
const FULL_OF_WORDS = ['a public result', 'privacy', 'before you vote', 'an open consultation', 'the way back by card'];

const pagesOf = (nth: number) => {
  if (process.env['FULL'] !== undefined) return { pages: MEETINGS, what: 'every page' };
  const name = FULL_OF_WORDS[nth % FULL_OF_WORDS.length];
  const pages = MEETINGS.filter((page) => page.name === name);
  return { pages, what: `a sample: ${pages.length} page of ${MEETINGS.length}; FULL=1 takes all` };
};

describeLooks(SAMPLED.map((locale, nth) => ({ locale, states: [], ...pagesOf(nth) })));
