/** Every address below `/{locale}`, and the page that answers it. */
export const ROUTES: readonly (readonly [pattern: string, file: string])[] = [
  ['', './places/list.page.tsx'],
  ['/p/:slug', './places/home.page.tsx'],
  ['/p/:slug/help', './info/help.page.tsx'],
  ['/p/:slug/privacy', './info/privacy.page.tsx'],
  ['/p/:slug/rules', './info/rules.page.tsx'],
  ['/c/:con', './consultations/consultation.page.tsx'],
  ['/c/:con/passages/:psg', './documents/passage.page.tsx'],
  ['/c/:con/suggest', './contributions/suggest.page.tsx'],
  ['/c/:con/contributions/:ctr', './contributions/contribution.page.tsx'],
  ['/c/:con/deck', './ballots/deck.page.tsx'],
  ['/c/:con/join', './consultations/join.page.tsx'],
  ['/c/:con/results', './opinion/results.page.tsx'],
  ['/c/:con/snapshot', './opinion/snapshot.page.tsx'],
  ['/c/:con/belonging', './belonging/belonging.page.tsx'],
  ['/c/:con/tell-me', './contacts/tell-me.page.tsx'],
  ['/mail/:token', './contacts/confirm.page.tsx'],
  ['/mail/:token/stop', './contacts/stop.page.tsx'],
  ['/me', './participants/me.page.tsx'],
  ['/me/card', './participants/card.page.tsx'],
  ['/first-run/:token', './first-run/first-run.page.tsx'],
  ['/return', './participants/return.page.tsx'],
  ['/problems/:code', './problems/problem.page.tsx'],
];

export const PROBLEM_PAGE = './problems/problem.page.tsx';
