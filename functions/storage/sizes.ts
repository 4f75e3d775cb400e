import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { Storage } from './table.ts';
import { TABLE_NAMES, type TableName } from './tables.ts';

type Size = { table: TableName; items: number; bytes: number };
export type TableMeasure = () => Promise<{ isEstimate: boolean; tables: Size[] }>;

/** As the cloud tells it: it counts about every six hours. */
export const describedSizes = async (storage: Storage): ReturnType<TableMeasure> => {
  const tables: Size[] = [];
  for (const table of TABLE_NAMES) {
    const { Table } = await storage.client.send(new DescribeTableCommand({ TableName: storage.tableName(table) }));
    tables.push({ table, items: Table?.ItemCount ?? 0, bytes: Table?.TableSizeBytes ?? 0 });
  }
  return { isEstimate: true, tables };
};
