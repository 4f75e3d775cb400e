import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { markStore } from '#functions/local/store-kind.ts';
import { aConsultation } from '#test/support/builders.ts';
import {
  aStoreFolder,
  endAll,
  isAlive,
  killAtOnce,
  serveIn,
  untilReady,
  withStore,
  type Running,
  type StoreFolder,
} from '#test/support/platform.ts';
import { aResident } from '#test/support/resident.ts';

const stores: StoreFolder[] = [];
const started: Running[] = [];
const aStore = (): StoreFolder => {
  const store = aStoreFolder();
  stores.push(store);
  return store;
};
const serve = async (...given: Parameters<typeof serveIn>): Promise<Running> => {
  const running = await serveIn(...given);
  started.push(running);
  return running;
};
afterEach(() => {
  endAll(started.splice(0));
});
afterAll(() => {
  for (const store of stores) store.remove();
});

/** That it ended with an error, and said one plain sentence without a stack. */
const refusal = async (running: Running): Promise<string> => {
  expect(await running.ended).toBe(1);
  expect(running.said()).not.toMatch(/\n\s+at |node:internal/);
  expect(running.said().trim().split('\n')).toHaveLength(1);
  return running.said();
};

describe('to the operator who starts and stops it', () => {
  test('Ctrl-C ends all of it, its store too, and a second start finds what was there', async () => {
    const store = aStore();
    const made = await withStore(store, (world) => aConsultation(world));
    const first = await serve(store);
    await untilReady(first);
    const anna = aResident((path, init) => fetch(first.address + path, init));
    await anna.join(made.consultation.id);
    await anna.vote(made.consultation.id, made.passages[0]?.item ?? 0, 'agree');
    await anna.suggest(made.consultation.id, 'Benches.');
    const engine = first.engine() ?? 0;
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(isAlive(engine)).toBe(false);
    const second = await serve(store);
    await untilReady(second);
    const again = aResident((path, init) => fetch(second.address + path, init));
    again.useCookie(anna.cookie());
    expect((await again.ballot(made.consultation.id)).votes).toHaveLength(1);
    await expect.poll(second.said).toContain(`data in ${store.folder}`);
  });

  test('a request under way when it is stopped is answered', async () => {
    const store = aStore();
    const made = await withStore(store, (world) => aConsultation(world));
    const running = await serve(store);
    await untilReady(running);
    const anna = aResident((path, init) => fetch(running.address + path, init));
    await anna.join(made.consultation.id);
    const begin = anna.lastNumber();
    let sent = 0;
    const answered: number[] = [];
    const writing = (async () => {
      for (; sent < 2000;) {
        const number = begin + ++sent;
        try {
          await anna.cast(
            made.consultation.id,
            [{ item: made.passages[sent % 3]?.item ?? 0, choice: 'agree' }],
            number,
          );
          answered.push(number);
        } catch {
          return;
        }
        if (sent === 20) running.child.kill('SIGTERM');
      }
    })();
    await writing;
    expect(await running.ended).toBe(0);
    expect(answered.length).toBeGreaterThanOrEqual(20);
  });

  test('after a kill of the platform alone it starts again, and two stores never run on one file', async () => {
    const store = aStore();
    const made = await withStore(store, (world) => aConsultation(world));
    const first = await serve(store);
    await untilReady(first);
    const anna = aResident((path, init) => fetch(first.address + path, init));
    await anna.join(made.consultation.id);
    await anna.vote(made.consultation.id, made.passages[0]?.item ?? 0, 'agree');
    const left = first.engine() ?? 0;
    killAtOnce(first.child.pid);
    await first.ended;
    const second = await serve(store);
    await untilReady(second);
    const stillThere = isAlive(left);
    if (stillThere) killAtOnce(left);
    expect(stillThere).toBe(false);
    const again = aResident((path, init) => fetch(second.address + path, init));
    again.useCookie(anna.cookie());
    expect((await again.ballot(made.consultation.id)).votes).toHaveLength(1);
  });

  test('a port that is taken gets a plain sentence that says what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const said = await refusal(await serve(aStore(), { PORT: String(port) }));
    other.close();
    expect(said).toMatch(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1}`);
  });

  test('a store that is broken gets a plain sentence', async () => {
    const store = aStore();
    mkdirSync(store.folder, { recursive: true });
    writeFileSync(join(store.folder, 'store.sqlite'), 'this is not a database, it is a sentence '.repeat(200));
    expect(await refusal(await serve(store))).toContain(
      'The store could not be opened: its file is damaged, or another program is using it.',
    );
  });

  test('production refuses the store of a demo town, and touches nothing in it', async () => {
    const store = aStore();
    await withStore(store, (world) => markStore(world, { kind: 'demo' }));
    expect(await refusal(await serve(store))).toContain(
      'This store holds a demo town. Name another folder with DATA_DIR.',
    );
  });

  test('production wants its secret: a file of its own, long enough, and not among the data', async () => {
    const store = aStore();
    const short = join(store.secretFile, '../short');
    writeFileSync(short, 'too short');
    mkdirSync(store.folder, { recursive: true });
    writeFileSync(join(store.folder, 'inside'), 'x'.repeat(64));
    const cases: [string, RegExp][] = [
      ['', /SECRET_FILE is missing: name a file with at least 32 random bytes/],
      [
        join(store.folder, 'nothing-there-but-outside').replace(store.folder, `${store.folder}-elsewhere`),
        /there is no such file/,
      ],
      [join(store.folder, 'inside'), /SECRET_FILE lies in the data folder; keep it elsewhere/],
      [short, /The secret is too short: at least 32 random bytes/],
    ];
    for (const [secret, sentence] of cases)
      expect(await refusal(await serve(store, { SECRET_FILE: secret }))).toMatch(sentence);
    expect(readdirSync(store.folder)).not.toContain('store.sqlite');
  });

  test('settings that are not valid are named', async () => {
    expect(await refusal(await serve(aStore(), { PORT: 'eighty', PROXIES: '-1' }))).toContain(
      'These settings are not valid: PORT, PROXIES.',
    );
  });

  test('a new store has no place in it: production seeds nothing, and prints the link that opens the first', async () => {
    const running = await serve(aStore());
    await untilReady(running);
    await expect
      .poll(running.said)
      .toMatch(
        /There is no place yet\. This link opens the first one.*\nhttp:\/\/localhost:\d+\/en\/first-run\/[\w-]{43}\n/,
      );
    expect(await (await fetch(`${running.address}/api/places`)).json()).toEqual([]);
    expect((await fetch(`${running.address}/demo`)).status).toBe(404);
    expect(
      (
        await fetch(`${running.address}/demo/sign-in`, {
          method: 'POST',
          body: new URLSearchParams({ role: 'coordinator' }),
        })
      ).status,
    ).toBeGreaterThanOrEqual(400);
  });
});
