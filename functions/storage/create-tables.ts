import {
  CreateTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
  UpdateTableCommand,
  type CreateTableCommandInput,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { TABLES, TABLE_NAMES, type TableName, type TableShape } from './tables.ts';
import type { Storage } from './table.ts';

type Shapes = Record<TableName, TableShape>;

const schema = (pk: string, sk: string | undefined) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  ...(sk ? [{ AttributeName: sk, KeyType: 'RANGE' as const }] : []),
];

const attributesOf = ({ pk, sk, indexes = {} }: TableShape) =>
  [...new Set([pk, sk, ...Object.values(indexes).flatMap((index) => [index.pk, index.sk])])]
    .filter((attribute) => attribute !== undefined)
    .map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' as const }));

const indexesOf = ({ indexes = {} }: TableShape) =>
  Object.entries(indexes).map(([name, { pk, sk }]) => ({
    IndexName: name,
    KeySchema: schema(pk, sk),
    Projection: { ProjectionType: 'ALL' as const },
  }));

const STREAM = { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const } };

const definitionOf = (TableName: string, shape: TableShape): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: schema(shape.pk, shape.sk),
  AttributeDefinitions: attributesOf(shape),
  ...(shape.indexes && { GlobalSecondaryIndexes: indexesOf(shape) }),
  ...(shape.stream && STREAM),
});

const describe = async (storage: Storage, TableName: string): Promise<TableDescription> => {
  const { Table } = await storage.client.send(new DescribeTableCommand({ TableName }));
  return Table ?? {};
};

const isReady = ({ TableStatus, GlobalSecondaryIndexes = [] }: TableDescription): boolean =>
  TableStatus === 'ACTIVE' && GlobalSecondaryIndexes.every(({ IndexStatus }) => (IndexStatus ?? 'ACTIVE') === 'ACTIVE');

const untilReady = async (storage: Storage, TableName: string): Promise<void> => {
  while (!isReady(await describe(storage, TableName))) await sleep(50);
};

const sameKeys = (table: TableDescription, { pk, sk }: TableShape): boolean =>
  JSON.stringify(table.KeySchema?.map(({ AttributeName }) => AttributeName)) === JSON.stringify(sk ? [pk, sk] : [pk]);

/** What an earlier release made gets what this one added, one thing at a time. Nothing is ever taken away. */
const catchUp = async (storage: Storage, TableName: string, shape: TableShape): Promise<void> => {
  const table = await describe(storage, TableName);
  if (!sameKeys(table, shape)) {
    throw new Error(
      `The table ${TableName} has other keys than this release: it is no store of Equal Say, or of a newer one.`,
    );
  }
  const present = table.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [];
  for (const Create of indexesOf(shape).filter(({ IndexName }) => !present.includes(IndexName))) {
    await storage.client.send(
      new UpdateTableCommand({
        TableName,
        AttributeDefinitions: attributesOf(shape),
        GlobalSecondaryIndexUpdates: [{ Create }],
      }),
    );
    await untilReady(storage, TableName);
  }
  if (shape.stream && !table.StreamSpecification?.StreamEnabled) {
    await storage.client.send(new UpdateTableCommand({ TableName, ...STREAM }));
    await untilReady(storage, TableName);
  }
};

/** Creates what is missing, and brings what an earlier release made up to date. In the cloud the deploy does the same. */
export const createTables = async (storage: Storage, shapes: Shapes = TABLES): Promise<void> => {
  const { TableNames = [] } = await storage.client.send(new ListTablesCommand({}));
  for (const name of TABLE_NAMES) {
    const TableName = storage.tableName(name);
    if (TableNames.includes(TableName)) await catchUp(storage, TableName, shapes[name]);
    else await storage.client.send(new CreateTableCommand(definitionOf(TableName, shapes[name])));
  }
};
