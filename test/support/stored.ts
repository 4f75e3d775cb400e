import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_NAMES, type TableName } from '#functions/storage/tables.ts';
import type { World } from '#functions/world.ts';

export type StoredItem = { table: TableName; item: Record<string, unknown> };

/** Every item of every table, as only a test may read them. */
export const everythingStored = async (world: Pick<World, 'storage'>): Promise<StoredItem[]> => {
  const all: StoredItem[] = [];
  for (const table of TABLE_NAMES) {
    let from: Record<string, unknown> | undefined;
    do {
      const page = await world.storage.documents.send(
        new ScanCommand({ TableName: world.storage.tableName(table), ExclusiveStartKey: from }),
      );
      all.push(...(page.Items ?? []).map((item) => ({ table, item })));
      from = page.LastEvaluatedKey;
    } while (from);
  }
  return all;
};

/** Where these strings stand, in keys or values. */
export const findStored = async (world: Pick<World, 'storage'>, strings: readonly string[]): Promise<string[]> =>
  (await everythingStored(world)).flatMap(({ table, item }) => {
    const text = JSON.stringify(item);
    return strings
      .filter((wanted) => text.includes(JSON.stringify(wanted).slice(1, -1)))
      .map((wanted) => `${wanted} in ${table}: ${text}`);
  });
