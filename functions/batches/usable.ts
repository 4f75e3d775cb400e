import { mayBeUsed } from '#shared/batches/rules.ts';
import type { Batch } from '#shared/batches/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { dayIn } from '#shared/time.ts';
import { placeOf } from '../places/service.ts';
import { nowIn, type World } from '../world.ts';
import { findBatch } from './store.ts';

/** Today where the place is: a batch ends with a day of its own, not of ours. */
export const todayIn = async (world: World, place: PlaceId): Promise<string> =>
  dayIn(nowIn(world), (await placeOf(world, place)).timeZone);

/** The batch of a card that nobody has used, if such a card opens the door today. Read afresh: revoked is revoked. */
export const usableBatch = async (world: World, place: PlaceId, number: number): Promise<Batch> => {
  const batch = await findBatch(world, place, number);
  if (!batch) throw new Problem('card-not-known');
  const verdict = mayBeUsed(batch, await todayIn(world, place));
  if (!verdict.allowed) throw new Problem(verdict.reason);
  return batch;
};
