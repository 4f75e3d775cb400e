import type { AddresseeId } from '#shared/answers/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { DocumentId, PassageId } from '#shared/documents/schema.ts';
import type { MeasureId } from '#shared/measures/schema.ts';
import type { Key, Questions } from './key.ts';

/** Institutions that are asked, what they answer, and the measures that follow. */
export const answersQuestions = {
  addressee: {
    asks: 'Who was asked to answer, to which passages, by when?',
    asker: 'answers page, progress line, desk, reminding',
    table: 'records',
    pk: 'answers#<consultation>',
    sk: 'adr#<addressee>',
  },
  answer: {
    asks: 'What did it answer to this passage, and what is it still writing?',
    asker: 'answers page, answering',
    table: 'records',
    pk: 'answers#<consultation>',
    sk: 'ans#<addressee>#<passage>',
  },
  answerReminder: {
    asks: 'Was it reminded of this date?',
    asker: 'reminding',
    table: 'records',
    pk: 'answers#<consultation>',
    sk: 'reminded#<addressee>#<day>#<kind>',
  },
  measure: {
    asks: 'Which measures follow from the answers, and how do they go?',
    asker: 'measures page, answers page, progress line',
    table: 'records',
    pk: 'measures#<consultation>',
    sk: '<measure>',
  },
  wordsToTell: {
    asks: 'Whose words became something that their authors were not told yet?',
    asker: 'mail job',
    table: 'records',
    pk: 'words-to-tell',
    sk: '<consultation>#<document or passage>#<what>',
  },
  addresseeToken: {
    asks: 'Which institution does this link belong to?',
    asker: 'answering',
    table: 'vault',
    pk: 'addressee-token#<SHA-256 of token>',
    sk: 'token',
  },
  addresseeMail: {
    asks: 'Where does somebody at this institution read mails about it?',
    asker: 'reminding, a new link',
    table: 'vault',
    pk: 'contact-addressee#<addressee>',
    sk: 'mail',
  },
} as const satisfies Questions;

export const answersKeys = {
  addressee: (consultation: ConsultationId, addressee: AddresseeId | '' = ''): Key => ({
    pk: `answers#${consultation}`,
    sk: `adr#${addressee}`,
  }),
  answer: (consultation: ConsultationId, addressee: AddresseeId, passage: PassageId): Key => ({
    pk: `answers#${consultation}`,
    sk: `ans#${addressee}#${passage}`,
  }),
  answerReminder: (consultation: ConsultationId, addressee: AddresseeId, due: string, kind: string): Key => ({
    pk: `answers#${consultation}`,
    sk: `reminded#${addressee}#${due}#${kind}`,
  }),
  measure: (consultation: ConsultationId, measure: MeasureId | '' = ''): Key => ({
    pk: `measures#${consultation}`,
    sk: measure,
  }),
  wordsToTell: (consultation: ConsultationId | '' = '', about: DocumentId | PassageId | '' = '', what = ''): Key => ({
    pk: 'words-to-tell',
    sk: `${consultation}#${about}#${what}`,
  }),
  addresseeToken: (hash: string): Key => ({ pk: `addressee-token#${hash}`, sk: 'token' }),
  addresseeMail: (addressee: AddresseeId): Key => ({ pk: `contact-addressee#${addressee}`, sk: 'mail' }),
};
