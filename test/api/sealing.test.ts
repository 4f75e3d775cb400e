import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sealLedger } from '#functions/jobs/seal-ledger.ts';
import { bucketWitness } from '#functions/ledger/bucket-witness.ts';
import { sealLedgerOf, sha256 } from '#functions/ledger/sealing.ts';
import { folderWitness } from '#functions/ledger/witness.ts';
import { writeDown } from '#functions/ledger/service.ts';
import { keys } from '#functions/storage/keys.ts';
import { get, put, transact } from '#functions/storage/table.ts';
import { sealNext } from '#shared/ledger/chain.ts';
import { LedgerFile, type DayRoot } from '#shared/ledger/seals.ts';
import type { Place } from '#shared/places/schema.ts';
import { HOUR, MINUTE } from '#shared/time.ts';
import { aBucketServer } from '#test/support/bucket.ts';
import { aConsultation, aPlace, aStaffMember } from '#test/support/builders.ts';
import { someoneIn } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'equal-say-ledger-'));
  world = await aWorld();
  world.witness = folderWitness(join(folder, 'witness'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.end();
});

const write = (place: Place, why: string) =>
  transact(world.storage, [
    writeDown(world, { place: place.id, role: 'job', act: 'end-retention', subject: place.id, why }),
  ]);

const fileOf = async (place: Place) => {
  const analyst = someoneIn(world);
  analyst.useCookie(`__Host-session=${(await aStaffMember(world, place, 'analyst')).token}`);
  return LedgerFile.parse(await analyst.ask('GET', `/places/${place.slug}/ledger/file`));
};

const PROGRAM = new URL('../../functions/verify-ledger.ts', import.meta.url).pathname;
const verify = (file: LedgerFile, ...more: string[]) => {
  const path = join(folder, 'ledger.json');
  writeFileSync(path, JSON.stringify(file));
  return new Promise<{ status: number; told: string }>((done) => {
    const program = execFile(process.execPath, [PROGRAM, path, ...more], (_, stdout, stderr) =>
      done({ status: program.exitCode ?? -1, told: stdout + stderr }),
    );
  });
};

