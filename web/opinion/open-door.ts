import type { ResultsView } from '#shared/consultations/views.ts';

type Lists = ResultsView['lists'];
type Change = Lists['changedByOpenDoor'][number];

/** What would be different about one item without the people who joined by themselves. */
export type OpenDoorChange = Pick<Change, 'list' | 'only'>;

const isMissing = ({ list, only }: OpenDoorChange): boolean => list === 'tooLittle' && only === 'without';

/** Nothing at all could be said without them: worth saying once for the page and not in every row. */
export const isAllByOpenDoor = ({ all, withoutOpenDoor: { shared, needed, divides, tooLittle } }: Lists): boolean =>
  shared.length + needed.length + divides.length === 0 && tooLittle.length > all.tooLittle.length;

/** By item, what to say in its row. That there would be too little data makes every other difference needless to say. */
export const openDoorChanges = (lists: Lists): Map<number, OpenDoorChange[]> => {
  const changes = new Map<number, OpenDoorChange[]>();
  if (isAllByOpenDoor(lists)) return changes;
  for (const { item, list, only } of lists.changedByOpenDoor) {
    changes.set(item, [...(changes.get(item) ?? []), { list, only }]);
  }
  for (const [item, all] of changes) {
    const missing = all.find(isMissing);
    if (missing) changes.set(item, [missing]);
  }
  return changes;
};
