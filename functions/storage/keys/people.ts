import type { Pseudonym } from '#shared/ballots/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ParticipantId, SessionId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { nth, ofPerson, type Key, type Questions } from './key.ts';

/** The vault: people, their sessions, cards and consents, and who wrote what. */
export const peopleQuestions = {
  person: {
    asks: 'Who is this participant? Everything held about her?',
    asker: 'session, my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'person',
  },
  consentOf: {
    asks: 'To what did she agree, in which consultation?',
    asker: 'voting, my page',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'consent#<consultation>',
  },
  sessionOf: {
    asks: 'On which devices is she signed in?',
    asker: 'my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'session#<session>',
  },
  cardOf: {
    asks: 'Has she a card?',
    asker: 'my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'card',
  },
  authorshipOf: {
    asks: 'Under which pseudonyms did she write?',
    asker: 'my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'author#<consultation>',
  },
  standingOf: {
    asks: 'Was she warned here, or may she write nothing for a time?',
    asker: 'writing, my page, decisions',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'standing#<place>',
  },
  session: {
    asks: 'Whose session is this token?',
    asker: 'every signed-in request',
    table: 'vault',
    pk: 'session#<SHA-256 of token>',
    sk: 'session',
  },
  card: {
    asks: 'Whose card is this? Of which batch, if nobody has used it yet?',
    asker: 'coming back',
    table: 'vault',
    pk: 'card#<HMAC of digits>',
    sk: 'card',
  },
  usedCard: {
    asks: 'How many cards of this batch were used?',
    asker: 'who hands them out',
    table: 'vault',
    pk: 'batch#<place>#<nnnn>',
    sk: '<HMAC of digits>',
  },
  author: {
    asks: 'Who wrote under this pseudonym?',
    asker: 'moderation, erasure',
    table: 'vault',
    pk: 'author#<pseudonym>',
    sk: 'author',
  },
  consultationKey: {
    asks: 'With which key are pseudonyms made here?',
    asker: 'voting, writing',
    table: 'vault',
    pk: 'key#<consultation>',
    sk: 'key',
  },
} as const satisfies Questions;

export const peopleKeys = {
  person: (person: ParticipantId): Key => ({ pk: ofPerson(person), sk: 'person' }),
  consentOf: (person: ParticipantId, consultation: ConsultationId): Key => ({
    pk: ofPerson(person),
    sk: `consent#${consultation}`,
  }),
  sessionOf: (person: ParticipantId, session: SessionId): Key => ({ pk: ofPerson(person), sk: `session#${session}` }),
  cardOf: (person: ParticipantId): Key => ({ pk: ofPerson(person), sk: 'card' }),
  authorshipOf: (person: ParticipantId, consultation: ConsultationId): Key => ({
    pk: ofPerson(person),
    sk: `author#${consultation}`,
  }),
  standingOf: (person: ParticipantId, place: PlaceId): Key => ({ pk: ofPerson(person), sk: `standing#${place}` }),
  session: (hash: string): Key => ({ pk: `session#${hash}`, sk: 'session' }),
  card: (mac: string): Key => ({ pk: `card#${mac}`, sk: 'card' }),
  usedCard: (place: PlaceId, number: number, mac = ''): Key => ({ pk: `batch#${place}#${nth(number)}`, sk: mac }),
  author: (pseudonym: Pseudonym): Key => ({ pk: `author#${pseudonym}`, sk: 'author' }),
  consultationKey: (consultation: ConsultationId): Key => ({ pk: `key#${consultation}`, sk: 'key' }),
};
