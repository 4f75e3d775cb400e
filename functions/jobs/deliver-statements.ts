import { remove } from '../storage/table.ts';
import { dueToTell } from '../moderation/deadlines.ts';
import { findCase } from '../moderation/cases.ts';
import { attemptsOf } from '../operations/attempts.ts';
import { tell } from '../moderation/telling.ts';
import type { World } from '../world.ts';

/**
 * Tells everybody concerned of the decisions whose undo time is over: statement of reasons, outcome, answer to an appeal.
 * What was undone meanwhile is never told.
 */
export const deliverStatements = async (world: World): Promise<number> => {
  const attempt = await attemptsOf(world, 'mail');
  let told = 0;
  for (const { item, id, at } of await dueToTell(world)) {
    await attempt(id, async () => {
      const one = await findCase(world, id);
      const isDue = one?.undoUntil === at && (one.state === 'decided' || one.state === 'reviewed');
      if (one && isDue) told += (await tell(world, one)) ? 1 : 0;
      else await remove(world.storage, 'cases', { pk: item.pk, sk: item.sk });
    });
  }
  return told;
};
