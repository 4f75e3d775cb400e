import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { DocumentId, PassageId } from '#shared/documents/schema.ts';
import { nth, inConsultation, ABOUT, type Key, type Questions } from './key.ts';

/** Texts, their versions, and the next one in the making. */
export const documentsQuestions = {
  document: {
    asks: 'Which documents are under consultation?',
    asker: 'consultation page',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'doc#<document>',
  },
  passage: {
    asks: 'Which passages does it have?',
    asker: 'passage page, deck, results',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'psg#<passage>',
  },
  edition: {
    asks: 'How did the passages of this version of a document read?',
    asker: 'versions of a text, comparing',
    table: 'records',
    pk: 'edition#<document>',
    sk: '<nnnn>#<passage>',
  },
  textVersion: {
    asks: 'Which versions of this document were published, and what changed in them?',
    asker: 'versions of a text',
    table: 'records',
    pk: 'versions#<document>',
    sk: '<nnnn>',
  },
  draft: {
    asks: 'Is a next version being written?',
    asker: 'desk',
    table: 'records',
    pk: 'draft#<document>',
    sk: 'about',
  },
  draftPassage: {
    asks: 'What does it change in which passage?',
    asker: 'desk',
    table: 'records',
    pk: 'draft#<document>',
    sk: 'psg#<passage>',
  },
  draftComment: {
    asks: 'What do colleagues say about it?',
    asker: 'desk',
    table: 'records',
    pk: 'draft#<document>',
    sk: 'comment#<message>',
  },
  draftPlacing: {
    asks: 'Where did a drafter put words whose place was unsure?',
    asker: 'desk',
    table: 'records',
    pk: 'draft#<document>',
    sk: 'placing#<contribution>',
  },
  unfinishedVersion: {
    asks: 'Which versions were published and are not everywhere yet?',
    asker: 'versions job',
    table: 'records',
    pk: 'versions-to-finish',
    sk: '<document>',
  },
} as const satisfies Questions;

export const documentsKeys = {
  document: (consultation: ConsultationId, document: DocumentId | '' = ''): Key => ({
    pk: inConsultation(consultation),
    sk: `doc#${document}`,
  }),
  passage: (consultation: ConsultationId, passage: PassageId | '' = ''): Key => ({
    pk: inConsultation(consultation),
    sk: `psg#${passage}`,
  }),
  edition: (document: DocumentId, version: number, passage: PassageId | '' = ''): Key => ({
    pk: `edition#${document}`,
    sk: `${nth(version)}#${passage}`,
  }),
  textVersion: (document: DocumentId, version?: number): Key => ({ pk: `versions#${document}`, sk: nth(version) }),
  draft: (document: DocumentId): Key => ({ pk: `draft#${document}`, sk: ABOUT }),
  draftPassage: (document: DocumentId, passage: PassageId): Key => ({
    pk: `draft#${document}`,
    sk: `psg#${passage}`,
  }),
  draftComment: (document: DocumentId, comment: string): Key => ({ pk: `draft#${document}`, sk: `comment#${comment}` }),
  draftPlacing: (document: DocumentId, contribution: ContributionId): Key => ({
    pk: `draft#${document}`,
    sk: `placing#${contribution}`,
  }),
  unfinishedVersion: (document: DocumentId | '' = ''): Key => ({ pk: 'versions-to-finish', sk: document }),
};
