/** The functions there are. Each has its entry in `functions/<name>.ts` and its bundle in `dist/lambda/<name>`. */
export const ENTRIES = ['pages', 'doors', 'stream', 'schedule'] as const;
export type Entry = (typeof ENTRIES)[number];

export type Route = readonly ['GET' | 'POST' | 'PUT' | 'DELETE', `/${string}`];

/**
 * What only `doors` answers: the first run, joining, coming back, cards, contact, what is held about her, leaving. Everything else is answered by `pages`,
 * which cannot read how to reach somebody. Form posts go to the page's own address.
 */
export const DOOR_ROUTES = [
  ['POST', '/api/sessions'],
  ['POST', '/api/first-run'],
  ['POST', '/api/me/card'],
  ['DELETE', '/api/me'],
  ['GET', '/api/me/data'],
  ['POST', '/api/consultations/{con}/join'],
  ['DELETE', '/api/consultations/{con}/join'],
  ['PUT', '/api/consultations/{con}/contact'],
  ['DELETE', '/api/consultations/{con}/contact'],
  ['POST', '/api/contacts/confirm'],
  ['POST', '/api/contacts/remove'],
  // Reads every ballot of a consultation, which the busiest function shall not be able to.
  ['POST', '/api/consultations/{con}/auditors-file'],
  ['POST', '/{locale}/return'],
  ['POST', '/{locale}/first-run/{token}'],
  ['GET', '/{locale}/me'],
  ['POST', '/{locale}/me'],
  ['POST', '/{locale}/me/card'],
  ['POST', '/{locale}/c/{con}/join'],
  ['POST', '/{locale}/c/{con}/tell-me'],
  ['POST', '/{locale}/mail/{token}'],
  ['POST', '/{locale}/mail/{token}/stop'],
] as const satisfies readonly Route[];

/** Without this the API would take it for the page of a locale called "api". */
export const PAGE_ROUTES = [['GET', '/api/me']] as const satisfies readonly Route[];

/** What the clock starts, and every how many minutes: the names that `functions/schedule.ts` knows. */
export const CLOCK_JOBS = { recount: 1, mail: 1, retention: 60 } as const;
