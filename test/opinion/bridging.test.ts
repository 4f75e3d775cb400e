import { describe, expect, test } from 'vitest';
import { defaultParameters } from '#shared/opinion/parameters.ts';
import { seeded } from '#shared/opinion/random.ts';
import { recount } from '#shared/opinion/recount.ts';
import { bridgingIntercepts, rankCorrelation } from './support/bridging.ts';
import { packed, type Ballot } from './support/packing.ts';
import { conversation, conversations } from './support/polis.ts';

/** How alike the order by what groups share is to that of a method that knows no groups. */
function likeness(name: string): number {
  const { items, ballots } = conversation(name);
  const { snapshot } = recount(ballots, items, undefined, { ...defaultParameters, locales: ['en'] });
  const shared = new Map(snapshot.items.map(({ id, consensus }) => [id, consensus.share]));
  return rankCorrelation(
    bridgingIntercepts(ballots),
    items.map(({ id }) => shared.get(id) ?? Number.NaN),
  );
}

describe('what bridges', () => {
  test.skipIf(conversations.length === 0)('is in the order of Community Notes, which know no groups', () => {
    for (const name of conversations) {
      const found = likeness(name);
      console.info(`${name}: consensus of groups and intercepts without groups, rank correlation ${found.toFixed(3)}`);
      expect(found).toBeGreaterThan(0.8);
    }
  });

  test('is, there too, what both camps want, though more people in all want what the larger camp wants', () => {
    const random = seeded(1);
    // The first of twelve items is wanted by six in ten of either camp, the second by the larger camp alone.
    const share = (camp: number, item: number): number =>
      item === 0 ? 0.6 : item === 1 ? 1 - camp : item % 2 === camp ? 0.9 : 0.1;
    const ballots = Array.from({ length: 200 }, (_, row): Ballot => {
      const camp = row < 140 ? 0 : 1;
      return Array.from({ length: 12 }, (__, item) => [item, random.next() < share(camp, item) ? 1 : -1]);
    });
    const intercepts = bridgingIntercepts(packed(ballots, 12));
    expect(intercepts[0]).toBeGreaterThan(intercepts[1]!);
  });
});
