import { z } from 'zod';
import { BATCH_LIMIT, CHOICES, ITEM_LIMIT } from './rules.ts';

/** The number of a passage or contribution in its consultation's ballots, from 1. */
export const ItemNumber = z.int().min(1).max(ITEM_LIMIT);

/** HMAC-SHA-256(consultation key, participant), first 16 bytes, base64url. */
export const Pseudonym = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export type Pseudonym = z.infer<typeof Pseudonym>;

const Choice = z.enum(CHOICES);

export const Vote = z.object({
  item: ItemNumber,
  choice: Choice,
  /** The deal that showed the card; without it the vote was reached by a link (passages need none). */
  deal: z.string().max(80).optional(),
});
export type Vote = z.infer<typeof Vote>;

/**
 * One write of one device. `number` only ever grows on a device, so a replay, however late, is known as one.
 * At most 100 votes, what an offline queue sends at once.
 */
export const CastVotes = z.object({
  number: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  votes: z.array(Vote).min(1).max(BATCH_LIMIT),
});
export type CastVotes = z.infer<typeof CastVotes>;

/** `stored`: written now. `already-stored`: this or a later write of the device had been stored before. */
export const VoteReceipt = z.object({ outcome: z.enum(['stored', 'already-stored']) });
export type VoteReceipt = z.infer<typeof VoteReceipt>;

/** The key of an answer about affected groups, as the consultation's question names it. */
export const AnswerKey = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40);
const MOST_ANSWERS = 12;

/** What she says, of her own accord, about belonging to affected groups: its own consent, to one version of the question. */
export const Belonging = z.object({
  version: z.int().min(1),
  consent: z.literal(true),
  answers: z.array(AnswerKey).min(1).max(MOST_ANSWERS),
});
export type Belonging = z.infer<typeof Belonging>;
export const BelongingHeld = Belonging.pick({ version: true, answers: true }).extend({ on: z.iso.date() });
export type BelongingHeld = z.infer<typeof BelongingHeld>;

export const OwnVote = z.object({
  item: ItemNumber,
  choice: Choice,
  counts: z.boolean(),
  /** On words that the text does not have any more. */
  former: z.literal(true).optional(),
});
export const OwnBallot = z.object({
  votes: z.array(OwnVote),
  /** What she took back, or said that she does not vote on. */
  takenBack: z.array(ItemNumber),
  /** The smallest number this device's next write may carry. */
  nextNumber: z.int(),
  belonging: BelongingHeld.optional(),
});
export type OwnBallot = z.infer<typeof OwnBallot>;
