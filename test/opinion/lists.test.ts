import { describe, expect, test } from 'vitest';
import { recount } from '#shared/opinion/recount.ts';
import type { Snapshot } from '#shared/opinion/snapshot.ts';
import { seeded, type Random } from '#shared/opinion/random.ts';
import { conversation, conversations } from './support/polis.ts';
import { packed, type About, type Ballot } from './support/packing.ts';
import { parameters, someItems } from './support/town.ts';

/** Two camps that disagree on items 6 to 29; what they say of the first six is the test's to choose. */
type Says = (camp: 0 | 1, item: number, random: Random) => number | undefined;

function aDividedTown(says: Says, of: { people?: number; about?: (row: number) => About } = {}): Snapshot {
  const random = seeded(4);
  const { people = 200, about = () => ({ door: 1 }) } = of;
  const ballots = Array.from({ length: people }, (_, row): Ballot => {
    const camp = row % 5 < 3 ? 0 : 1;
    return Array.from({ length: 30 }, (_unused, item) => item).flatMap((item) => {
      const choice = item < 6 ? says(camp, item, random) : leaning(camp, item, random);
      return choice === undefined ? [] : [[item, choice] as const];
    });
  });
  return recount(packed(ballots, 30, about), someItems(30), undefined, parameters).snapshot;
}

function leaning(camp: 0 | 1, item: number, random: Random): number | undefined {
  if (random.next() < 0.4) return undefined;
  return (random.next() < 0.85 ? 1 : -1) * ((item + camp) % 2 === 0 ? 1 : -1);
}

const mostly = (random: Random, choice: number): number => (random.next() < 0.9 ? choice : -choice);
const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

describe('drafters read', () => {
  const snapshot = aDividedTown((camp, item, random) => {
    if (item === 0) return mostly(random, 1);
    if (item === 1) return mostly(random, -1);
    if (item === 2) return camp === 1 ? mostly(random, 1) : random.below(3) - 1;
    if (item === 3) return mostly(random, camp === 0 ? 1 : -1);
    return item === 4 && random.next() < 0.1 ? 1 : undefined;
  });
  const { all } = snapshot.lists;

  test('what all groups share, and what all of them reject', () => {
    expect(all.shared[0]).toMatchObject({ id: 'a000', direction: 'agree' });
    expect(all.shared.find(({ id }) => id === 'a001')).toMatchObject({ direction: 'disagree' });
    expect(ids(all.shared)).not.toContain('a003');
  });

  test('what one group needs, with its size, beside how the others see it', () => {
    const needed = all.needed.find(({ id }) => id === 'a002')!;
    expect(needed).toMatchObject({ group: 'B' });
    expect(needed.size).toBeCloseTo(0.4, 1);
    expect(needed.low).toBeGreaterThan(0.5);
    expect(needed.elsewhere).toBeLessThan(0.5);
    expect(ids(all.needed)).not.toContain('a000');
  });

  test('what divides, and who stands where', () => {
    expect(all.divides.find(({ id }) => id === 'a003')).toMatchObject({ for: ['A'], against: ['B'] });
    expect(ids(all.divides)).not.toContain('a000');
  });

  test('where there is too little data yet, and how many ballots are missing', () => {
    const { weighed } = snapshot.items[4]!;
    expect(weighed.seen).toBeLessThan(30);
    expect(all.tooLittle).toContainEqual({ id: 'a004', missing: 30 - weighed.seen, unseenIn: [] });
    expect(all.tooLittle.at(-1)).toMatchObject({ id: 'a005', missing: 30 });
    expect([...ids(all.shared), ...ids(all.needed), ...ids(all.divides)]).not.toContain('a004');
  });
});

test('an item leaves "too little data" with 30 ballots of known doors, or with 60 in all', () => {
  const missing = (known: number, open: number): number => {
    const ballots = Array.from({ length: known + open }, (): Ballot => [[0, 1]]);
    const about = (row: number): About => ({ door: row < known ? 1 + (row % 3) : 0 });
    return recount(packed(ballots, 1, about), someItems(1), undefined, parameters).snapshot.items[0]!.missing;
  };
  expect([missing(29, 0), missing(30, 0), missing(0, 59), missing(0, 60), missing(10, 45)]).toEqual([1, 0, 1, 0, 5]);
});

test('the lists say where the open door changed the picture', () => {
  const { lists } = aDividedTown((_, item, random) => (item === 0 ? mostly(random, 1) : undefined), {
    people: 400,
    about: (row) => ({ door: row < 140 ? 1 : 0 }),
  });
  expect(ids(lists.withoutOpenDoor.shared)).toContain('a000');
  const onlyOpen = aDividedTown((_, item, random) => (item === 0 ? mostly(random, 1) : undefined), {
    about: () => ({ door: 0 }),
  }).lists;
  expect(onlyOpen.changedByOpenDoor).toContainEqual({ list: 'shared', id: 'a000', only: 'with' });
  expect(onlyOpen.changedByOpenDoor).toContainEqual({ list: 'tooLittle', id: 'a000', only: 'without' });
});

