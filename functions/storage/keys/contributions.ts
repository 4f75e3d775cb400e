import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import type { ReplyId, Target } from '#shared/replies/schema.ts';
import { inConsultation, type Key, type Questions } from './key.ts';

/** What people wrote, its threads, and the work on it. */
export const contributionsQuestions = {
  contribution: {
    asks: 'Which contributions does it have?',
    asker: 'deck, results, contribution page',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'ctr#<contribution>',
  },
  contributionsAbout: {
    asks: 'What was said about this passage, newest or oldest first?',
    asker: 'passage and consultation page',
    table: 'records',
    index: 'byTopic',
    pk: '<consultation>#<passage or none>',
    sk: '<instant>#<contribution>',
  },
  wordsBy: {
    asks: 'What did this pseudonym write?',
    asker: 'my page, leaving',
    table: 'records',
    index: 'byAuthor',
    pk: '<pseudonym>',
    sk: '<instant>#<contribution or reply>',
  },
  translations: {
    asks: 'Into which languages was this contribution translated, and how?',
    asker: 'contribution page, translation list',
    table: 'records',
    pk: 'translations#<consultation>',
    sk: '<contribution>',
  },
  translationAsked: {
    asks: 'Into which languages do readers ask for a translation of which contributions and replies, and how many of them?',
    asker: 'translation list',
    table: 'records',
    pk: 'translations-asked#<consultation>',
    sk: '<contribution, or target/root/reply>#<language>#<mark of who asks>',
  },
  mergedInto: {
    asks: 'Which contributions does this one stand for?',
    asker: 'contribution page, desk',
    table: 'records',
    pk: 'merged#<contribution>',
    sk: '<contribution>',
  },
  lastMerge: {
    asks: 'When was something merged here, or taken apart again?',
    asker: 'recount',
    table: 'records',
    pk: 'con#<consultation>',
    sk: 'last-merge',
  },
  work: {
    asks: 'What have drafters made of the suggestions: tags, who looks after which, what became of them?',
    asker: 'desk, contribution page, my page',
    table: 'records',
    pk: 'work#<consultation>',
    sk: '<contribution>',
  },
  workNote: {
    asks: 'What do drafters note about this suggestion among themselves?',
    asker: 'desk',
    table: 'records',
    pk: 'notes#<contribution>',
    sk: '<message>',
  },
  threadRoots: {
    asks: 'Which first replies does this thread have, newest or oldest first?',
    asker: 'thread',
    table: 'records',
    pk: 'thread#<target>',
    sk: '0#<reply>',
  },
  threadBranch: {
    asks: 'What was answered to these first replies?',
    asker: 'thread',
    table: 'records',
    pk: 'thread#<target>',
    sk: '1#<root>#<reply>',
  },
} as const satisfies Questions;

/** A reply with where it stands: nobody finds it by its id alone. */
export type ReplyPath = `${Target}/${ReplyId}/${ReplyId}`;

export const contributionsKeys = {
  contribution: (consultation: ConsultationId, contribution: ContributionId | '' = ''): Key => ({
    pk: inConsultation(consultation),
    sk: `ctr#${contribution}`,
  }),
  contributionsAbout: (consultation: ConsultationId, passage: PassageId | undefined): string =>
    `${consultation}#${passage ?? 'none'}`,
  translations: (consultation: ConsultationId, contribution: ContributionId | '' = ''): Key => ({
    pk: `translations#${consultation}`,
    sk: contribution,
  }),
  translationAsked: (consultation: ConsultationId, what: ContributionId | ReplyPath | '' = '', rest = ''): Key => ({
    pk: `translations-asked#${consultation}`,
    sk: what && `${what}#${rest}`,
  }),
  mergedInto: (standing: ContributionId, merged: ContributionId | '' = ''): Key => ({
    pk: `merged#${standing}`,
    sk: merged,
  }),
  lastMerge: (consultation: ConsultationId): Key => ({ pk: inConsultation(consultation), sk: 'last-merge' }),
  work: (consultation: ConsultationId, contribution: ContributionId | '' = ''): Key => ({
    pk: `work#${consultation}`,
    sk: contribution,
  }),
  workNote: (contribution: ContributionId, note = ''): Key => ({ pk: `notes#${contribution}`, sk: note }),
  threadRoots: (target: Target, reply: ReplyId | '' = ''): Key => ({ pk: `thread#${target}`, sk: `0#${reply}` }),
  threadBranch: (target: Target, root: ReplyId, reply: ReplyId | '' = ''): Key => ({
    pk: `thread#${target}`,
    sk: `1#${root}#${reply}`,
  }),
};
