import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createApp } from '#functions/app.ts';
import { startEngine } from '#functions/storage/engine.ts';
import { trimStreams } from '#functions/storage/engine-upkeep.ts';
import { keys } from '#functions/storage/keys.ts';
import { get, put } from '#functions/storage/table.ts';
import { DAY, HOUR, MINUTE, SECOND, systemClock } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { aStoreFolder, withStore } from '#test/support/platform.ts';
import { aResident } from '#test/support/resident.ts';

const store = aStoreFolder();
afterAll(() => store.remove());
const file = join(store.folder, 'store.sqlite');

const onDisk = (words: string): string[] =>
  readdirSync(store.folder).filter((name) => readFileSync(join(store.folder, name)).includes(words));

describe('to somebody who has left', () => {
  test('a day later her words are in no file of the store any more, neither in its stream nor in what was deleted', async () => {
    await withStore(store, async (world) => {
      const app = createApp(world);
      const made = await aConsultation(world);
      const [anna, bo] = [1, 2].map(() => aResident((path, init) => app.request(path, init)));
      await anna?.join(made.consultation.id);
      await bo?.join(made.consultation.id);
      await anna?.suggest(made.consultation.id, 'Zwetschgenkuchen for everybody.');
      await anna?.ask('DELETE', '/me');
      await bo?.suggest(made.consultation.id, 'Something else.');
    });
    expect(onDisk('Zwetschgenkuchen').length).toBeGreaterThan(0);
    trimStreams(file, systemClock() + DAY - HOUR);
    expect(onDisk('Zwetschgenkuchen').length).toBeGreaterThan(0);
    trimStreams(file, systemClock() + DAY + MINUTE);
    await withStore(store, () => Promise.resolve());
    expect(onDisk('Zwetschgenkuchen')).toEqual([]);
  });

  test('the store goes on as before: it writes, reads, and its stream has not begun again at one', async () => {
    await withStore(store, async (world) => {
      await put(world.storage, 'records', { ...keys.kindOfStore(), kind: 'city' });
      expect(await get(world.storage, 'records', keys.kindOfStore())).toMatchObject({ kind: 'city' });
    });
    expect(() => trimStreams(file)).not.toThrow();
  });
});

describe('to the operator', () => {
  test('what has an end is deleted when it has come, and nothing else', async () => {
    const engine = await startEngine(store.folder);
    try {
      const seconds = Math.floor(systemClock() / SECOND);
      const item = (hash: string, expires: number) => put(engine.storage, 'vault', { ...keys.session(hash), expires });
      await item('over', seconds - 60);
      await item('running', seconds + 3600);
      await put(engine.storage, 'records', { ...keys.kindOfStore(), kind: 'city' });
      await engine.sweep();
      expect(await get(engine.storage, 'vault', keys.session('over'))).toBeUndefined();
      expect(await get(engine.storage, 'vault', keys.session('running'))).toBeDefined();
      expect(await get(engine.storage, 'records', keys.kindOfStore())).toBeDefined();
    } finally {
      await engine.stop();
    }
  });
});
