/** Tables and indexes. The cloud, the embedded engine and the tests all make them from this one definition. */
export const TABLES = {
  records: {
    holds: 'public things and the ledger',
    pk: 'pk',
    sk: 'sk',
    indexes: { byTopic: { pk: 'topic', sk: 'listed' }, byAuthor: { pk: 'by', sk: 'listed' } },
    stream: true,
    recovery: true,
  },
  cases: {
    holds: 'what is confidential: notices, cases, decisions, appeals, and the words at issue, encrypted',
    pk: 'pk',
    sk: 'sk',
    indexes: {
      byQueue: { pk: 'queue', sk: 'order' },
      byQueueAndLanguage: { pk: 'queueOfLanguage', sk: 'order' },
      byQueueAndKind: { pk: 'queueOfKind', sk: 'order' },
      byHolder: { pk: 'queueOfHolder', sk: 'order' },
    },
    recovery: true,
  },
  ballots: { holds: 'ballots, and which consultations are being voted in', pk: 'pk', sk: 'sk', recovery: true },
  vault: {
    holds: 'people: sessions, cards, consents, author links, the keys of pseudonyms',
    pk: 'pk',
    sk: 'sk',
    ttl: 'expires',
    recovery: true,
  },
  limits: { holds: 'how often somebody did something lately', pk: 'key', ttl: 'expire' },
} as const satisfies Record<string, TableShape>;

export type TableShape = {
  holds: string;
  pk: string;
  sk?: string;
  indexes?: Record<string, { pk: string; sk: string }>;
  ttl?: string;
  stream?: boolean;
  recovery?: boolean;
};
export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
type Indexes<Table> = Table extends { indexes: infer All } ? keyof All : never;
/** Every index by its name; no two tables share one. */
export type IndexName = { [Table in TableName]: Indexes<(typeof TABLES)[Table]> }[TableName];
