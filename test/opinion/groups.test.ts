import { describe, expect, test } from 'vitest';
import { byAllVotes } from '#shared/opinion/all-votes.ts';
import { recount } from '#shared/opinion/recount.ts';
import { seeded, type Random } from '#shared/opinion/random.ts';
import type { PackedBallots } from '#shared/opinion/packed.ts';
import type { Snapshot } from '#shared/opinion/snapshot.ts';
import { labelNumber, labelsFor, type Profile } from '#shared/opinion/labels.ts';
import { adjustedRand } from './support/adjusted-rand.ts';
import { packedScene, sceneOf, withHonestBlock } from './support/attacks.ts';
import { conversation, conversations } from './support/polis.ts';
import { packed, unpacked } from './support/packing.ts';
import { aTown, packedTown, parameters } from './support/town.ts';

/** Twenty seeds with FULL=1, two without. */
const runs = process.env['FULL'] === undefined ? 2 : 20;
const patience = { timeout: 600_000 };

/** The same votes per column, handed out anew among those who voted on it. */
function withoutStructure(ballots: PackedBallots, random: Random): PackedBallots {
  const choice = Int8Array.from(ballots.choice);
  const columns = Array.from({ length: ballots.items }, (): number[] => []);
  ballots.item.forEach((item, vote) => columns[item]!.push(vote));
  for (const column of columns) {
    for (let i = column.length - 1; i > 0; i--) {
      const [a, b] = [column[i]!, column[random.below(i + 1)]!];
      [choice[a], choice[b]] = [choice[b]!, choice[a]!];
    }
  }
  return { ...ballots, choice };
}

