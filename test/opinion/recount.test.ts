import { describe, expect, test } from 'vitest';
import { recount } from '#shared/opinion/recount.ts';
import { seeded } from '#shared/opinion/random.ts';
import { snapshotText } from '#shared/opinion/snapshot.ts';
import { conversation, conversations } from './support/polis.ts';
import { packed, unpacked } from './support/packing.ts';
import { aTown, packedTown, parameters, shuffledItems, shuffledPeople, type Town } from './support/town.ts';

const textOf = (town: Town): string =>
  snapshotText(recount(packedTown(town), town.items, undefined, parameters).snapshot);

describe('the same ballots', () => {
  test('give the same bytes in 100 orders of people and items', () => {
    const town = aTown({ people: 90, items: 30, votes: 14 });
    town.about[3] = { ...town.about[3]!, linked: [town.ballots[3]![0]![0]] };
    const expected = textOf(town);
    const random = seeded(5);
    for (let i = 0; i < 100; i++) expect(textOf(shuffledItems(shuffledPeople(town, random), random))).toBe(expected);
  });

  test('give the same bytes from the same previous snapshot, which is part of the input', () => {
    const before = aTown({ people: 150, items: 30, votes: 15, seed: 2 });
    const { snapshot } = recount(packedTown(before), before.items, undefined, parameters);
    const town = aTown({ people: 200, items: 30, votes: 15, seed: 2 });
    const again = shuffledPeople(town, seeded(9));
    const texts = [town, again].map((one) =>
      snapshotText(recount(packedTown(one), one.items, JSON.parse(snapshotText(snapshot)), parameters).snapshot),
    );
    expect(texts[0]).toBe(texts[1]);
  });

  test.skipIf(conversations.length === 0)('of a real conversation too', () => {
    const { items, ballots } = conversation('brexit-consensus');
    const town: Town = {
      items,
      ballots: unpacked(ballots),
      about: unpacked(ballots).map((_, row) => ({ door: row % 3 })),
    };
    const random = seeded(6);
    const expected = textOf(town);
    for (let i = 0; i < 10; i++) expect(textOf(shuffledItems(shuffledPeople(town, random), random))).toBe(expected);
  });
});

describe('a recount', () => {
  test('survives a consultation in which nothing has happened yet', () => {
    const none = recount(packed([], 0), [], undefined, parameters);
    expect(none.snapshot).toMatchObject({ ballots: 0, items: [], groups: { count: 0, reason: 'too-few-people' } });
    const silent = recount(packed([[], []], 2), aTown({ people: 0, items: 2, votes: 1 }).items, undefined, parameters);
    expect(silent.snapshot.items[0]).toMatchObject({ rank: null, missing: 30, weighed: { agree: 0, seen: 0 } });
    expect(silent.snapshot.lists.all.tooLittle).toHaveLength(2);
  });

  test('says which group each ballot is in, in the order the ballots came', () => {
    const town = aTown({ people: 300, items: 30, votes: 20, camps: [0.5, 0.5], seed: 3, door: 1 });
    const there = recount(packedTown(town), town.items, undefined, parameters);
    const turned = { ...town, ballots: town.ballots.toReversed(), about: town.about.toReversed() };
    const back = recount(packedTown(turned), town.items, undefined, parameters);
    expect(there.snapshot.groups.count).toBe(2);
    expect(back.group.toReversed()).toEqual(there.group);
  });

  test('keeps votes reached by a link out of every figure but their own', () => {
    const town = aTown({ people: 100, items: 20, votes: 12, seed: 4 });
    const plain = recount(packedTown(town), town.items, undefined, parameters).snapshot;
    town.ballots.push([[7, 1]], [[7, 1]], [[7, -1]]);
    town.about.push({ door: 0, linked: [7] }, { door: 1, linked: [7] }, { door: 0, linked: [7] });
    const after = recount(packedTown(town), town.items, undefined, parameters).snapshot;
    expect(after.items[7]!.linked).toEqual({ agree: 2, disagree: 1, pass: 0 });
    expect(after.lists.all.linked).toEqual([{ id: 'a007', agree: 2, disagree: 1, pass: 0 }]);
    expect(after.items.map(({ linked: _, ...item }) => item)).toEqual(
      plain.items.map(({ linked: _, ...item }) => item),
    );
  });

  test('counts a vote on a merged suggestion for the one it was merged into, and nobody twice', () => {
    const items = aTown({ people: 0, items: 3, votes: 1 }).items;
    items[0] = { ...items[0]!, merged: 'a002' };
    const ballots = packed(
      [
        [[0, 1]],
        [
          [0, 1],
          [2, -1],
        ],
        [[2, 1]],
      ],
      3,
    );
    const { snapshot } = recount(ballots, items, undefined, parameters);
    expect(snapshot.items.map((item) => item.id)).toEqual(['a001', 'a002']);
    expect(snapshot.items[1]!.weighed).toEqual({ agree: 2, disagree: 1, seen: 3 });
  });

  test('refuses ballots that do not fit together', () => {
    const { items } = aTown({ people: 0, items: 3, votes: 1 });
    const good = packed(
      [
        [
          [0, 1],
          [2, -1],
        ],
      ],
      3,
    );
    const refused = (change: Partial<typeof good>, list = items) =>
      expect(() => recount({ ...good, ...change }, list, undefined, parameters)).toThrow(RangeError);
    refused({ items: 4 });
    refused({ item: Uint32Array.of(2, 0) });
    refused({ item: Uint32Array.of(2, 2) });
    refused({ item: Uint32Array.of(0, 3) });
    refused({ language: Uint8Array.of(9) });
    refused({ way: new Uint8Array(1) });
    refused({ way: Uint8Array.of(0, 2) });
    refused({ choice: Int8Array.of(1, 2) });
    refused({ door: Uint8Array.of(4) });
    refused({}, [items[0]!, items[0]!, items[2]!]);
    refused({}, [{ ...items[0]!, merged: 'nowhere' }, items[1]!, items[2]!]);
    refused({}, [{ ...items[0]!, merged: 'a001' }, { ...items[1]!, merged: 'a000' }, items[2]!]);
  });
});
