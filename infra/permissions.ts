import type { IndexName, TableName } from '#functions/storage/keys.ts';
import type { Entry } from './entries.ts';

export type DataAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

/** Some calls on a table, or on one index of it; with `keys`, only on partitions whose key begins like this. */
export type Grant = { table: TableName; index?: IndexName; actions: readonly DataAction[]; keys?: readonly string[] };

/**
 * Exactly the calls that the code makes. A test runs everything people can do, compares, and fails on a call that is
 * missing here and on a grant that nothing needed. In the vault each kind of partition is granted by its own name: that
 * is how `pages` can know a session and still not read an address (`contact#…`, `contact-outbox`, `contact-token#…`).
 */
export const PERMISSIONS: Record<Entry, readonly Grant[]> = {
  pages: [],
  doors: [],
  stream: [],
  schedule: [],
};
