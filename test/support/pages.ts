import type { RunningTown } from './started-town.ts';

/** Addresses below `/{locale}` at which a page of this file can be met, each with what makes it special. */
type Met = Record<string, (town: RunningTown) => string | Promise<string>>;

const consultation = (town: RunningTown) => `/c/${town.in('suggesting').id}`;
const passage = (town: RunningTown) => {
  const { id, documents } = town.in('suggesting');
  return `/c/${id}/passages/${documents[0]?.passages[0]?.id ?? ''}`;
};
const contribution = async (town: RunningTown) =>
  `${consultation(town)}/contributions/${(await town.contributions('suggesting'))[0]?.id ?? ''}`;

/** Every page file of `web/`, with at least one way to meet it. A test fails when a file is not named here. */
export const PAGES: Record<string, Met> = {
  'places/list': { 'the list of places': () => '' },
  'places/home': { 'the home of a place': ({ slug }) => `/p/${slug}` },
  'info/help': { help: ({ slug }) => `/p/${slug}/help` },
  'info/privacy': { privacy: ({ slug }) => `/p/${slug}/privacy` },
  'info/rules': { 'the house rules': ({ slug }) => `/p/${slug}/rules` },
  'consultations/consultation': {
    'an open consultation': consultation,
    'an answered consultation': (town) => `/c/${town.in('answered').id}`,
  },
  'consultations/join': { 'before you vote': (town) => `${consultation(town)}/join` },
  'documents/passage': {
    'a passage': passage,
    'its replies, oldest first': (town) => `${passage(town)}?order=oldest`,
  },
  'answers/answers': { 'answers and measures': (town) => `/c/${town.in('answered').id}/answers` },
  'measures/measures': { measures: (town) => `/c/${town.in('answered').id}/measures` },
  'answers/answering': {},
  'answers/asking': {},
  'auditing/audit': {},
  'auditing/handing': {},
  'measures/planning': {},
  'versions/writing': {},
  'versions/compare': {},
  'versions/publish': {},
  'versions/draft-passage': {},
  'versions/versions': { 'the versions of a text': (town) => `${consultation(town)}/versions` },
  // Is there once a version was published: the journey to the next version meets it.
  'versions/version': {},
  'contributions/suggest': { 'suggesting something': (town) => `${consultation(town)}/suggest` },
  'contributions/contribution': { 'a contribution': contribution },
  'ballots/deck': { 'the deck after the vote has ended': (town) => `/c/${town.in('answered').id}/deck` },
  'opinion/results': {
    'a public result': (town) => `/c/${town.in('answered').id}/results`,
    'a result that is not public yet': (town) => `${consultation(town)}/results`,
  },
  // Nobody meets these two by an address alone: `states.ts` has the ways to them.
  'batches/cards': {},
  'batches/batch': {},
  'batches/print': {},
  'batches/counted': {},
  'progress/progress': {},
  'news/announce': {},
  'belonging/belonging': {},
  'opinion/snapshot': {},
  'overview/overview': {},
  'overview/report': {},
  'translations/translations': {},
  'translations/passage-words': {},
  'translations/contribution-words': {},
  'translations/answer-words': {},
  'translations/reply-words': {},
  'suggestions/suggestions': {},
  'suggestions/suggestion': {},
  'desk/desk': {},
  'places/below': {},
  'places/opening': {},
  'operations/operations': {},
  'set-up/set-up': {},
  'set-up/about': {},
  'set-up/languages': {},
  'set-up/rules': {},
  'set-up/help': {},
  'set-up/contact': {},
  'set-up/privacy': {},
  'set-up/consent': {},
  'set-up/look': {},
  'set-up/moderation': {},
  'set-up/triage': {},
  'set-up/counting': {},
  'set-up/sharing': {},
  'set-up/tree': {},
  'desk/place-desk': {},
  'desk/consultation-desk': {},
  'consultations/new': {},
  'documents/text': {},
  'documents/words': {},
  'consultations/about': {},
  'consultations/dates': {},
  'consultations/preview': {},
  'consultations/poster': {},
  'contacts/tell-me': { 'being told by mail': (town) => `${consultation(town)}/tell-me` },
  'contacts/confirm': { 'the link in the first mail': () => '/mail/a-token' },
  'contacts/stop': { 'the link at the foot of each mail': () => '/mail/a-token/stop' },
  'moderation/report': {
    'reporting a contribution': async (town) =>
      `${consultation(town)}/report?ctr=${(await town.contributions('suggesting'))[0]?.id ?? ''}`,
    'reporting a translation': (town) =>
      `${consultation(town)}/report?psg=${town.in('suggesting').documents[0]?.passages[0]?.id ?? ''}`,
  },
  'moderation/notices': { 'what became of a report': () => '/notices' },
  'moderation/flag': { 'the way in of a trusted organisation': ({ slug }) => `/p/${slug}/flag/${'x'.repeat(43)}` },
  'moderation/own-case': {},
  'moderation/statements': {},
  'moderation/transparency': { 'how a place moderates': ({ slug }) => `/p/${slug}/transparency` },
  'participants/me': { 'my page of nobody': () => '/me' },
  'participants/card': { 'the card of nobody': () => '/me/card' },
  'passkeys/keys': {},
  'moderation/cases': {},
  'moderation/case': {},
  'moderation/phrases': {},
  'moderation/flaggers': {},
  'staff/staff': {},
  'staff/invite': {},
  'staff/work-mail': {},
  'ledger/ledger': {},
  'passkeys/sign-in': { 'signing in to an office': () => '/sign-in' },
  'participants/return': { 'the way back by card': () => '/return' },
  // Is there only while there is no place: `first-run.test.ts` meets it on an empty store.
  'first-run/first-run': {},
  'problems/problem': {
    'a problem explained': () => '/problems/consultation-closed',
    'an address that leads nowhere': () => '/nothing-is-here',
  },
};

type Meeting = { file: string; name: string; at: (town: RunningTown) => string | Promise<string> };
export const MEETINGS: Meeting[] = Object.entries(PAGES).flatMap(([file, met]) =>
  Object.entries(met).map(([name, at]) => ({ file, name, at })),
);
