import { mayNow, type ClosedReason, type Schedule } from '../consultations/phases.ts';
import type { ConsentStanding } from '../participants/rules.ts';
import type { Instant } from '../time.ts';
import { refused, type Verdict } from '../verdict.ts';

/** In the order of their codes in a stored vote. `withdrawn` takes a vote back without forgetting that the card was dealt. */
export const CHOICES = ['disagree', 'pass', 'agree', 'withdrawn'] as const;
export type Choice = (typeof CHOICES)[number];

/** An answer of its own to the question about affected groups; nobody who gives it gives another. */
export const PREFER_NOT_TO_SAY = 'prefer-not-to-say';

export const BATCH_LIMIT = 100;
export const ITEM_LIMIT = 100_000;

/** A stored vote is one number: seconds since the consultation opened × 4 + the code of the choice. */
export const encodeVote = (choice: Choice, secondsSinceOpening: number): number =>
  Math.max(0, Math.floor(secondsSinceOpening)) * 4 + CHOICES.indexOf(choice);
export const choiceOf = (stored: number): Choice => CHOICES[stored % 4] as Choice;
export const secondsOf = (stored: number): number => Math.floor(stored / 4);

type Voter = { consent: ConsentStanding; door: string };
export type VoteRefusal = ClosedReason | 'consent-missing' | 'consent-outdated' | 'door-not-open';

/** May this person vote in this consultation now? */
export const mayVote = (
  consultation: { stages: Schedule; doors: readonly string[] },
  voter: Voter,
  now: Instant,
): Verdict<VoteRefusal> => {
  if (!consultation.doors.includes(voter.door)) return refused('door-not-open');
  if (voter.consent !== 'given') return refused(`consent-${voter.consent}`);
  return mayNow(consultation, 'vote', now);
};
