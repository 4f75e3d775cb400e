import { mayNow } from '#shared/consultations/phases.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { instant, type Instant } from '#shared/time.ts';
import { lastMergeAt } from '../suggestions/merges.ts';
import type { World } from '../world.ts';

/**
 * Was something merged, or taken apart again, since the last count? Once nobody votes any more that alone is a reason to
 * count anew for the desk. While people vote it is none: two counts of nearly the same ballots could tell of one person.
 */
export const mergedSince = async (
  world: World,
  consultation: Consultation,
  previous: { at: Instant } | undefined,
): Promise<boolean> => {
  if (!previous || mayNow(consultation, 'vote', instant(world.clock())).allowed) return false;
  const at = await lastMergeAt(world, consultation.id);
  return at !== undefined && at > previous.at;
};