test('the lists say what is among the ten best-ranked because of the open door, and what is not', () => {
  const items = someItems(12);
  // Every card is met by sixty with handed cards, who like the first ones most, and by sixty others, who like the last.
  const ballots = Array.from({ length: 120 }, (_, row): Ballot =>
    items.map((__, item) => [item, row % 60 < 20 + 3 * (row < 60 ? 12 - item : item === 11 ? 13 : 4) ? 1 : -1]),
  );
  const about = (row: number): About => ({ door: row < 60 ? 1 : 0 });
  const { lists, items: figures } = recount(packed(ballots, 12, about), items, undefined, parameters).snapshot;
  const last = figures.find(({ id }) => id === 'a011')!;
  expect(last.rank).toBeLessThanOrEqual(10);
  expect(lists.changedByOpenDoor).toContainEqual({ list: 'first', id: 'a011', only: 'with' });
  const moved = lists.changedByOpenDoor.filter(({ list }) => list === 'first');
  expect(moved.filter(({ only }) => only === 'with')).toHaveLength(
    moved.filter(({ only }) => only === 'without').length,
  );
});

test('an item that nobody in a language has met says so wherever it is listed', () => {
  const snapshot = aDividedTown((_, item, random) => (item < 2 ? mostly(random, 1) : undefined), {
    about: (row) => ({ door: 1, language: row < 20 ? 2 : row < 25 ? 1 : 0 }),
  });
  const untouched = snapshot.items[0]!;
  expect(untouched.unseenIn).toEqual([]);
  expect(untouched.seenIn).toMatchObject({ ar: 20, en: 5 });
  expect(snapshot.items[5]!.unseenIn).toEqual(['ar', 'de']);
  expect(snapshot.lists.all.tooLittle.find(({ id }) => id === 'a005')!.unseenIn).toEqual(['ar', 'de']);
});

test('an item met far too often through the open door is believed only as far as the deck deals', () => {
  const says: Says = (_, item, random) => (item === 0 ? undefined : item < 6 ? mostly(random, 1) : undefined);
  const honest = (row: number): About => ({ door: row < 150 ? 1 : 0 });
  const plain = aDividedTown(says, { people: 300, about: honest });
  expect(plain.weights.balanced).toEqual({ items: 0, votes: 0 });
  const pushed = aDividedTown(
    (camp, item, random) => (item === 0 ? (random.next() < 0.9 ? 1 : undefined) : says(camp, item, random)),
    { people: 300, about: honest },
  );
  expect(pushed.items[0]!.believed).toBe(1);
  const ballots = Array.from({ length: 300 }, (_, row): Ballot => {
    const random = seeded(row);
    const votes = Array.from({ length: 29 }, (_unused, j) => j + 1).flatMap((j) =>
      random.next() < 0.5 ? [[j, random.below(3) - 1] as const] : [],
    );
    return row >= 150 ? [[0, 1], ...votes] : row % 30 === 0 ? [[0, -1], ...votes] : votes;
  });
  const { items, weights } = recount(packed(ballots, 30, honest), someItems(30), undefined, parameters).snapshot;
  expect(items[0]!.believed).toBeLessThan(0.2);
  expect(items[0]!.missing).toBeGreaterThan(0);
  expect(items.slice(1).every(({ believed }) => believed === 1)).toBe(true);
  expect(weights.balanced.items).toBe(1);
});

test.skipIf(conversations.length === 0)(
  'a mediator who came early, or ballots imported from elsewhere, make no later item doubtful',
  () => {
    for (const name of conversations) {
      const { items, ballots } = conversation(name);
      for (const door of [1, 3]) {
        // The exports list people in the order they came.
        const early = Uint8Array.from({ length: ballots.rows }, (_, row) => (row < ballots.rows / 3 ? door : 0));
        const { snapshot } = recount({ ...ballots, door: early }, items, undefined, parameters);
        expect(snapshot.weights.balanced.items).toBeLessThanOrEqual(door === 3 ? 0 : 0.05 * items.length);
        expect(snapshot.items.every(({ believed }) => believed > 0.5)).toBe(true);
      }
    }
  },
);

test('the map never shows fewer than five people at a point, and shows about everybody', () => {
  const { map, groups } = aDividedTown((_, item, random) => (item === 0 ? mostly(random, 1) : undefined));
  expect(map.every(({ people }) => people >= 5)).toBe(true);
  expect(map.reduce((sum, { people }) => sum + people, 0)).toBe(200);
  expect(new Set(map.map(({ group }) => group))).toEqual(new Set(groups.list.map(({ label }) => label)));
});
