import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { NoticeId } from '#shared/moderation/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { ofPerson, type Key, type Questions } from './key.ts';

/** The vault: addresses, and what is to be sent there. */
export const contactsQuestions = {
  contact: {
    asks: 'Who wants to hear about the result by e-mail?',
    asker: 'announcing',
    table: 'vault',
    pk: 'contact#<consultation>',
    sk: '<participant>',
  },
  contactOf: {
    asks: 'Did she leave an e-mail address, and where?',
    asker: 'my page, leaving',
    table: 'vault',
    pk: 'person#<participant>',
    sk: 'contact#<consultation>',
  },
  contactToken: {
    asks: 'Whose address does this link confirm or delete?',
    asker: 'links in mails',
    table: 'vault',
    pk: 'contact-token#<SHA-256 of token>',
    sk: 'token',
  },
  outbox: {
    asks: 'Which mails wait to be sent? To her?',
    asker: 'mail job, leaving',
    table: 'vault',
    pk: 'contact-outbox',
    sk: '<participant>#<what it is about>',
  },
  notifier: {
    asks: 'Who sent this notice, and where does she hear the outcome?',
    asker: 'mail job, my page',
    table: 'vault',
    pk: 'contact-notice#<notice>',
    sk: 'notifier',
  },
} as const satisfies Questions;

export const contactsKeys = {
  contact: (consultation: ConsultationId, person: ParticipantId | '' = ''): Key => ({
    pk: `contact#${consultation}`,
    sk: person,
  }),
  contactOf: (person: ParticipantId, consultation: ConsultationId): Key => ({
    pk: ofPerson(person),
    sk: `contact#${consultation}`,
  }),
  contactToken: (hash: string): Key => ({ pk: `contact-token#${hash}`, sk: 'token' }),
  outbox: (mail: string): Key => ({ pk: 'contact-outbox', sk: mail }),
  notifier: (notice: NoticeId): Key => ({ pk: `contact-notice#${notice}`, sk: 'notifier' }),
};
