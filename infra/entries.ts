/** The functions there are. Each has its entry in `functions/<name>.ts` and its bundle in `dist/lambda/<name>`. */
export const ENTRIES = ['pages', 'doors', 'stream', 'schedule'] as const;
export type Entry = (typeof ENTRIES)[number];

export type Route = readonly ['GET' | 'POST' | 'PUT' | 'DELETE', `/${string}`];

/**
 * What only `doors` answers: the first run, joining, coming back, cards, keys, invitations, notices, contact, what is held
 * about her, leaving. Everything else is answered by `pages`, which cannot read how to reach somebody. Form posts go to
 * the page's own address.
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
  ['POST', '/api/sessions/passkey'],
  ['POST', '/api/sessions/passkey/options'],
  ['POST', '/api/sessions/code'],
  ['GET', '/api/me/keys'],
  ['POST', '/api/me/passkeys'],
  ['POST', '/api/me/passkeys/options'],
  ['PUT', '/api/me/passkeys/{pky}'],
  ['DELETE', '/api/me/passkeys/{pky}'],
  ['POST', '/api/me/recovery-codes'],
  ['GET', '/api/me/work-mail'],
  ['PUT', '/api/me/work-mail'],
  ['DELETE', '/api/me/work-mail'],
  ['PUT', '/api/places/{slug}/staff/{prt}'],
  ['POST', '/api/places/{slug}/invitations'],
  ['DELETE', '/api/places/{slug}/invitations/{inv}'],
  ['GET', '/api/invitations/{token}'],
  ['POST', '/api/invitations/{token}/options'],
  ['POST', '/api/invitations/{token}/accept'],
  ['POST', '/api/places/{slug}/batches/{batch}/cards'],
  ['POST', '/api/places/{slug}/batches/{batch}/revocation'],
  // An institution that is asked may leave an address.
  ['POST', '/api/consultations/{con}/addressees'],
  ['POST', '/api/consultations/{con}/addressees/{adr}/link'],
  ['DELETE', '/api/consultations/{con}/addressees/{adr}'],
  ['POST', '/{locale}/c/{con}/desk/answers'],
  // Whoever reports something may say where she hears what became of it.
  ['POST', '/api/consultations/{con}/notices'],
  ['POST', '/{locale}/c/{con}/report'],
  // Reads every ballot of a consultation, which the busiest function shall not be able to.
  ['POST', '/api/consultations/{con}/auditors-file/{token}'],
  ['POST', '/{locale}/return'],
  ['POST', '/{locale}/first-run/{token}'],
  ['GET', '/{locale}/me'],
  ['POST', '/{locale}/me'],
  ['POST', '/{locale}/me/card'],
  ['GET', '/{locale}/me/keys'],
  ['POST', '/{locale}/me/keys'],
  ['GET', '/{locale}/me/work-mail'],
  ['POST', '/{locale}/me/work-mail'],
  ['POST', '/{locale}/sign-in'],
  ['GET', '/{locale}/invite/{token}'],
  ['POST', '/{locale}/invite/{token}'],
  ['POST', '/{locale}/p/{slug}/desk/staff'],
  ['POST', '/{locale}/p/{slug}/desk/cards/{batch}'],
  ['POST', '/{locale}/p/{slug}/desk/cards/{batch}/print'],
  ['POST', '/{locale}/c/{con}/join'],
  ['POST', '/{locale}/c/{con}/tell-me'],
  ['POST', '/{locale}/mail/{token}'],
  ['POST', '/{locale}/mail/{token}/stop'],
] as const satisfies readonly Route[];

/** Without this the API would take it for the page of a locale called "api". */
export const PAGE_ROUTES = [['GET', '/api/me']] as const satisfies readonly Route[];

/** What the clock starts, and every how many minutes: the names that `functions/schedule.ts` knows. */
export const CLOCK_JOBS = {
  recount: 1,
  mail: 1,
  retention: 60,
  cases: 10,
  triage: 1,
  reminders: 60,
  versions: 1,
  ledger: 1,
  storage: 60,
} as const;
