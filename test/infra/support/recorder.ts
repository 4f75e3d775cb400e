import type { Entry } from '#infra/entries.ts';
import { TABLES, TABLE_NAMES, type TableName, type TableShape } from '#functions/storage/tables.ts';
import type { Storage } from '#functions/storage/table.ts';

/** One call as it went over the wire: which function made it, on what, and in which partition. */
export type Call = { entry: Entry; table: TableName; index?: string; action: string; key: string };

type Attributes = Record<string, { S?: string } | undefined>;
type Operation = {
  TableName: string;
  IndexName?: string;
  Key?: Attributes;
  Item?: Attributes;
  ExpressionAttributeValues?: Attributes;
  TransactItems?: Partial<Record<'Put' | 'Update' | 'Delete' | 'ConditionCheck', Operation>>[];
};

const TRANSACTED = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
} as const;

const single = (entry: Entry, storage: Storage, action: string, operation: Operation): Call => {
  const table = TABLE_NAMES.find((name) => storage.tableName(name) === operation.TableName);
  if (!table) throw new Error(`A call on a table that is none of ours: ${operation.TableName}`);
  const shape: TableShape = TABLES[table];
  const attributes = operation.Key ?? operation.Item;
  const key = attributes ? attributes[shape.pk]?.S : operation.ExpressionAttributeValues?.[':pk']?.S;
  const index = operation.IndexName;
  return { entry, table, ...(index && { index }), action, key: key ?? '' };
};

/** IAM looks at a transaction as at the writes it is made of. */
const callsOf = (entry: Entry, storage: Storage, action: string, operation: Operation): Call[] =>
  operation.TransactItems
    ? operation.TransactItems.flatMap((item) =>
        (Object.keys(TRANSACTED) as (keyof typeof TRANSACTED)[]).flatMap((kind) =>
          item[kind] ? [single(entry, storage, TRANSACTED[kind], item[kind])] : [],
        ),
      )
    : [single(entry, storage, action, operation)];

/** A middleware of the SDK that writes down every call before it leaves. */
export const recordCalls = (entry: Entry, storage: Storage, into: Call[]): void =>
  storage.client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { headers: Record<string, string>; body: Uint8Array };
      const [, action = ''] = (request.headers['x-amz-target'] ?? '').split('.');
      into.push(...callsOf(entry, storage, action, JSON.parse(new TextDecoder().decode(request.body)) as Operation));
      return next(args);
    },
    { step: 'finalizeRequest', name: `record ${entry}` },
  );
