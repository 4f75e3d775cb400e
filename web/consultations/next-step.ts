import { mayNow } from '#shared/consultations/phases.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import type { Instant } from '#shared/time.ts';
import { addressesOf } from './addresses.ts';
import type { Own } from './load.ts';

export type NextStep = { to: string; act: 'vote' | 'go-on' | 'read' | 'see-results' } | undefined;

/** The one thing to do next here, shown as one big button. Nothing, where there is only something to read. */
export const nextStep = (consultation: ConsultationView, own: Own, now: Instant, locale: string): NextStep => {
  const to = addressesOf(locale, consultation.id);
  if (mayNow(consultation, 'vote', now).allowed) {
    if (consultation.cards > 0) return { to: to.deck, act: Object.keys(own.votes).length > 0 ? 'go-on' : 'vote' };
    const passages = consultation.documents.flatMap((document) => document.passages);
    const unread = passages.find(({ item }) => !own.votes[item]) ?? passages[0];
    return unread && { to: to.passage(unread.id), act: 'read' };
  }
  return consultation.resultsPublic ? { to: to.results, act: 'see-results' } : undefined;
};

/** How far she has come: parts of the text, and what others wrote. */
export const progressOf = (consultation: ConsultationView, own: Own) => {
  const items = new Set(consultation.documents.flatMap(({ passages }) => passages.map(({ item }) => String(item))));
  const voted = Object.keys(own.votes);
  const onPassages = voted.filter((item) => items.has(item)).length;
  return { passages: items.size, onPassages, onCards: voted.length - onPassages };
};
