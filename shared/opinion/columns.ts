import type { Item } from './packed.ts';

/** The columns of the matrix: items by id, merged ones folded into those they were merged into. */
export type Columns = {
  items: readonly Item[];
  /** For each input column its place in `items`. */
  place: Uint32Array;
  /** For each input column 1 when its votes only count where she did not vote on the surviving item. */
  folded: Uint8Array;
};

/**
 * Puts the items into their canonical order: by id, in code units, which no locale can change.
 * @throws RangeError when an id occurs twice, or an item is merged into one that is not there or into itself
 */
export function columnsOf(items: readonly Item[]): Columns {
  const byId = new Map(items.map((item) => [item.id, item]));
  if (byId.size !== items.length) throw new RangeError('an item id occurs twice');
  const survivors = items.filter((item) => item.merged === undefined);
  survivors.sort((a, b) => (a.id < b.id ? -1 : 1));
  const places = new Map(survivors.map((item, place) => [item.id, place]));
  const place = Uint32Array.from(items, (item) => places.get(survivorOf(item, byId).id)!);
  const folded = Uint8Array.from(items, (item) => (item.merged === undefined ? 0 : 1));
  return { items: survivors, place, folded };
}

function survivorOf(item: Item, byId: ReadonlyMap<string, Item>): Item {
  let at = item;
  for (let steps = 0; at.merged !== undefined; steps++) {
    const next = byId.get(at.merged);
    if (next === undefined || steps > byId.size) throw new RangeError(`${item.id} is merged into nothing`);
    at = next;
  }
  return at;
}
