import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BY_CLOCK } from '#functions/jobs/by-clock.ts';
import { keepGivenUp } from '#functions/operations/given-up.ts';
import { runJob } from '#functions/operations/running.ts';
import { queueMail } from '#functions/mail/outbox.ts';
import { transact } from '#functions/storage/table.ts';
import type { Job } from '#shared/operations/rules.ts';
import type { OperationsView } from '#shared/operations/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import { HOUR, MINUTE } from '#shared/time.ts';
import { aPlace, aStaffMember } from '#test/support/builders.ts';
import type { Ledger } from '#test/support/ledger.ts';
import { refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let place: Place;
let operator: Resident;
beforeEach(async () => {
  world = await aWorld();
  place = await aPlace(world);
  operator = someoneIn(world);
  operator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
});
afterEach(() => world.end());

const view = () => operator.ask<OperationsView>('GET', '/operations');
const standing = async (job: Job) => (await view()).jobs.find((one) => one.job === job);
const acts = async () =>
  (await operator.ask<Ledger>('GET', `/places/${place.slug}/ledger`)).lines.map(
    ({ act, subject }) => `${act} ${subject}`,
  );
const failing = () => Promise.reject(new TypeError('somebody wrote: a secret'));
const run = (job: Job, act: () => Promise<unknown>) => runJob(world, job, act).catch(() => undefined);

describe('to whoever runs the platform, about its jobs', () => {
  test('each job says when it ran last and how that ended; one that nobody starts any more is late', async () => {
    expect(await standing('versions')).toBeUndefined();
    await run('versions', () => BY_CLOCK.versions(world));
    expect(await standing('versions')).toMatchObject({ outcome: 'good', standing: 'well', good: world.now() });
    world.pass(10 * MINUTE);
    await run('versions', failing);
    expect(await standing('versions')).toMatchObject({ outcome: 'failed', code: 'TypeError', standing: 'failing' });
    world.pass(HOUR);
    expect(await standing('versions')).toMatchObject({ standing: 'failing' });
    await run('versions', () => BY_CLOCK.versions(world));
    expect((await standing('versions'))?.code).toBeUndefined();
    world.pass(16 * MINUTE);
    expect(await standing('versions')).toMatchObject({ standing: 'late' });
  });

  test('what failed five times in a row is a dead letter: it rests, and is tried once an hour, or when she says so', async () => {
    let tried = 0;
    const count = () => run('cases', () => (tried++, failing()));
    for (let i = 0; i < 4; i++) await count();
    expect((await view()).deadLetters).toEqual([]);
    await count();
    await count();
    expect(tried).toBe(5);
    expect((await view()).deadLetters).toMatchObject([{ id: 'cases', tries: 5, code: 'TypeError', isAskedFor: false }]);
    expect(JSON.stringify(await view())).not.toContain('secret');
    world.pass(HOUR);
    await count();
    await count();
    expect(tried).toBe(6);
    await operator.ask('POST', '/operations/letters/cases/retry');
    expect((await view()).deadLetters).toMatchObject([{ isAskedFor: true }]);
    await count();
    expect(tried).toBe(7);
    await operator.ask('POST', '/operations/letters/cases/retry');
    await run('cases', () => BY_CLOCK.cases(world));
    expect((await view()).deadLetters).toEqual([]);
    expect(await standing('cases')).toMatchObject({ outcome: 'good' });
    expect(await acts()).toContain('retry-job cases');
  });

  test('a dead letter that she drops is gone, with a line in the ledger; one that is not there is not found', async () => {
    for (let i = 0; i < 5; i++) await run('retention', failing);
    await operator.ask('DELETE', '/operations/letters/retention');
    expect((await view()).deadLetters).toEqual([]);
    expect(await acts()).toContain('drop-letter retention');
    expect(await refusalOf(operator.ask('DELETE', '/operations/letters/retention'))).toBe('not-found');
    expect(await refusalOf(operator.ask('POST', '/operations/letters/x%23y/retry'))).toBe('not-found');
  });

  test('what the cloud gave up stands there too: a run that crashed, a tick that never came, a change nothing reacted to', async () => {
    const requestContext = { requestId: 'r', functionArn: 'arn:f', condition: 'RetriesExhausted' };
    const crashed = { version: '1.0', requestContext: { ...requestContext, approximateInvokeCount: 2 } };
    for (let i = 0; i < 3; i++) {
      await keepGivenUp(world, JSON.stringify({ ...crashed, requestPayload: { job: 'cases' }, responseContext: {} }));
    }
    for (let i = 0; i < 5; i++) await keepGivenUp(world, JSON.stringify({ job: 'storage' }));
    const unseen = { shardId: 's', startSequenceNumber: '4501300000000011', endSequenceNumber: '45', batchSize: 1 };
    await keepGivenUp(world, JSON.stringify({ ...crashed, DDBStreamBatchInfo: unseen }));
    expect((await view()).deadLetters.map(({ id, code, tries, isAskedFor }) => [id, code, tries, isAskedFor])).toEqual([
      ['cases', 'RetriesExhausted', 6, false],
      ['storage', 'never-started', 5, true],
      ['stream~4501300000000011', 'RetriesExhausted', 5, false],
    ]);
    let ran = 0;
    const count = async () => void ran++;
    await run('storage', count);
    await run('cases', count);
    expect(ran).toBe(1);
    await operator.ask('POST', '/operations/letters/cases/retry');
    await run('cases', count);
    expect(ran).toBe(2);
    expect(await refusalOf(operator.ask('POST', '/operations/letters/stream~4501300000000011/retry'))).toBe(
      'not-found',
    );
    await operator.ask('DELETE', '/operations/letters/stream~4501300000000011');
    expect((await view()).deadLetters).toEqual([]);
    for (const odd of ['{}', '{"job":"rm -rf"}', '[]']) await expect(keepGivenUp(world, odd)).rejects.toThrow();
  });

  test('a piece of work that fails keeps no other waiting: the job went through partly', async () => {
    const other = await aPlace(world);
    const sealed: string[] = [];
    const witness = (seal: { place: string }) => (seal.place === other.id ? failing() : void sealed.push(seal.place));
    world.pass(HOUR);
    await run('ledger', () => BY_CLOCK.ledger({ ...world, witness: async (seal) => witness(seal) }));
    expect(await standing('ledger')).toMatchObject({ outcome: 'partly', standing: 'failing' });
    expect(sealed).toContain(place.id);
    await run('ledger', () => BY_CLOCK.ledger(world));
    expect(await standing('ledger')).toMatchObject({ outcome: 'good' });
  });
});

const mailTo = (receiver: string, kind: 'invite' | 'digest' = 'invite') =>
  queueMail(world, {
    receiver,
    about: 'x',
    kind,
    to: `${receiver}@example.org`,
    locale: 'en',
    says: { place: 'Secret' },
  });

describe('to whoever runs the platform, about mails', () => {
  test('she sees how many of which kind wait, failed, and since when, and never to whom or what', async () => {
    const sent: string[] = [];
    const [reached, unreached] = [
      { ...world, mail: async ({ to }: { to: string }) => void sent.push(to) },
      { ...world, mail: failing },
    ];
    await transact(world.storage, [mailTo('anna'), mailTo('bea'), mailTo('carla', 'digest')]);
    await run('mail', () => BY_CLOCK.mail(unreached));
    expect((await view()).mails).toMatchObject({
      isRetryAsked: false,
      kinds: [
        { kind: 'invite', waiting: 0, failed: 2, mostTries: 1 },
        { kind: 'digest', waiting: 0, failed: 1, mostTries: 1 },
      ],
    });
    expect(JSON.stringify(await view())).not.toMatch(/example\.org|Secret/);
    await run('mail', () => BY_CLOCK.mail(reached));
    expect(sent).toEqual([]);
    await operator.ask('POST', '/operations/mails/retry');
    expect((await view()).mails).toMatchObject({ isRetryAsked: true });
    await run('mail', () => BY_CLOCK.mail(reached));
    expect(sent).toHaveLength(3);
    expect((await view()).mails).toMatchObject({ isRetryAsked: false, kinds: [] });
    expect(await acts()).toContain(`retry-mails ${place.id}`);
  });

  test('a hundred and more addresses that nobody can reach keep no other mail waiting', async () => {
    const sent: string[] = [];
    const mail = async ({ to }: { to: string }) => (to.startsWith('a-') ? failing() : void sent.push(to));
    const some = { ...world, mail };
    const wrong = Array.from({ length: 100 }, (_, i) => mailTo(`a-${i}`));
    await transact(world.storage, wrong.slice(0, 50));
    await transact(world.storage, wrong.slice(50));
    await run('mail', () => BY_CLOCK.mail(some));
    await transact(world.storage, [mailTo('zoe')]);
    await run('mail', () => BY_CLOCK.mail(some));
    expect(sent).toEqual(['zoe@example.org']);
  });
});

describe('to whoever runs the platform, about storage and versions', () => {
  test('she sees what each table holds, and which code runs', async () => {
    const exact = { ...world, measureTables: world.engine.measureTables, commit: 'abc' };
    await run('storage', () => BY_CLOCK.storage(exact));
    const { storage, versions } = await view();
    expect(storage).toMatchObject({ isEstimate: false, at: world.now() });
    const records = storage?.tables.find(({ table }) => table === 'records');
    expect(records?.items).toBeGreaterThan(3);
    expect(records?.bytes).toBeGreaterThan(500);
    expect(versions).toMatchObject({
      node: process.version,
      platform: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    });
    await run('storage', () => BY_CLOCK.storage(world));
    expect((await view()).storage).toMatchObject({ isEstimate: true });
  });
});
