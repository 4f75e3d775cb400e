import { endCases, moveAppeals } from '../moderation/ending.ts';
import { writeDigests } from '../moderation/digests.ts';
import { attemptsOf } from '../operations/attempts.ts';
import { listPlaces } from '../places/service.ts';
import type { World } from '../world.ts';

/**
 * What nobody does by hand: cases close when their last appeal window has ended, and are emptied when retention has;
 * appeals that nobody here may hear move; moderators hear what waits, as often as each wants to.
 */
export const tendCases = async (world: World): Promise<number> => {
  const attempt = await attemptsOf(world, 'cases');
  let done = (await attempt('ends', () => endCases(world))) ?? 0;
  for (const { id } of await listPlaces(world)) {
    done += (await attempt(id, async () => (await moveAppeals(world, id)) + (await writeDigests(world, id)))) ?? 0;
  }
  return done;
};
