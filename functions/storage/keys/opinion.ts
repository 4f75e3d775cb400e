import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { SnapshotId } from '#shared/opinion/schema.ts';
import { ofOpinion, type Key, type Questions } from './key.ts';

/** What was counted. */
export const opinionQuestions = {
  snapshot: {
    asks: 'What was the last recount?',
    asker: 'deck, staff',
    table: 'records',
    pk: 'opinion#<consultation>',
    sk: 'snapshot#<snapshot>',
  },
  snapshotPart: {
    asks: 'What are its rows?',
    asker: 'results, staff',
    table: 'records',
    pk: 'opinion#<consultation>',
    sk: 'part#<snapshot>#<nnn>',
  },
  turnout: {
    asks: 'Who took part, in numbers, when the last count was made?',
    asker: 'progress, deciding about a batch',
    table: 'records',
    pk: 'opinion#<consultation>',
    sk: 'turnout',
  },
  published: {
    asks: 'Which snapshot was published for which announced moment?',
    asker: 'results',
    table: 'records',
    pk: 'opinion#<consultation>',
    sk: 'published#<instant>',
  },
  handing: {
    asks: "Who was handed the auditor's file, and does this link still give it?",
    asker: 'results, desk, auditor',
    table: 'records',
    pk: 'opinion#<consultation>',
    sk: 'handing#<SHA-256 of token>',
  },
} as const satisfies Questions;

export const opinionKeys = {
  snapshot: (consultation: ConsultationId, snapshot: SnapshotId | '' = ''): Key => ({
    pk: ofOpinion(consultation),
    sk: `snapshot#${snapshot}`,
  }),
  snapshotPart: (consultation: ConsultationId, snapshot: SnapshotId, part: string): Key => ({
    pk: ofOpinion(consultation),
    sk: `part#${snapshot}#${part}`,
  }),
  turnout: (consultation: ConsultationId): Key => ({ pk: ofOpinion(consultation), sk: 'turnout' }),
  published: (consultation: ConsultationId, at: string): Key => ({
    pk: ofOpinion(consultation),
    sk: `published#${at}`,
  }),
  handing: (consultation: ConsultationId, hash = ''): Key => ({ pk: ofOpinion(consultation), sk: `handing#${hash}` }),
};
