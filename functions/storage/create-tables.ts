import { CreateTableCommand, ListTablesCommand, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { TABLES, TABLE_NAMES, type TableName, type TableShape } from './keys.ts';
import type { Storage } from './table.ts';

const definitionOf = (storage: Storage, name: TableName): CreateTableCommandInput => {
  const shape: TableShape = TABLES[name];
  const indexes = Object.entries(shape.indexes ?? {});
  const attributes = [shape.pk, shape.sk, ...indexes.flatMap(([, index]) => [index.pk, index.sk])];
  const schema = (pk: string, sk: string | undefined) => [
    { AttributeName: pk, KeyType: 'HASH' as const },
    ...(sk ? [{ AttributeName: sk, KeyType: 'RANGE' as const }] : []),
  ];
  return {
    TableName: storage.tableName(name),
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: schema(shape.pk, shape.sk),
    AttributeDefinitions: [...new Set(attributes)]
      .filter((attribute) => attribute !== undefined)
      .map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' as const })),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map(([index, { pk, sk }]) => ({
        IndexName: index,
        KeySchema: schema(pk, sk),
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
    ...(shape.stream && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const },
    }),
  };
};

/** Creates what is missing; what exists is left as it is. */
export const createTables = async (storage: Storage): Promise<void> => {
  const { TableNames = [] } = await storage.client.send(new ListTablesCommand({}));
  for (const name of TABLE_NAMES) {
    if (!TableNames.includes(storage.tableName(name))) {
      await storage.client.send(new CreateTableCommand(definitionOf(storage, name)));
    }
  }
};
