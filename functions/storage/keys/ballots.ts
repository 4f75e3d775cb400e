import type { Pseudonym } from '#shared/ballots/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { type Key, type Questions } from './key.ts';

const SHARD_BITS = 6;
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** A ballot's shard is the first six bits of its pseudonym: one base64url letter. */
export const SHARDS = Array.from({ length: 1 << SHARD_BITS }, (_, i) => String(i).padStart(2, '0'));
const shardOf = (pseudonym: Pseudonym): string => SHARDS[BASE64URL.indexOf(pseudonym.charAt(0))] as string;

/** Ballots; a shard is the first six bits of a pseudonym. */
export const ballotsQuestions = {
  ballot: {
    asks: 'What did this pseudonym vote? All ballots of a shard?',
    asker: 'voting, deck, recount',
    table: 'ballots',
    pk: '<consultation>#<shard>',
    sk: '<pseudonym>',
  },
  lease: {
    asks: 'In which consultations may somebody be voting now?',
    asker: 'recount',
    table: 'ballots',
    pk: 'open',
    sk: '<consultation>',
  },
} as const satisfies Questions;

export const ballotsKeys = {
  ballot: (consultation: ConsultationId, pseudonym: Pseudonym): Key => ({
    pk: `${consultation}#${shardOf(pseudonym)}`,
    sk: pseudonym,
  }),
  ballotShard: (consultation: ConsultationId, shard: string): string => `${consultation}#${shard}`,
  lease: (consultation: ConsultationId | '' = ''): Key => ({ pk: 'open', sk: consultation }),
};
