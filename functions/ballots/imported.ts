import { BATCH_LIMIT, encodeVote, type Choice } from '#shared/ballots/rules.ts';
import { openedAt } from '#shared/consultations/phases.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { Language } from '#shared/locales.ts';
import { dayIn, later, SECOND } from '#shared/time.ts';
import { pseudonymOf } from '../participants/pseudonyms.ts';
import { placeOf } from '../places/service.ts';
import type { World } from '../world.ts';
import { holdLease } from './leases.ts';
import { writeOpening, writeVotes } from './store.ts';

export type ImportedVote = { item: number; choice: Exclude<Choice, 'withdrawn'>; secondsSinceOpening: number };

/** The one device of everybody who voted elsewhere. */
const DEVICE = '0';

/**
 * A ballot that another platform collected, with the times of its votes, marked by its door. The other platform dealt
 * its cards, so they rank as dealt. She is taken to have joined with her first vote. Writing it again changes nothing: each part has its number, as a device's writes do.
 */
export const importBallot = async (
  world: World,
  consultation: Pick<Consultation, 'id' | 'place' | 'stages'>,
  voter: string,
  { votes, language }: { votes: readonly ImportedVote[]; language: Language },
): Promise<void> => {
  const { id, place } = consultation;
  const opened = openedAt(consultation);
  if (!opened || votes.length === 0) return;
  const { timeZone } = await placeOf(world, place);
  const pseudonym = await pseudonymOf(world, id, voter);
  await holdLease(world, id);
  const first = Math.min(...votes.map(({ secondsSinceOpening }) => secondsSinceOpening));
  const joined = dayIn(later(opened, first * SECOND), timeZone);
  await writeOpening(world, id, pseudonym, { door: 'imported', language }, joined);
  for (let from = 0; from < votes.length; from += BATCH_LIMIT) {
    await writeVotes(world, id, pseudonym, {
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
