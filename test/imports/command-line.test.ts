import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewPlace } from '#functions/places/service.ts';
import { startEngine } from '#functions/storage/engine.ts';
import { createWorld } from '#functions/world.ts';
import { aPlace } from '#test/support/builders.ts';
import { SMALL_EXPORT, withExport } from '#test/support/polis.ts';
import type { TestWorld } from '#test/support/world.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'equal-say-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The store is opened by one program at a time: here by the test, in between by the command. */
const inStore = async <Value>(act: (world: TestWorld) => Promise<Value>): Promise<Value> => {
  const engine = await startEngine(folder);
  try {
    return await act(createWorld({ storage: engine.storage, secret: 'only tests know' }) as TestWorld);
  } finally {
    await engine.stop();
  }
};

const command = (...given: string[]) => {
  const entry = new URL('../../functions/import.ts', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...given, '--data-dir', folder], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('npm run import', () => {
  test('imports once, shows how far it is, and says what it skipped', async () => {
    await inStore((world) => aPlace(world, { slug: 'somewhere' }));
    await withExport(SMALL_EXPORT, (files) => {
      const first = command('polis', files, '--place', 'somewhere', '--title', 'The square');
      expect(first).toMatchObject({ status: 0, stderr: 'statements: 3\nballots: 2\n' });
      expect(first.stdout).toContain('Participants who never voted, and get no ballot: 1.');
      expect(first.stdout).toMatch(/Imported: \/en\/c\/con_\w{16}/);
      expect(command('polis', files, '--place', 'somewhere', '--title', 'The square').stdout).toContain(
        'Was imported before',
      );
    });
    const { consultations } = await inStore((world) => viewPlace(world, 'somewhere'));
    expect(consultations.map(({ title }) => title.en?.text)).toEqual(['The square']);
  });

  test('names a malformed row in a sentence and imports nothing', async () => {
    const votes = `${SMALL_EXPORT.votes}\n1500000080000,then,0,1,maybe`;
    await withExport({ ...SMALL_EXPORT, votes }, (files) => {
      const { status, stderr } = command('polis', files, '--place', 'somewhere', '--title', 'Another square');
      expect(status).toBe(1);
      expect(stderr).toContain('Nothing was imported.');
      expect(stderr).toContain('votes.csv, line 7, has a value other than -1, 0, 1 as vote');
    });
    expect((await inStore((world) => viewPlace(world, 'somewhere'))).consultations).toHaveLength(1);
  });

  test('explains itself when something is missing', async () => {
    await withExport(SMALL_EXPORT, (files) => {
      expect(command('polis', files).stderr).toContain('npm run import -- polis <folder>');
      expect(command('polis', files, '--place', 'nowhere', '--title', 'X').stderr).toContain('There is no such place');
      expect(command('polis', files, '--place', 'somewhere', '--title', 'X', '--language', 'xx').stderr).toContain(
        'xx is not a language',
      );
    });
  });
});
