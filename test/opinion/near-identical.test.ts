import { describe, expect, test } from 'vitest';
import { matrixOf, type Matrix } from '#shared/opinion/matrix.ts';
import { nearIdentical } from '#shared/opinion/near-identical.ts';
import { seeded } from '#shared/opinion/random.ts';
import { weightsOf } from '#shared/opinion/weights.ts';
import { conversation, conversations } from './support/polis.ts';
import { packed, type Ballot } from './support/packing.ts';
import { aTown, parameters, someItems, type Town } from './support/town.ts';

const open = 0;
const matrix = (town: Town): Matrix =>
  matrixOf(
    packed(town.ballots, town.items.length, (row) => town.about[row]!),
    town.items,
    parameters.locales,
  );

/** Shared item-vote pairs over all of both. */
function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const token of a) if (b.has(token)) shared++;
  return shared / (a.size + b.size - shared);
}

/** Every near-identical pair among ballots of seven votes or more, found by comparing all with all. */
function exactPairs({ rows, start, token }: Matrix): [number, number][] {
  const sets = Array.from({ length: rows }, (_, row) => new Set(token.subarray(start[row], start[row + 1])));
  const pairs: [number, number][] = [];
  for (let a = 0; a < rows; a++)
    for (let b = 0; b < a; b++)
      if (sets[a]!.size >= 7 && sets[b]!.size >= 7 && jaccard(sets[a]!, sets[b]!) >= parameters.nearIdentical)
        pairs.push([a, b]);
  return pairs;
}

describe('near-identical ballots of the open door', () => {
  for (const name of conversations) {
    test(`are found on ${name} as comparing all with all finds them (95 % at least), and few people are touched`, () => {
      const { items, ballots } = conversation(name);
      const opened = matrixOf({ ...ballots, door: new Uint8Array(ballots.rows) }, items, ['en']);
      const family = nearIdentical(opened, { ...parameters, coincidence: 1e30 });
      const pairs = exactPairs(opened);
      const found = pairs.filter(([a, b]) => family[a] === family[b]).length;
      expect(found).toBeGreaterThanOrEqual(0.95 * pairs.length);
      const { collapsed } = weightsOf(opened, parameters).explained;
      expect(collapsed.ballots).toBeLessThanOrEqual(0.11 * ballots.rows);
    });
  }

  test('are found among a thousand slightly changed copies, and weigh as much as one ballot', () => {
    const town = aTown({ people: 300, items: 80, votes: 40, door: open });
    const random = seeded(3);
    const [pattern] = town.ballots as [Ballot];
    for (let copy = 0; copy < 1000; copy++) {
      const changed = random.below(pattern.length);
      town.ballots.push(pattern.map(([item, choice], i) => [item, i === changed ? random.below(3) - 1 : choice]));
      town.about.push({ door: open, language: 0 });
    }
    const copied = matrix(town);
    const { row } = weightsOf(copied, parameters);
    const ofCopies = Array.from(copied.origin.keys()).filter(
      (at) => copied.origin[at]! >= 300 || copied.origin[at] === 0,
    );
    expect(ofCopies.reduce((sum, at) => sum + row[at]!, 0)).toBeCloseTo(1, 6);
    const honest = Array.from(copied.origin.keys()).filter((at) => copied.origin[at]! < 300 && copied.origin[at]! > 0);
    expect(honest.every((at) => row[at] === 1)).toBe(true);
  });

  test('are weighed only there: handed, proved and imported ballots always count in full', () => {
    const town = aTown({ people: 200, items: 60, votes: 30, door: open });
    const [pattern] = town.ballots as [Ballot];
    for (let copy = 0; copy < 90; copy++) {
      town.ballots.push(pattern);
      town.about.push({ door: 1 + (copy % 3) });
    }
    const all = matrix(town);
    const weights = weightsOf(all, parameters);
    expect(weights.explained.otherDoorsTouched).toBe(0);
    expect(weights.row.filter((weight, row) => weight < 1 && all.door[row] !== open)).toHaveLength(0);
  });

  test('add nothing to a handed ballot that they copy, which counts as it is', () => {
    const town = aTown({ people: 200, items: 80, votes: 40, door: open });
    town.about[0] = { door: 1 };
    const [pattern] = town.ballots as [Ballot];
    const [[first]] = pattern as [[number, number]];
    const alone = matrix(town);
    for (let copy = 0; copy < 60; copy++) {
      town.ballots.push(pattern.map(([item, choice], i) => [item, i === copy % 40 ? -choice : choice]));
      town.about.push({ door: open });
    }
    const copied = matrix(town);
    const { row, counted } = weightsOf(copied, parameters);
    const weightOf = (from: number): number => row[copied.origin.indexOf(from)]!;
    expect(weightOf(0)).toBe(1);
    expect(Array.from({ length: 60 }, (_, copy) => weightOf(200 + copy))).toEqual(Array(60).fill(0));
    const on = ({ token }: Matrix): number => token.filter((one) => Math.floor(one / 3) === first).length;
    expect(on(counted)).toBe(on(alone));
  });

  test('are nothing remarkable where everybody is shown the same few passages', () => {
    const random = seeded(2);
    const ballots = Array.from({ length: 500 }, (): Ballot =>
      Array.from({ length: 10 }, (_, item) => [item, random.next() < 0.85 ? 1 : -1]),
    );
    const town: Town = { items: someItems(10), ballots, about: ballots.map(() => ({ door: open })) };
    expect(weightsOf(matrix(town), parameters).explained.collapsed.ballots).toBe(0);
  });

  test('are not looked for in ballots too short to judge', () => {
    const few: Ballot = [
      [3, 1],
      [9, -1],
      [20, 1],
    ];
    const town = aTown({ people: 50, items: 40, votes: 20, door: open });
    for (let copy = 0; copy < 30; copy++) {
      town.ballots.push(few);
      town.about.push({ door: open });
    }
    const { explained } = weightsOf(matrix(town), parameters);
    expect(explained.collapsed.ballots).toBe(0);
    expect(explained.ballots.rankOnly).toBeGreaterThanOrEqual(30);
  });

  test('have one voice on what more than half of them say, and none on the rest', () => {
    const town = aTown({ people: 60, items: 80, votes: 40, door: open });
    const [pattern] = town.ballots as [Ballot];
    const free = town.items.findIndex((_, j) => !pattern.some(([item]) => item === j));
    const withVote = (item: number, choice: number): Ballot =>
      [...pattern.filter(([other]) => other !== item), [item, choice] as const].toSorted((a, b) => a[0] - b[0]);
    town.ballots.push(pattern, pattern, withVote(free, 1), withVote(pattern[0]![0], 0));
    for (let i = 0; i < 4; i++) town.about.push({ door: open, language: 0 });
    town.about[0] = { door: open, language: 0 };
    const { counted, family } = weightsOf(matrix(town), parameters);
    const votesOn = (rows: Matrix, item: number): number =>
      rows.token.filter((token) => Math.floor(token / 3) === item).length;
    const all = matrix(town);
    expect(new Set(family).size).toBe(60);
    expect(votesOn(counted, free)).toBe(votesOn(all, free) - 1);
    for (const [item] of pattern) expect(votesOn(counted, item)).toBe(votesOn(all, item) - 4);
  });
});
