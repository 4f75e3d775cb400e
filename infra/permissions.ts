import { TABLE_NAMES, type IndexName, type TableName } from '#functions/storage/tables.ts';
import type { Entry } from './entries.ts';

type DataAction =
  | 'GetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'DescribeTable';

/** Some calls on a table, or on one index of it; with `keys`, only on partitions whose key begins like this. */
export type Grant = { table: TableName; index?: IndexName; actions: readonly DataAction[]; keys?: readonly string[] };

/**
 * Exactly the calls that the code makes. A test runs everything people can do, compares, and fails on a call that is
 * missing here and on a grant that nothing needed. In the vault each kind of partition is granted by its own name: that
 * is how `pages` can know a session and still not read an address (`contact#…`, `contact-outbox`, `contact-token#…`).
 */
export const PERMISSIONS: Record<Entry, readonly Grant[]> = {
  pages: [
    {
      table: 'records',
      actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    { table: 'records', index: 'byTopic', actions: ['Query'] },
    { table: 'cases', keys: ['case#*'], actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] },
    { table: 'cases', keys: ['author#*'], actions: ['Query', 'PutItem'] },
    { table: 'cases', keys: ['subject#*'], actions: ['GetItem', 'PutItem'] },
    { table: 'cases', keys: ['cases-in#*', 'to-alert', 'to-hint', 'flagger-token#*'], actions: ['PutItem'] },
    { table: 'cases', keys: ['to-tell'], actions: ['PutItem', 'DeleteItem'] },
    { table: 'cases', keys: ['receipt#*', 'waits#*', 'notifier#*'], actions: ['GetItem'] },
    { table: 'cases', keys: ['flaggers#*'], actions: ['GetItem', 'Query', 'PutItem'] },
    { table: 'cases', keys: ['phrases#*'], actions: ['Query', 'PutItem', 'DeleteItem'] },
    { table: 'cases', keys: ['same#*'], actions: ['Query', 'PutItem'] },
    { table: 'cases', keys: ['figures#*'], actions: ['Query'] },
    { table: 'cases', index: 'byQueue', actions: ['Query'] },
    { table: 'cases', index: 'byQueueAndLanguage', actions: ['Query'] },
    { table: 'cases', index: 'byQueueAndKind', actions: ['Query'] },
    { table: 'cases', index: 'byHolder', actions: ['Query'] },
    { table: 'ballots', actions: ['GetItem', 'UpdateItem'] },
    {
      table: 'vault',
      keys: ['person#*'],
      actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    { table: 'vault', keys: ['session#*', 'key#*'], actions: ['GetItem', 'PutItem', 'DeleteItem'] },
    { table: 'vault', keys: ['author#*'], actions: ['GetItem', 'PutItem'] },
    { table: 'vault', keys: ['staff#*'], actions: ['GetItem', 'Query', 'PutItem'] },
    { table: 'vault', keys: ['batch#*', 'invitations#*'], actions: ['Query'] },
    { table: 'vault', keys: ['addressee-token#*'], actions: ['GetItem'] },
    { table: 'limits', actions: ['GetItem', 'UpdateItem'] },
  ],
  doors: [
    { table: 'records', actions: ['GetItem', 'Query', 'PutItem'] },
    { table: 'records', keys: ['translations#*'], actions: ['DeleteItem'] },
    { table: 'records', index: 'byAuthor', actions: ['Query'] },
    { table: 'cases', keys: ['case#*'], actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    { table: 'cases', keys: ['author#*'], actions: ['Query', 'PutItem', 'DeleteItem'] },
    { table: 'cases', keys: ['subject#*'], actions: ['GetItem', 'PutItem'] },
    { table: 'cases', keys: ['notifier#*'], actions: ['GetItem', 'Query', 'PutItem'] },
    { table: 'cases', keys: ['cases-in#*', 'figures#*', 'receipt#*', 'to-alert', 'to-hint'], actions: ['PutItem'] },
    { table: 'cases', keys: ['same#*'], actions: ['PutItem'] },
    { table: 'cases', keys: ['flagger-token#*', 'flaggers#*'], actions: ['GetItem'] },
    { table: 'ballots', actions: ['GetItem', 'Query', 'UpdateItem', 'DeleteItem'] },
    {
      table: 'vault',
      keys: ['person#*', 'staff#*'],
      actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
    },
    {
      table: 'vault',
      keys: ['session#*', 'card#*', 'passkey#*', 'recovery-code#*', 'invitation-token#*'],
      actions: ['GetItem', 'PutItem', 'DeleteItem'],
    },
    {
      table: 'vault',
      keys: ['contact#*', 'contact-token#*', 'work-mail#*'],
      actions: ['GetItem', 'PutItem', 'DeleteItem'],
    },
    { table: 'vault', keys: ['invitations#*'], actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] },
    { table: 'vault', keys: ['batch#*'], actions: ['Query', 'PutItem'] },
    { table: 'vault', keys: ['author#*'], actions: ['DeleteItem'] },
    { table: 'vault', keys: ['first-run#*'], actions: ['GetItem', 'DeleteItem'] },
    { table: 'vault', keys: ['key#*'], actions: ['GetItem'] },
    { table: 'vault', keys: ['contact-notice#*'], actions: ['GetItem', 'PutItem'] },
    { table: 'vault', keys: ['addressee-token#*'], actions: ['PutItem', 'DeleteItem'] },
    { table: 'vault', keys: ['contact-addressee#*'], actions: ['GetItem', 'PutItem', 'DeleteItem'] },
    { table: 'vault', keys: ['contact-outbox'], actions: ['Query', 'PutItem', 'DeleteItem'] },
    { table: 'limits', actions: ['PutItem', 'UpdateItem'] },
  ],
  /** It reads its records from the stream itself, and writes them to its log. */
  stream: [],
  schedule: [
    { table: 'records', actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] },
    { table: 'cases', keys: ['cases-in#*', 'to-tell', 'to-alert', 'to-hint'], actions: ['Query', 'DeleteItem'] },
    { table: 'cases', keys: ['case#*'], actions: ['GetItem', 'Query', 'PutItem'] },
    { table: 'cases', keys: ['to-end'], actions: ['Query', 'PutItem', 'DeleteItem'] },
    { table: 'cases', keys: ['figures#*', 'author#*'], actions: ['PutItem'] },
    { table: 'cases', keys: ['digests#*'], actions: ['GetItem', 'PutItem'] },
    { table: 'cases', keys: ['same#*'], actions: ['DeleteItem'] },
    { table: 'cases', index: 'byQueue', actions: ['Query'] },
    { table: 'cases', index: 'byQueueAndKind', actions: ['Query'] },
    { table: 'vault', keys: ['staff#*'], actions: ['Query'] },
    { table: 'vault', keys: ['work-mail#*', 'contact-notice#*', 'contact-addressee#*'], actions: ['GetItem'] },
    { table: 'ballots', actions: ['Query', 'DeleteItem'] },
    { table: 'vault', keys: ['author#*'], actions: ['GetItem', 'DeleteItem'] },
    { table: 'vault', keys: ['key#*'], actions: ['GetItem', 'DeleteItem'] },
    { table: 'vault', keys: ['person#*'], actions: ['GetItem', 'DeleteItem'] },
    { table: 'vault', keys: ['contact-token#*'], actions: ['DeleteItem'] },
    { table: 'vault', keys: ['contact#*'], actions: ['GetItem', 'Query', 'DeleteItem'] },
    { table: 'vault', keys: ['contact-outbox'], actions: ['Query', 'PutItem', 'DeleteItem'] },
    { table: 'limits', actions: ['PutItem', 'UpdateItem', 'DeleteItem'] },
    // How much they hold, for the operator's page.
    ...TABLE_NAMES.map((table) => ({ table, actions: ['DescribeTable'] as const })),
  ],
};