describe('to whoever has to rely on what people in office did', () => {
  test('each minute what is new is sealed once, and everybody can write down the root of the day', async () => {
    const { place } = await aConsultation(world);
    await sealLedger(world);
    world.pass(MINUTE);
    await sealLedger(world);
    await write(place, 'one more');
    world.pass(MINUTE);
    await sealLedger(world);
    const roots = await someoneIn(world).ask<DayRoot[]>('GET', `/places/${place.slug}/ledger/roots`);
    const { seals, lines } = await fileOf(place);
    expect(seals.map(({ number }) => number)).toEqual([1, 2]);
    expect(roots).toHaveLength(1);
    expect(roots[0]).toMatchObject({ number: 2, hash: seals[1]?.hash });
    const sealed = seals.flatMap((seal) => seal.lines.map(({ id }) => id as string));
    expect(lines.map(({ id }) => id).filter((id) => !sealed.includes(id))).toHaveLength(lines.length - sealed.length);
    expect(sealed).toHaveLength(new Set(sealed).size);
  });

  test('a line that a slow process wrote minutes after it was begun is sealed too', async () => {
    const place = await aPlace(world);
    const late = writeDown(world, {
      place: place.id,
      role: 'job',
      act: 'end-retention',
      subject: place.id,
      why: 'late',
    });
    world.pass(10 * MINUTE);
    await write(place, 'in between');
    await sealLedger(world);
    world.pass(2 * MINUTE);
    await transact(world.storage, [late]);
    await sealLedger(world);
    world.pass(HOUR);
    await write(place, 'afterwards');
    await sealLedger(world);
    expect(await verify(await fileOf(place))).toMatchObject({
      status: 0,
      told: expect.stringContaining('as it was sealed'),
    });
  });

  test('ten jobs that seal at once make one seal', async () => {
    const place = await aPlace(world);
    const made = await Promise.all(Array.from({ length: 10 }, () => sealLedgerOf(world, place.id)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect((await fileOf(place)).seals).toHaveLength(1);
  });

  test('a line changed in the store is named by the program, also when its seals were made anew', async () => {
    const place = await aPlace(world);
    await write(place, 'what was really said');
    await sealLedger(world);
    const honest = await fileOf(place);
    const line = honest.lines.find(({ why }) => why === 'what was really said') as { id: string };
    const key = keys.ledger(place.id, line.id);
    await put(world.storage, 'records', {
      ...(await get(world.storage, 'records', key)),
      ...key,
      why: 'another thing',
    });
    expect(await verify(await fileOf(place))).toMatchObject({
      status: 1,
      told: expect.stringContaining(`The line ${line.id} was changed`),
    });
    for (const { number } of honest.seals) {
      const { storage } = world;
      await transact(storage, [{ table: 'records', remove: keys.seal(place.id, number) }]);
    }
    await sealLedgerOf(world, place.id);
    expect((await verify(await fileOf(place))).status).toBe(0);
    const byWitness = await verify(await fileOf(place), '--witness', join(folder, 'witness'));
    expect(byWitness).toMatchObject({ status: 1, told: expect.stringContaining(`The line ${line.id}`) });
    // A folder that somebody mistyped is no witness that found nothing wrong.
    const mistyped = await verify(await fileOf(place), '--witness', join(folder, 'witnes'));
    expect(mistyped.status).toBe(2);
    expect(mistyped.told).toContain('keeps no seal of this place');
  });

  test('a witness that cannot be reached gets its copies later, in order and each once', async () => {
    const place = await aPlace(world);
    const kept: number[] = [];
    const own = { ...world, witness: async () => Promise.reject(new Error('no way there')) };
    await sealLedger(own);
    world.pass(MINUTE);
    await write(place, 'more');
    await sealLedger(own);
    await sealLedger({ ...own, witness: async (seal) => void (seal.place === place.id && kept.push(seal.number)) });
    expect(kept).toEqual([1, 2]);
  });

  describe('whose witness is a bucket in the cloud', () => {
    let bucket: Awaited<ReturnType<typeof aBucketServer>>;
    beforeEach(async () => {
      bucket = await aBucketServer();
      for (const [name, value] of Object.entries(bucket.environment)) vi.stubEnv(name, value);
    });
    afterEach(() => {
      vi.unstubAllEnvs();
      bucket.end();
    });

    test('a copy that is there is never written over, and tells of a chain that was made anew', async () => {
      const place = await aPlace(world);
      const own = { ...world, witness: bucketWitness('copies') };
      await write(place, 'what was really said');
      await sealLedger(own);
      const { lines, seals } = await fileOf(place);
      const kept = [...bucket.objects].filter(([key]) => key.startsWith(`copies/${place.id}/`));
      expect(kept.map(([key]) => key)).toEqual([`copies/${place.id}/000000001.json`]);
      const [seal] = seals;
      if (!seal) throw new Error('There is one.');
      await own.witness({ ...seal, hash: 'f'.repeat(64) });
      expect(bucket.objects.get(kept[0]?.[0] ?? '')).toBe(kept[0]?.[1]);
      const changed = lines.map((line) =>
        line.why === 'what was really said' ? { ...line, why: 'other words' } : line,
      );
      const anew = sealNext(undefined, { place: place.id, at: seal.at, lines: changed }, sha256);
      const forged = { lines: changed, seals: anew ? [anew] : [] };
      expect((await verify(forged)).status).toBe(0);
      const byWitness = await verify(forged, '--witness', 's3://copies');
      expect(byWitness).toMatchObject({ status: 1, told: expect.stringContaining('was changed after it was sealed') });
      expect((await verify({ lines, seals }, '--witness', 's3://copies')).status).toBe(0);
    });

    test('a bucket that does not answer is told in a sentence, not taken for silence', async () => {
      const place = await aPlace(world);
      await sealLedger(world);
      bucket.end();
      const { status, told } = await verify(await fileOf(place), '--witness', 's3://copies');
      expect([status, told.includes('as it was sealed')]).toEqual([2, false]);
    });
  });
});
