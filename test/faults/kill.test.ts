import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHOICES, type Choice } from '#shared/ballots/rules.ts';
import { aConsultation, type TestConsultation } from '#test/support/builders.ts';
import { countByHand, countNow, type Tallies } from '#test/support/count.ts';
import {
  aStoreFolder,
  endAll,
  killAtOnce,
  serveIn,
  untilReady,
  withStore,
  type Running,
} from '#test/support/platform.ts';
import { aResident, type Resident } from '#test/support/resident.ts';

const ROUNDS = process.env.FULL ? 20 : 8;
const WRITERS = 8;

const store = aStoreFolder();
let made: TestConsultation;
const started: Running[] = [];
beforeAll(async () => {
  made = await withStore(store, (world) => aConsultation(world, { phase: 'deliberating', passages: 20 }));
});
afterAll(() => {
  endAll(started);
  store.remove();
});

const start = async (): Promise<Running> => {
  const running = await serveIn(store);
  started.push(running);
  await untilReady(running);
  return running;
};

/** Somebody who votes without a pause until nobody answers any more, and remembers what was acknowledged. */
type Writer = {
  person: Resident;
  acknowledged: Map<number, Choice>;
  pending?: { item: number; choice: Choice; number: number } | undefined;
};
const WHO_DIES = ['platform and store', 'platform', 'store', 'store and platform'] as const;

describe('to a voter, when the machine dies', () => {
  test(`an acknowledged vote is never lost, never counted twice and never undone: ${ROUNDS} rounds of kill -9 between one acknowledgement and the next (FULL=1 takes 20)`, async () => {
    let address = '';
    let dice = 42;
    const throwDice = (sides: number): number => (dice = (dice * 48_271) % 2_147_483_647) % sides;
    const writers: Writer[] = [];
    let acknowledged = 0;
    let interrupted = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const running = await start();
      address = running.address;
      if (writers.length === 0) {
        for (let i = 0; i < WRITERS; i++) {
          const person = aResident((path, init) => fetch(address + path, init));
          await person.join(made.consultation.id);
          writers.push({ person, acknowledged: new Map() });
        }
      }
      const engine = running.engine();
      const victims = WHO_DIES[round % WHO_DIES.length] ?? '';
      let left = 20 + throwDice(80);
      const strike = (): void => {
        const [first, second] = victims.startsWith('store') ? [engine, running.child.pid] : [running.child.pid, engine];
        killAtOnce(first);
        if (victims.includes('and')) killAtOnce(second);
      };
      await Promise.all(
        writers.map(async (writer) => {
          const { person } = writer;
          try {
            if (writer.pending) {
              const { item, choice, number } = writer.pending;
              await person.cast(made.consultation.id, [{ item, choice }], number);
              writer.acknowledged.set(item, choice);
              writer.pending = undefined;
            }
            for (;;) {
              const item = made.passages[throwDice(20)]?.item ?? 0;
              const choice = CHOICES[throwDice(4)] ?? 'pass';
              writer.pending = { item, choice, number: person.lastNumber() + 1 };
              await person.vote(made.consultation.id, item, choice);
              writer.acknowledged.set(item, choice);
              writer.pending = undefined;
              acknowledged++;
              if (--left === 0) strike();
            }
          } catch {
            if (writer.pending) interrupted++;
          }
        }),
      );
      expect(left).toBeLessThanOrEqual(0);
      const code = await running.ended;
      if (victims === 'store') {
        expect(code).toBe(1);
        expect(running.said()).toContain(
          'The store has stopped by itself. Nothing that was acknowledged is lost; start again.',
        );
      }
    }
    const last = await start();
    address = last.address;
    for (const { person, acknowledged: said, pending } of writers) {
      if (pending) {
        await person.cast(made.consultation.id, [{ item: pending.item, choice: pending.choice }], pending.number);
        said.set(pending.item, pending.choice);
      }
      const own = (await person.ballot(made.consultation.id)).votes.map(({ item, choice }) => [item, choice]);
      expect(Object.fromEntries(own)).toEqual(
        Object.fromEntries([...said].filter(([, choice]) => choice !== 'withdrawn')),
      );
    }
    last.child.kill('SIGTERM');
    expect(await last.ended).toBe(0);
    const counted = await withStore(store, (world) => countNow(world, made.consultation.id));
    const tallies: Tallies = Object.fromEntries(counted.items.map(({ item, dealt }) => [item, dealt]));
    expect(tallies).toEqual(countByHand(writers.map(({ acknowledged: said }) => said)));
    console.info(`${ROUNDS} rounds, ${acknowledged} acknowledged votes, ${interrupted} cut off and sent again, 0 lost`);
  }, 300_000);
});
