/** Where "Leave quickly" leads: a page that anybody might have open. */
export const NEUTRAL_SITE = 'https://www.wikipedia.org/';
