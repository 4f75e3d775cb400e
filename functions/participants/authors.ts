import type { Pseudonym } from '#shared/ballots/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { writeDown } from '../ledger/service.ts';
import { keys } from '../storage/keys.ts';
import { get, requireHeld, transact } from '../storage/table.ts';
import type { World } from '../world.ts';

/**
 * Who wrote a contribution, to tell her what became of it. The line in the ledger is there before the answer is, or there
 * is no answer. Undefined when nobody can say any more.
 */
export const authorToTell = async (
  world: World,
  place: PlaceId,
  author: Pseudonym,
  words: ContributionId,
): Promise<ParticipantId | undefined> => {
  const line = writeDown(world, { place, role: 'job', act: 'resolve-author', subject: words, why: 'to tell her' });
  await requireHeld(transact(world.storage, [line]));
  const link = await get(world.storage, 'vault', keys.author(author));
  return link?.participant as ParticipantId | undefined;
};
