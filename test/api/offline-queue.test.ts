import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Choice } from '#shared/ballots/rules.ts';
import { SECOND } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { countByHand, publishedResult, talliesIn } from '#test/support/count.ts';
import { participants } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const PASSAGES = 5;
const ROUNDS = process.env.FULL ? 40 : 8;

/** One write of a device: some votes, and how often and how much later its copies arrive. */
const write = fc.record({
  votes: fc.array(
    fc.record({
      passage: fc.nat({ max: PASSAGES - 1 }),
      choice: fc.constantFrom<Choice>('agree', 'disagree', 'pass', 'withdrawn'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  copies: fc.oneof({ weight: 7, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) }),
  late: fc.integer({ min: 0, max: 12 }),
});
const queues = fc.array(fc.array(write, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 4 });

describe('to voters with a bad connection', () => {
  test(`whatever they send, with three writes in ten arriving again late and out of order, the count is the truth (${ROUNDS} rounds)`, async () => {
    await fc.assert(
      fc.asyncProperty(queues, async (given) => {
        const made = await aConsultation(world, { phase: 'deliberating', passages: PASSAGES });
        const people = await participants(world, made.consultation, given.length);
        const truth = people.map(() => new Map<number, Choice>());
        await Promise.all(
          given.map(async (writes, i) => {
            const person = people[i];
            if (!person) return;
            const begin = person.lastNumber();
            const late: { at: number; send: () => Promise<{ outcome: string }> }[] = [];
            for (const [step, { votes, copies, late: by }] of writes.entries()) {
              const cast = votes.map(({ passage, choice }) => ({ item: made.passages[passage]?.item ?? 0, choice }));
              const send = () => person.cast(made.consultation.id, cast, begin + 1 + step);
              expect(await send()).toEqual({ outcome: 'stored' });
              for (const { item, choice } of cast) truth[i]?.set(item, choice);
              for (let copy = 0; copy < copies; copy++) late.push({ at: step + by * (copy + 1), send });
              for (const due of late.filter(({ at }) => at === step))
                expect(await due.send()).toEqual({ outcome: 'already-stored' });
              world.pass(SECOND);
            }
            for (const rest of late.filter(({ at }) => at >= writes.length).toReversed()) {
              expect(await rest.send()).toEqual({ outcome: 'already-stored' });
            }
          }),
        );
        const result = await publishedResult(world, made);
        expect(talliesIn(result)).toEqual(countByHand(truth));
        for (const [i, person] of people.entries()) {
          const own = Object.fromEntries(
            (await person.ballot(made.consultation.id)).votes.map(({ item, choice }) => [item, choice]),
          );
          expect(own).toEqual(Object.fromEntries([...(truth[i] ?? [])].filter(([, choice]) => choice !== 'withdrawn')));
        }
      }),
      { seed: 11, numRuns: ROUNDS },
    );
  });
});
