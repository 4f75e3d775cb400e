/** What has just been done, said at the top of the page that a form leads to. Each is a message `site.done.<code>`. */
const DONE = [
  'voted',
  'vote-taken-back',
  'suggested',
  'replied',
  'edited',
  'withdrawn',
  'joined',
  'left',
  'card-replaced',
  'settings-saved',
  'session-ended',
  'came-back',
  'signed-out',
  'consultation-left',
  'contact-asked',
  'contact-confirmed',
  'contact-removed',
  'place-opened',
  'place-below-opened',
  'signed-in',
  'in-office',
  'passkey-added',
  'passkey-removed',
  'staff-changed',
  'invitation-withdrawn',
  'belonging-kept',
  'belonging-gone',
  'draft-begun',
  'draft-saved',
  'draft-deleted',
  'published',
  'change-published',
  'batch-planned',
  'batch-revoked',
  'decided',
  'case-decided',
  'decision-undone',
  'case-passed-on',
  'queue-done',
  'announced',
  'saved',
  'text-read',
  'translated',
  'consent-renewed',
  'appealed',
  'message-sent',
  'waits-for-reading',
  'answer-given',
  'translation-there',
  'translation-asked',
  'translation-no-machine',
] as const;
export type Done = (typeof DONE)[number];

export const doneIn = (url: URL): Done | undefined => DONE.find((code) => code === url.searchParams.get('done'));

/** After these, somebody else may be signed in than before. */
const SIGNS: readonly (Done | undefined)[] = [
  'signed-in',
  'in-office',
  'place-opened',
  'signed-out',
  'left',
  'came-back',
];
export const isAnotherPerson = (done: Done | undefined): boolean => SIGNS.includes(done);

/** An address with the word of what was done, and where on the page to go on reading. */
export const withDone = (href: string, done: Done, anchor?: string): string => {
  const url = new URL(href, 'https://here');
  url.searchParams.set('done', done);
  if (anchor) url.hash = anchor;
  return url.pathname + url.search + url.hash;
};
