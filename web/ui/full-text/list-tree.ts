import type { ListItem } from '#shared/documents/format.ts';

export type Branch = { item: ListItem; below: Branch[] };

/** Items of a list as they stand in one another: each under the last one that is less deep. */
export const treeOf = (items: readonly ListItem[]): Branch[] => {
  const top: Branch[] = [];
  const path: Branch[] = [];
  for (const item of items) {
    while ((path.at(-1)?.item.depth ?? -1) >= item.depth) path.pop();
    const branch = { item, below: [] };
    (path.at(-1)?.below ?? top).push(branch);
    path.push(branch);
  }
  return top;
};
