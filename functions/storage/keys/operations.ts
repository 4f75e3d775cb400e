import { type Key, type Questions } from './key.ts';

/** How the platform itself goes. */
export const operationsQuestions = {
  letter: {
    asks: 'Which work fails again and again? Of this job?',
    asker: 'page of the operator, every job',
    table: 'records',
    pk: 'letters',
    sk: '<job>~<what it is about>',
  },
  mailsToRetry: {
    asks: 'Has the operator asked to try the failed mails again?',
    asker: 'mail job, page of the operator',
    table: 'records',
    pk: 'operations',
    sk: 'retry-mails',
  },
} as const satisfies Questions;

export const operationsKeys = {
  letter: (id = ''): Key => ({ pk: 'letters', sk: id }),
  mailsToRetry: (): Key => ({ pk: 'operations', sk: 'retry-mails' }),
};
