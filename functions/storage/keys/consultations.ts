import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { DocumentId } from '#shared/documents/schema.ts';
import type { SnapshotId } from '#shared/opinion/schema.ts';
import { nth, inConsultation, ABOUT, type Key, type Questions } from './key.ts';

/** Consultations, and what is told about them. */
export const consultationsQuestions = {
  consultation: {
    asks: 'What is asked, and in which phase are we?',
    asker: 'every page and vote',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'about',
  },
  changeOf: {
    asks: 'What was changed after it was published, and why?',
    asker: 'consultation page',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'change#<instant>#<what the change made>',
  },
  numbers: {
    asks: 'Which number does the next item get in the ballots?',
    asker: 'suggesting',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'numbers',
  },
  outline: {
    asks: 'In which order do the passages of a text stand that is still being made?',
    asker: 'everybody who reads the text',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'outline',
  },
  leftOut: {
    asks: 'What of the text that was read last could not be kept?',
    asker: 'text desk',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'left#<document>',
  },
  batchDecision: {
    asks: 'Which batches are counted apart here, or not at all, and why?',
    asker: 'recount, results',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'batch#<nnnn>',
  },
  groupName: {
    asks: 'What do the drafters call the opinion groups?',
    asker: 'results, desk',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'group#<label>',
  },
  reminder: {
    asks: 'Were those who run it told about this date?',
    asker: 'reminding',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'reminder#<instant>#<kind>',
  },
  news: {
    asks: 'What news was told about it?',
    asker: 'consultation page, announcing',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'news#<nnnn>',
  },
  newsToTell: {
    asks: 'Which news was not yet told by mail?',
    asker: 'mail job',
    table: 'records',
    pk: 'news-to-tell',
    sk: '<consultation>#<nnnn>',
  },
  announcement: {
    asks: 'Which results were published and not yet announced?',
    asker: 'mail job',
    table: 'records',
    pk: 'announcements',
    sk: '<snapshot>',
  },
} as const satisfies Questions;

export const consultationsKeys = {
  consultation: (consultation: ConsultationId): Key => ({ pk: inConsultation(consultation), sk: ABOUT }),
  changeOf: (consultation: ConsultationId, at = '', mark?: string): Key => ({
    pk: inConsultation(consultation),
    sk: mark === undefined ? `change#${at}` : `change#${at}#${mark}`,
  }),
  numbers: (consultation: ConsultationId): Key => ({ pk: inConsultation(consultation), sk: 'numbers' }),
  outline: (consultation: ConsultationId): Key => ({ pk: inConsultation(consultation), sk: 'outline' }),
  leftOut: (consultation: ConsultationId, document: DocumentId): Key => ({
    pk: inConsultation(consultation),
    sk: `left#${document}`,
  }),
  batchDecision: (consultation: ConsultationId, number?: number): Key => ({
    pk: inConsultation(consultation),
    sk: `batch#${nth(number)}`,
  }),
  groupName: (consultation: ConsultationId, label = ''): Key => ({
    pk: inConsultation(consultation),
    sk: `group#${label}`,
  }),
  reminder: (consultation: ConsultationId, at: string, kind: string): Key => ({
    pk: inConsultation(consultation),
    sk: `reminder#${at}#${kind}`,
  }),
  news: (consultation: ConsultationId, number?: number): Key => ({
    pk: inConsultation(consultation),
    sk: `news#${nth(number)}`,
  }),
  newsToTell: (consultation: ConsultationId | '' = '', number?: number): Key => ({
    pk: 'news-to-tell',
    sk: `${consultation}#${nth(number)}`,
  }),
  announcement: (snapshot: SnapshotId | '' = ''): Key => ({ pk: 'announcements', sk: snapshot }),
};
