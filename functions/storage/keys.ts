import { placesKeys, placesQuestions } from './keys/places.ts';
import { consultationsKeys, consultationsQuestions } from './keys/consultations.ts';
import { documentsKeys, documentsQuestions } from './keys/documents.ts';
import { contributionsKeys, contributionsQuestions } from './keys/contributions.ts';
import { opinionKeys, opinionQuestions } from './keys/opinion.ts';
import { ledgerKeys, ledgerQuestions } from './keys/ledger.ts';
import { ballotsKeys, ballotsQuestions } from './keys/ballots.ts';
import { peopleKeys, peopleQuestions } from './keys/people.ts';
import { staffKeys, staffQuestions } from './keys/staff.ts';
import { contactsKeys, contactsQuestions } from './keys/contacts.ts';
import { casesKeys, casesQuestions } from './keys/cases.ts';
import { answersKeys, answersQuestions } from './keys/answers.ts';
import { moderationKeys, moderationQuestions } from './keys/moderation.ts';
import { operationsKeys, operationsQuestions } from './keys/operations.ts';

/** Every question the platform asks its tables. No other key exists; no question is answered by reading a whole table. */
export const ACCESS = {
  ...placesQuestions,
  ...consultationsQuestions,
  ...documentsQuestions,
  ...contributionsQuestions,
  ...opinionQuestions,
  ...ledgerQuestions,
  ...ballotsQuestions,
  ...peopleQuestions,
  ...staffQuestions,
  ...contactsQuestions,
  ...casesQuestions,
  ...answersQuestions,
  ...moderationQuestions,
  ...operationsQuestions,
};

/** The keys of those questions, one builder each, under the same name. */
export const keys = {
  ...placesKeys,
  ...consultationsKeys,
  ...documentsKeys,
  ...contributionsKeys,
  ...opinionKeys,
  ...ledgerKeys,
  ...ballotsKeys,
  ...peopleKeys,
  ...staffKeys,
  ...contactsKeys,
  ...casesKeys,
  ...answersKeys,
  ...moderationKeys,
  ...operationsKeys,
};
