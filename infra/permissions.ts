import type { IndexName, TableName } from '#functions/storage/keys.ts';
import type { Entry } from './entries.ts';

type DataAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

/** Some calls on a table, or on one index of it; with `keys`, only on partitions whose key begins like this. */
export type Grant = { table: TableName; index?: IndexName; actions: readonly DataAction[]; keys?: readonly string[] };

/**
 * Exactly the calls that the code makes. A test runs everything people can do, compares, and fails on a call that is
 * missing here and on a grant that nothing needed. In the vault each kind of partition is granted by its own name: that
 * is how `pages` can know a session and still not read an address (`contact#…`, `contact-outbox`, `contact-token#…`).
 */
export const PERMISSIONS: Record<Entry, readonly Grant[]> = {
  pages: [
    { table: 'records', actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
    { table: 'records', index: 'byTopic', actions: ['Query'] },
    { table: 'ballots', actions: ['GetItem', 'UpdateItem'] },
    { table: 'vault', keys: ['person#*'], actions: ['Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'] },
    { table: 'vault', keys: ['session#*'], actions: ['GetItem', 'PutItem', 'DeleteItem'] },
    { table: 'vault', keys: ['author#*'], actions: ['PutItem'] },
    { table: 'vault', keys: ['key#*'], actions: ['GetItem'] },
    { table: 'limits', actions: ['UpdateItem'] },
  ],
  doors: [
    { table: 'records', actions: ['GetItem', 'Query', 'PutItem'] },
    { table: 'records', index: 'byAuthor', actions: ['Query'] },
    { table: 'ballots', actions: ['GetItem', 'Query', 'UpdateItem', 'DeleteItem'] },
    { table: 'vault', keys: ['person#*'], actions: ['Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'] },
    { table: 'vault', keys: ['session#*', 'card#*'], actions: ['GetItem', 'PutItem', 'DeleteItem'] },
    { table: 'vault', keys: ['author#*'], actions: ['DeleteItem'] },
    { table: 'vault', keys: ['first-run#*'], actions: ['GetItem', 'DeleteItem'] },
    { table: 'vault', keys: ['key#*'], actions: ['GetItem'] },
    { table: 'vault', keys: ['contact#*', 'contact-token#*'], actions: ['GetItem', 'PutItem', 'DeleteItem'] },
    { table: 'vault', keys: ['contact-outbox'], actions: ['Query', 'PutItem', 'DeleteItem'] },
    { table: 'limits', actions: ['PutItem', 'UpdateItem'] },
  ],
  /** It reads its records from the stream itself, and writes them to its log. */
  stream: [],
  schedule: [
    { table: 'records', actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] },
    { table: 'ballots', actions: ['Query', 'DeleteItem'] },
    { table: 'vault', keys: ['author#*'], actions: ['GetItem', 'DeleteItem'] },
    { table: 'vault', keys: ['key#*'], actions: ['GetItem', 'DeleteItem'] },
    { table: 'vault', keys: ['person#*', 'contact-token#*'], actions: ['DeleteItem'] },
    { table: 'vault', keys: ['contact#*'], actions: ['Query', 'DeleteItem'] },
    { table: 'vault', keys: ['contact-outbox'], actions: ['Query', 'PutItem', 'DeleteItem'] },
    { table: 'limits', actions: ['PutItem', 'DeleteItem'] },
  ],
};
