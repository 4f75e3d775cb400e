import { BATCH_LIMIT, encodeVote, type Choice } from '#shared/ballots/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Language } from '#shared/locales.ts';
import { pseudonymOf } from '../participants/pseudonyms.ts';
import type { World } from '../world.ts';
import { holdLease } from './leases.ts';
import { writeVotes } from './store.ts';

export type ImportedVote = { item: number; choice: Exclude<Choice, 'withdrawn'>; secondsSinceOpening: number };

/** The one device of everybody who voted elsewhere. */
const DEVICE = '0';

/**
 * A ballot that another platform collected, with the times of its votes, marked by its door. The other platform dealt
 * its cards, so they rank as dealt. Writing it again changes nothing: each part has its number, as a device's writes do.
 */
export const importBallot = async (
  world: World,
  consultation: ConsultationId,
  voter: string,
  { votes, language }: { votes: readonly ImportedVote[]; language: Language },
): Promise<void> => {
  const pseudonym = await pseudonymOf(world, consultation, voter);
  await holdLease(world, consultation);
  for (let from = 0; from < votes.length; from += BATCH_LIMIT) {
    await writeVotes(world, consultation, pseudonym, {
      device: DEVICE,
      number: from / BATCH_LIMIT + 1,
      door: 'imported',
      language,
      dealt: votes
        .slice(from, from + BATCH_LIMIT)
        .map(({ item, choice, secondsSinceOpening }) => ({ item, value: encodeVote(choice, secondsSinceOpening) })),
      linked: [],
    });
  }
};