describe('opinion groups', () => {
  test('are found where they are, with everybody in the right one', () => {
    const town = aTown({ people: 400, items: 40, votes: 25, camps: [0.6, 0.4], seed: 5, door: 1 });
    const { snapshot } = recount(packedTown(town), town.items, undefined, parameters);
    expect(snapshot.groups.count).toBe(2);
    expect(snapshot.groups.list.map(({ label }) => label)).toEqual(['A', 'B']);
    expect(snapshot.groups.list[0]!.share).toBeGreaterThan(0.55);
    expect(snapshot.groups.list[0]!.share).toBeLessThan(0.65);
  });

  test('are corrected by what the map does not show: who stands near a group and thinks otherwise is not in it', () => {
    // Two camps of 20 differ on the first ten of 20 items; the last person is put with the first and votes like the second.
    const camp = (choice: number): [number, number][] => Array.from({ length: 20 }, (_, j) => [j, j < 10 ? choice : 1]);
    const ballots = [...Array.from({ length: 40 }, (_, row) => camp(row < 20 ? 1 : -1)), camp(-1).slice(2, 9)];
    const start = Uint32Array.from({ length: 42 }, (_, row) => ballots.slice(0, row).flat().length);
    const token = Uint32Array.from(ballots.flat(), ([item, choice]) => 3 * item + choice + 1);
    const rows = Uint32Array.from(ballots.keys());
    const votes = { items: 20, rows, start, token, weight: new Float64Array(41).fill(1) };
    const label = Uint8Array.from(rows, (row) => (row < 20 || row === 40 ? 0 : 1));
    expect([...byAllVotes(votes, label, 2)]).toEqual([...rows].map((row) => (row < 20 ? 0 : 1)));
  });

  test('that were published stay, with their names, when more ballots only blur them', () => {
    const town = aTown({ people: 54, items: 16, votes: 7, camps: [0.5, 0.5], seed: 28, door: 1 });
    const early = { ...town, ballots: town.ballots.slice(0, 36), about: town.about.slice(0, 36) };
    const labels = (of: typeof town, previous?: Snapshot): string[] =>
      recount(packedTown(of), of.items, previous, parameters).snapshot.groups.list.map(({ label }) => label);
    const before = recount(packedTown(early), town.items, undefined, parameters).snapshot;
    expect(labels(early)).toEqual(['A', 'B']);
    expect(labels(town, before)).toEqual(['A', 'B']);
    expect(labels(town)).toEqual([]);
  });

  test('are not found where everybody draws from the same leanings', () => {
    let found = 0;
    for (let seed = 0; seed < 10; seed++) {
      const town = aTown({ people: 250, items: 40, votes: 20, camps: [1], seed, door: 1 });
      if (recount(packedTown(town), town.items, undefined, parameters).snapshot.groups.count > 0) found++;
    }
    expect(found).toBeLessThanOrEqual(1);
  });

  test('are not looked for among fewer than fifteen people who have voted enough', () => {
    const town = aTown({ people: 14, items: 40, votes: 25, door: 1 });
    const { groups } = recount(packedTown(town), town.items, undefined, parameters).snapshot;
    expect(groups).toMatchObject({ count: 0, reason: 'too-few-people', structure: null });
  });

  test('leave out people with fewer than seven votes, whose votes still rank', () => {
    const town = aTown({ people: 100, items: 30, votes: 20, seed: 6, door: 1 });
    town.ballots.push([
      [0, 1],
      [1, 1],
    ]);
    town.about.push({ door: 1 });
    const { group, snapshot } = recount(packedTown(town), town.items, undefined, parameters);
    const before = { ...town, ballots: town.ballots.slice(0, -1), about: town.about.slice(0, -1) };
    const without = recount(packedTown(before), town.items, undefined, parameters).snapshot;
    expect(group.at(-1)).toBeNull();
    expect(snapshot.items[0]!.weighed.seen).toBe(without.items[0]!.weighed.seen + 1);
    expect(snapshot.items[0]!.groups).toEqual(without.items[0]!.groups);
  });

  test.skipIf(conversations.length === 0)(
    'vanish from real conversations when their columns are shuffled',
    patience,
    () => {
      for (const name of conversations) {
        const { items, ballots } = conversation(name);
        expect(recount(ballots, items, undefined, parameters).snapshot.groups.count).toBeGreaterThan(1);
        let found = 0;
        for (let seed = 0; seed < 2 * runs; seed++) {
          const shuffled = withoutStructure(ballots, seeded(100 + seed));
          if (recount(shuffled, items, undefined, parameters).snapshot.groups.count > 0) found++;
        }
        expect(found).toBeLessThanOrEqual(Math.ceil(0.2 * 2 * runs));
      }
    },
  );

  test.skipIf(conversations.length === 0)(
    'show an honest block of a fifth as a group of its own, within three points of its size',
    patience,
    () => {
      for (const name of conversations) {
        const { items, ballots } = conversation(name);
        const scene = sceneOf(items, ballots, 2);
        const off = Array.from({ length: runs }, (_unused, seed) => {
          const after = withHonestBlock(scene, 0.25, seeded(seed));
          const { group } = recount(packedScene(after), items, undefined, parameters);
          const forming = group.flatMap((label, row) => (label === null ? [] : [{ label, row }]));
          const own = forming.filter(({ row }) => row >= scene.ballots.length);
          const labels = [...new Set(forming.map(({ label }) => label))];
          const sizeIn = (label: string, people: typeof forming) => people.filter((one) => one.label === label).length;
          const theirs = labels.toSorted((a, b) => sizeIn(b, own) - sizeIn(a, own))[0]!;
          return Math.abs(sizeIn(theirs, forming) - own.length) / forming.length;
        });
        expect(Math.max(...off)).toBeLessThanOrEqual(0.03);
      }
    },
  );

  test.skipIf(conversations.length === 0)('of the exports and ours are compared, and the figures told', () => {
    for (const name of conversations) {
      const { items, ballots, exported } = conversation(name);
      const { group, snapshot } = recount(ballots, items, undefined, parameters);
      const rand = adjustedRand(
        group,
        Array.from(exported, (one) => (one < 0 ? null : one)),
      );
      const best = Math.max(...snapshot.groups.silhouettes.map(({ silhouette }) => silhouette));
      console.log(
        `${name}: ${snapshot.groups.count} groups, silhouette ${best.toFixed(3)}, adjusted Rand index ${rand.toFixed(3)}`,
      );
      expect(Number.isFinite(rand)).toBe(true);
    }
  });

  test.skipIf(conversations.length === 0)('hardly change their labels when one vote in a hundred arrives', () => {
    for (const name of conversations) {
      const { items, ballots } = conversation(name);
      const all = unpacked(ballots);
      const random = seeded(1);
      const earlier = all.map((ballot) => ballot.filter(() => random.next() >= 0.01));
      const before = recount(packed(earlier, items.length), items, undefined, parameters);
      const after = recount(ballots, items, before.snapshot, parameters);
      const fresh = recount(ballots, items, undefined, parameters);
      const both = before.group.flatMap((label, row) => (label === null || after.group[row] === null ? [] : [row]));
      const moved = both.filter((row) => before.group[row] !== after.group[row]).length / both.length;
      console.log(
        `${name}: ${(100 * moved).toFixed(1)} % of people change label, ${before.snapshot.groups.count} groups, ` +
          `then ${after.snapshot.groups.count} (${fresh.snapshot.groups.count} without memory)`,
      );
      expect(after.snapshot.groups.count).toBe(before.snapshot.groups.count);
      expect(moved).toBeLessThan(0.25);
    }
  });
});

describe('labels', () => {
  const profile = (...means: number[]): Profile => new Map(means.map((mean, j) => [`i${j}`, { mean, seen: 20 }]));

  test('stay with those who think the same, whatever their size', () => {
    const before = new Map([
      ['A', profile(1, 1, -1)],
      ['B', profile(-1, -1, 1)],
    ]);
    expect(labelsFor([profile(-0.8, -1, 0.9), profile(0.9, 1, -1)], before, 2)).toEqual({
      labels: ['B', 'A'],
      given: 2,
    });
  });

  test('are new for new groups, and never given again', () => {
    const before = new Map([
      ['A', profile(1, 1, -1)],
      ['C', profile(-1, -1, 1)],
    ]);
    const now = [profile(1, 1, -1), profile(-1, -1, 1), profile(-0.2, 1, 1)];
    expect(labelsFor(now, before, 3)).toEqual({ labels: ['A', 'C', 'D'], given: 4 });
  });

  test('go on after Z', () => {
    expect([0, 25, 26, 27, 52].map(labelNumber)).toEqual(['A', 'Z', 'AA', 'AB', 'BA']);
  });
});
