import { describe, expect, test } from 'vitest';
import { dealingWeights } from '#shared/opinion/dealing.ts';
import { recount } from '#shared/opinion/recount.ts';
import { packed, type Ballot } from './support/packing.ts';
import { aTown, packedTown, parameters, someItems } from './support/town.ts';

/** Forty people, by item how many of them met it and how each tenth of those voted. */
function snapshotOf(met: readonly number[], choice: (item: number, person: number) => number, language = 1) {
  const ballots = Array.from({ length: 40 }, (_, person): Ballot =>
    met.flatMap((count, item) => (person < count ? [[item, choice(item, person)] as const] : [])),
  );
  const about = () => ({ door: 1, language });
  return recount(packed(ballots, met.length, about), someItems(met.length), undefined, parameters).snapshot;
}

describe('dealing weights', () => {
  test('are chances: they add up to one, and no card ever has none', () => {
    const town = aTown({ people: 150, items: 50, votes: 20 });
    const weights = dealingWeights(recount(packedTown(town), town.items, undefined, parameters).snapshot, ['de']);
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.2 / 50);
  });

  test('prefer what few have met', () => {
    const weights = dealingWeights(
      snapshotOf([40, 20, 0], () => 1),
      ['en'],
    );
    expect(weights[2]).toBeGreaterThan(2 * weights[1]!);
    expect(weights[1]).toBeGreaterThan(weights[0]!);
  });

  test('prefer what few have met in the languages she reads', () => {
    const snapshot = snapshotOf([40, 40], () => 1);
    const [other] = dealingWeights(
      {
        ...snapshot,
        items: snapshot.items.map((item, j) =>
          j === 0 ? { ...item, seenIn: { en: 40 } } : { ...item, seenIn: { ar: 40 } },
        ),
      },
      ['ar'],
    );
    expect(other).toBeGreaterThan(0.8);
  });

  test('prefer what may be wanted, and leave what most people pass for later', () => {
    const weights = dealingWeights(
      snapshotOf([30, 30, 30], (item) => [1, -1, 0][item]!),
      ['en'],
    );
    expect(weights[0]).toBeGreaterThan(weights[1]!);
    expect(weights[1]).toBeGreaterThanOrEqual(weights[2]!);
  });

  test('are even when nothing has happened', () => {
    const weights = dealingWeights(recount(packed([], 4), someItems(4), undefined, parameters).snapshot, ['en']);
    expect(Array.from(weights, (one) => one.toFixed(12))).toEqual(Array(4).fill('0.250000000000'));
    expect(dealingWeights(recount(packed([], 0), [], undefined, parameters).snapshot, [])).toHaveLength(0);
  });
});
