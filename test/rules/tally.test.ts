import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOORS } from '#shared/consultations/rules.ts';
import { createCount, exposureIn, lowerBound, ranked, type CountedBallot } from '#shared/opinion/tally.ts';

const ballots = fc.array(
  fc.record({
    door: fc.constantFrom(...DOORS),
    language: fc.constantFrom('en', 'it', 'ar'),
    votes: fc.uniqueArray(
      fc.record({
        item: fc.integer({ min: 1, max: 8 }),
        choice: fc.constantFrom('agree', 'disagree', 'pass'),
        dealt: fc.boolean(),
      }),
      { selector: ({ item }) => item, maxLength: 8 },
    ),
  }),
  { maxLength: 40 },
) as fc.Arbitrary<CountedBallot[]>;

describe('to everybody who reads a result', () => {
  test('how sure we are follows the formula of Wilson: figures worked out by hand', () => {
    expect(lowerBound({ agree: 0, disagree: 0 })).toBe(0);
    expect(lowerBound({ agree: 0, disagree: 5 })).toBe(0);
    expect(lowerBound({ agree: 1, disagree: 0 })).toBeCloseTo(0.3784, 3);
    expect(lowerBound({ agree: 10, disagree: 0 })).toBeCloseTo(0.8589, 3);
    expect(lowerBound({ agree: 50, disagree: 50 })).toBeCloseTo(0.4364, 3);
  });

  test('more voices of the same mind rank higher, one more against ranks lower, and it never exceeds the share', () => {
    const count = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(count, count, (agree, disagree) => {
        const bound = lowerBound({ agree, disagree });
        expect(bound).toBeGreaterThanOrEqual(0);
        if (agree + disagree > 0) expect(bound).toBeLessThanOrEqual(agree / (agree + disagree));
        expect(lowerBound({ agree: agree + 1, disagree })).toBeGreaterThanOrEqual(bound);
        expect(lowerBound({ agree, disagree: disagree + 1 })).toBeLessThanOrEqual(bound);
      }),
      { seed: 6, numRuns: 1000 },
    );
  });

  test('the count equals one made another way, whatever the ballots and their order', () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const count = createCount();
        for (const ballot of given) count.add(ballot);
        const backwards = createCount();
        for (const ballot of given.toReversed()) backwards.add(ballot);
        const sorted = (rows: unknown): string =>
          JSON.stringify(rows, (_, value: unknown) =>
            value && typeof value === 'object' && !Array.isArray(value)
              ? Object.fromEntries(Object.entries(value).sort())
              : value,
          );
        expect(sorted(backwards.rows())).toBe(sorted(count.rows()));
        expect(count.ballots()).toBe(given.filter(({ votes }) => [...votes].length > 0).length);
        const every = given.flatMap(({ door, language, votes }) =>
          [...votes].map((vote) => ({ ...vote, door, language })),
        );
        for (const row of count.rows()) {
          const here = every.filter(({ item }) => item === row.item);
          const of = (choice: string, test: (vote: (typeof here)[number]) => boolean) =>
            here.filter((vote) => vote.choice === choice && test(vote)).length;
          for (const choice of ['agree', 'disagree', 'pass'] as const) {
            expect(row.dealt[choice]).toBe(of(choice, ({ dealt }) => dealt));
            expect(row.linked[choice]).toBe(of(choice, ({ dealt }) => !dealt));
            expect(row.imported[choice]).toBe(of(choice, ({ dealt, door }) => dealt && door === 'imported'));
            for (const door of DOORS)
              expect(row.doors[door][choice]).toBe(of(choice, (vote) => vote.dealt && vote.door === door));
          }
          expect(exposureIn(row)).toBe(Object.values(row.exposure).reduce((sum, n) => sum + n, 0));
        }
        expect(count.rows().length).toBe(new Set(every.map(({ item }) => item)).size);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('the ranking is the same whatever order the rows come in', () => {
    const count = createCount();
    const votes = (dealt: [number, 'agree' | 'disagree'][]): CountedBallot => ({
      door: 'open',
      language: 'en',
      votes: dealt.map(([item, choice]) => ({ item, choice, dealt: true })),
    });
    count.add(
      votes([
        [1, 'agree'],
        [2, 'agree'],
        [3, 'disagree'],
        [4, 'agree'],
      ]),
    );
    count.add(
      votes([
        [1, 'agree'],
        [2, 'disagree'],
      ]),
    );
    const rows = count.rows();
    expect(ranked(rows).map(({ item }) => item)).toEqual([1, 4, 2, 3]);
    expect(ranked(rows.toReversed())).toEqual(ranked(rows));
  });

  test('a vote reached by a link never moves the rank', () => {
    const count = createCount();
    count.add({ door: 'open', language: 'en', votes: [{ item: 1, choice: 'agree', dealt: false }] });
    expect(count.rows()[0]).toMatchObject({ lowerBound: 0, linked: { agree: 1 }, dealt: { agree: 0 }, exposure: {} });
  });
});
