import type { Case } from '#shared/moderation/case.ts';
import type { CaseId } from '#shared/moderation/schema.ts';
import { keys } from '../storage/keys.ts';
import { query, type Item, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';

type Undoable = Pick<Case, 'id' | 'undoUntil'>;

/** A decision is told after its undo time, unless it is undone. */
export const tellLater = ({ id, undoUntil = '' }: Undoable): Step => ({
  table: 'cases',
  put: { ...keys.toTell(undoUntil, id), case: id },
});
export const tellNever = ({ id, undoUntil = '' }: Undoable): Step => ({
  table: 'cases',
  remove: keys.toTell(undoUntil, id),
});

/** A case is looked at then: whether its last appeal window has ended, or its retention. */
export const endLater = (id: CaseId, at: string): Step => ({
  table: 'cases',
  put: { ...keys.toEnd(at, id), case: id },
});

/** More wait for the next run. */
const AT_ONCE = 200;

const dueIn = async (world: World, pk: string): Promise<{ item: Item; id: CaseId; at: string }[]> => {
  const between = ['0', `${nowIn(world)}#~`] as const;
  const { items } = await query(world.storage, 'cases', { pk, between, limit: AT_ONCE });
  return items.map((item) => ({ item, id: item.case as CaseId, at: item.sk.split('#')[0] ?? '' }));
};

export const dueToTell = (world: World) => dueIn(world, keys.toTell('').pk);
export const dueToEnd = (world: World) => dueIn(world, keys.toEnd('').pk);
