import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteTableCommand, DescribeTableCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTables } from '#functions/storage/create-tables.ts';
import { startEngine, type Engine } from '#functions/storage/engine.ts';
import { TABLES, TABLE_NAMES, type TableName, type TableShape } from '#functions/storage/tables.ts';
import { put, query, remove } from '#functions/storage/table.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'equal-say-upgrade-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A data folder as a release would have left it that knew these tables and no others. */
const leftBehind = async (
  shapes: Partial<Record<TableName, TableShape>>,
  fill: (engine: Engine) => Promise<void>,
): Promise<void> => {
  const engine = await startEngine(folder);
  for (const name of TABLE_NAMES)
    await engine.storage.client.send(new DeleteTableCommand({ TableName: engine.storage.tableName(name) }));
  await createTables(engine.storage, { ...TABLES, ...shapes });
  await fill(engine);
  await engine.stop();
};

const word = {
  pk: 'con#con_1',
  sk: 'ctr#ctr_1',
  topic: 'con_1#none',
  by: 'a pseudonym',
  listed: '2026-03-02',
  text: 'A bench.',
};

describe('to a city that upgrades', () => {
  const { byAuthor: _, ...fewer } = TABLES.records.indexes;
  const earlier = { ...TABLES.records, indexes: fewer, stream: false };

  test('an index, a stream and a table that a release adds are there after the next start, with all that was there before', async () => {
    await leftBehind({ records: earlier }, async ({ storage }) => {
      await put(storage, 'records', word);
      await storage.client.send(new DeleteTableCommand({ TableName: storage.tableName('limits') }));
    });
    const engine = await startEngine(folder);
    const { items } = await query(engine.storage, 'records', { index: 'byAuthor', pk: 'a pseudonym' });
    expect(items).toEqual([word]);
    const { Table } = await engine.storage.client.send(
      new DescribeTableCommand({ TableName: engine.storage.tableName('records') }),
    );
    expect(Table?.StreamSpecification?.StreamEnabled).toBe(true);
    const { TableNames } = await engine.storage.client.send(new ListTablesCommand({}));
    expect(TableNames?.sort()).toEqual(TABLE_NAMES.map((name) => engine.storage.tableName(name)).sort());
    await engine.stop();
  });

  test('what was written under the earlier release can be changed and removed, and the new index follows', async () => {
    await leftBehind({ records: earlier }, async ({ storage }) => void (await put(storage, 'records', word)));
    const engine = await startEngine(folder);
    await put(engine.storage, 'records', { ...word, by: 'another pseudonym' });
    const by = async (pk: string): Promise<number> =>
      (await query(engine.storage, 'records', { index: 'byAuthor', pk })).items.length;
    expect([await by('a pseudonym'), await by('another pseudonym')]).toEqual([0, 1]);
    await remove(engine.storage, 'records', { pk: word.pk, sk: word.sk });
    expect(await by('another pseudonym')).toBe(0);
    await engine.stop();
  });

  test('a start changes nothing where nothing is missing, and going back one release loses nothing', async () => {
    await leftBehind({}, async ({ storage }) => void (await put(storage, 'records', word)));
    const engine = await startEngine(folder);
    await createTables(engine.storage, { ...TABLES, records: earlier });
    expect((await query(engine.storage, 'records', { index: 'byAuthor', pk: 'a pseudonym' })).items).toEqual([word]);
    await engine.stop();
  });

  test('a store with other keys is left alone, with a sentence that says why', async () => {
    await leftBehind({ records: { holds: 'something else', pk: 'id' } }, () => Promise.resolve());
    await expect(startEngine(folder)).rejects.toThrow('has other keys than this release');
  });
});
