import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCards } from '#shared/ballots/dealing.ts';
import { CHOICES, choiceOf, encodeVote, mayVote, secondsOf } from '#shared/ballots/rules.ts';

/** mulberry32: the same numbers in every run. */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/** The plainest weight that deals seldom-seen cards first. What the deck really uses is tested where it is made. */
const seldomFirst = ({ exposure }: { exposure: number }): number => 1 / (exposure + 1);

describe('to somebody whose suggestion few have seen', () => {
  test('a card comes first as often as its weight says', () => {
    const cards = [0, 1, 4, 9].map((exposure, i) => ({ item: i + 1, exposure }));
    const total = cards.reduce((sum, { exposure }) => sum + 1 / (exposure + 1), 0);
    const random = seeded(1);
    const first = new Map<number, number>();
    const draws = 20_000;
    for (let i = 0; i < draws; i++) {
      const item = drawCards(cards, seldomFirst, 1, random)[0]?.item ?? 0;
      first.set(item, (first.get(item) ?? 0) + 1);
    }
    for (const { item, exposure } of cards) {
      const expected = 1 / (exposure + 1) / total;
      expect(Math.abs((first.get(item) ?? 0) / draws - expected)).toBeLessThan(
        4 * Math.sqrt((expected * (1 - expected)) / draws),
      );
    }
  });

  test('there is always chance: the most seen card still comes first now and then, and never surely', () => {
    const cards = [
      { item: 1, exposure: 0 },
      { item: 2, exposure: 50 },
    ];
    const random = seeded(2);
    const seen = Array.from({ length: 5000 }, () => drawCards(cards, seldomFirst, 1, random)[0]?.item);
    expect(seen.filter((item) => item === 2).length).toBeGreaterThan(20);
    expect(seen.filter((item) => item === 2).length).toBeLessThan(300);
  });

  test('a new card among a hundred well-known ones is met within a few draws', () => {
    const cards = [
      { item: 1, exposure: 0 },
      ...Array.from({ length: 100 }, (_, i) => ({ item: i + 2, exposure: 200 })),
    ];
    const random = seeded(3);
    const hits = Array.from({ length: 1000 }, () =>
      drawCards(cards, seldomFirst, 5, random).some(({ item }) => item === 1),
    ).filter(Boolean);
    expect(hits.length).toBeGreaterThan(900);
  });
});

describe('to somebody who draws cards', () => {
  test('no card comes twice in one draw, none is invented, and as many come as there are', () => {
    const decks = fc.uniqueArray(
      fc.record({ item: fc.integer({ min: 1, max: 500 }), exposure: fc.integer({ min: 0, max: 100_000 }) }),
      { selector: ({ item }) => item, maxLength: 60 },
    );
    fc.assert(
      fc.property(decks, fc.integer({ min: 0, max: 80 }), fc.integer(), (cards, count, seed) => {
        const drawn = drawCards(cards, seldomFirst, count, seeded(seed));
        expect(drawn.length).toBe(Math.min(count, cards.length));
        expect(new Set(drawn.map(({ item }) => item)).size).toBe(drawn.length);
        for (const card of drawn) expect(cards).toContain(card);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('to a voter, about how her vote is kept', () => {
  test('a stored vote gives back what was chosen and when, to the second', () => {
    for (const choice of CHOICES) {
      for (const seconds of [0, 1, 59.999, 3600, 10 * 365 * 86_400]) {
        expect(choiceOf(encodeVote(choice, seconds))).toBe(choice);
        expect(secondsOf(encodeVote(choice, seconds))).toBe(Math.floor(seconds));
      }
    }
    expect(encodeVote('agree', -5)).toBe(encodeVote('agree', 0));
  });

  test('she is told first of the wrong door, then of missing consent, then of the phase', () => {
    const stages = [
      { phase: 'preparing' as const, from: '2026-01-01T00:00:00.000Z' },
      { phase: 'suggesting' as const, from: '2026-02-01T00:00:00.000Z' },
    ];
    const open = { stages, doors: ['open'] };
    const during = '2026-02-02T00:00:00.000Z';
    expect(mayVote(open, { consent: 'missing', door: 'proved' }, during)).toMatchObject({ reason: 'door-not-open' });
    expect(mayVote(open, { consent: 'missing', door: 'open' }, during)).toMatchObject({ reason: 'consent-missing' });
    expect(mayVote(open, { consent: 'outdated', door: 'open' }, during)).toMatchObject({ reason: 'consent-outdated' });
    expect(mayVote(open, { consent: 'given', door: 'open' }, '2026-01-02T00:00:00.000Z')).toMatchObject({
      reason: 'consultation-in-preparation',
    });
    expect(mayVote(open, { consent: 'given', door: 'open' }, during)).toEqual({ allowed: true });
  });
});
