import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beliefs } from '#shared/opinion/agreement.ts';
import { figures, standings, type Standing } from '#shared/opinion/figures.ts';
import { countCast, countVotes, noGroup } from '#shared/opinion/counts.ts';
import { matrixOf } from '#shared/opinion/matrix.ts';
import { recount } from '#shared/opinion/recount.ts';
import { seeded } from '#shared/opinion/random.ts';
import { snapshotText, type Snapshot } from '#shared/opinion/snapshot.ts';
import { packed, type About, type Ballot } from './support/packing.ts';
import { packedTown, parameters, shuffledItems, shuffledPeople, someItems, type Town } from './support/town.ts';

/** Sixty towns of each kind, a thousand with FULL=1. */
const numRuns = process.env['FULL'] === undefined ? 60 : 1000;
const items = 12;

const ballot: fc.Arbitrary<Ballot> = fc
  .array(fc.constantFrom(undefined, -1, 0, 1), { minLength: items, maxLength: items })
  .map((row) => row.flatMap((choice, item) => (choice === undefined ? [] : [[item, choice] as const])));
const about: fc.Arbitrary<About> = fc.record({ door: fc.nat(3), language: fc.nat(2) });
const town: fc.Arbitrary<Town> = fc.array(fc.tuple(ballot, about), { maxLength: 60 }).map((people) => ({
  items: someItems(items),
  ballots: people.map(([one]) => one),
  about: people.map(([, one]) => one),
}));

const counted = (one: Town, previous?: Snapshot, locales = parameters.locales): Snapshot =>
  recount(packedTown(one), one.items, previous, { ...parameters, locales }).snapshot;

describe('whatever the ballots', () => {
  test('their order and that of the items change not a byte', () => {
    fc.assert(
      fc.property(town, fc.nat(), (one, seed) => {
        const random = seeded(seed);
        const other = shuffledItems(shuffledPeople(one, random), random);
        expect(snapshotText(counted(other))).toBe(snapshotText(counted(one)));
      }),
      { numRuns },
    );
  });

  test('renaming the languages changes only their names', () => {
    fc.assert(
      fc.property(town, (one) => {
        const names = { de: 'xx', en: 'aa', ar: 'mm' } as const;
        const renamed = counted(
          one,
          undefined,
          parameters.locales.map((locale) => names[locale as keyof typeof names]),
        );
        const back = (text: string): string =>
          text.replaceAll('"xx"', '"de"').replaceAll('"aa"', '"en"').replaceAll('"mm"', '"ar"');
        const plain = ({ items: all, lists, ...rest }: Snapshot) => ({
          rest: JSON.parse(back(JSON.stringify({ ...rest, parameters: rest.parameters.seed }))),
          items: all.map(({ unseenIn, language: _, ...item }) => ({
            ...item,
            unseenIn: JSON.parse(back(JSON.stringify(unseenIn))).toSorted(),
            seenIn: JSON.parse(back(JSON.stringify(item.seenIn))),
          })),
          lists: Object.values(lists.all).map((list) => list.map(({ id }) => id)),
        });
        expect(plain(renamed)).toEqual(plain(counted(one)));
      }),
      { numRuns },
    );
  });

  test('every number is finite, every share lies within its bounds, and every list holds what it says', () => {
    fc.assert(
      fc.property(town, town, (before, one) => {
        const snapshot = counted(one, counted(before));
        expect(snapshotText(snapshot)).not.toMatch(/null,"low"|NaN|Infinity/);
        for (const item of snapshot.items) {
          for (const share of [item.agree, item.disagree, ...Object.values(item.groups)]) {
            expect(share.low).toBeLessThan(share.high);
            expect(share.low).toBeGreaterThanOrEqual(0);
            expect(share.high).toBeLessThanOrEqual(1);
          }
          expect(item.consensus.low).toBeLessThanOrEqual(item.consensus.share + 0.05);
          expect(item.rank === null).toBe(item.missing > 0);
        }
        const little = new Set(snapshot.lists.all.tooLittle.map(({ id }) => id));
        for (const list of ['shared', 'needed', 'divides'] as const)
          expect(snapshot.lists.all[list].some(({ id }) => little.has(id))).toBe(false);
      }),
      { numRuns },
    );
  });

  test('no ballot of a handed, proved or imported door ever weighs less than one', () => {
    fc.assert(
      fc.property(town, fc.nat(40), (one, copies) => {
        const many = { ...one, ballots: [...one.ballots], about: [...one.about] };
        for (let i = 0; i < copies && one.ballots.length > 0; i++) {
          many.ballots.push(one.ballots[0]!);
          many.about.push({ door: i % 4 });
        }
        const { weight, snapshot } = recount(packedTown(many), many.items, undefined, parameters);
        many.about.forEach(({ door }, row) => door !== 0 && expect(weight[row]).toBe(1));
        expect(snapshot.weights.otherDoorsTouched).toBe(0);
      }),
      { numRuns },
    );
  });
});

describe('for given groups', () => {
  const given = fc.record({
    people: fc.array(fc.tuple(ballot, fc.nat(2)), { minLength: 1, maxLength: 50 }),
    column: fc.nat(items - 1),
  });

  /** Standings with everybody handed, in the group that is given (2: none). */
  function standing(people: readonly (readonly [Ballot, number])[]): Standing[] {
    const ballots = packed(
      people.map(([one]) => one),
      items,
    );
    const matrix = matrixOf(ballots, someItems(items), ['de']);
    const group = Uint8Array.from(matrix.origin, (from) => (people[from]![1] === 2 ? noGroup : people[from]![1]));
    const weighed = countVotes(matrix, () => undefined, group, 2);
    const counts = { weighed, ...countCast(matrix, 1) };
    return standings(counts, ['A', 'B'], 'all', beliefs(0.9), { ...parameters, enough: { known: 0, all: 0 } }, items);
  }

  const placeOf = (standingOf: readonly Standing[], column: number): number =>
    standingOf.filter((other) => other.agree.low > standingOf[column]!.agree.low).length;

  test('more agreement never lowers an item among unchanged others', () => {
    fc.assert(
      fc.property(
        given,
        fc.constantFrom('one more agrees', 'one who did not now agrees'),
        fc.nat(2),
        ({ people, column }, how, of) => {
          const before = standing(people);
          const turned = people.findIndex(([one]) => one.some(([item, choice]) => item === column && choice !== 1));
          const change = ([one, group]: readonly [Ballot, number]): readonly [Ballot, number] => [
            one.map(([item, choice]) => [item, item === column ? 1 : choice]),
            group,
          ];
          const after =
            how === 'one more agrees'
              ? standing([...people, [[[column, 1]], of]])
              : standing(people.map((person, row) => (row === turned ? change(person) : person)));
          expect(placeOf(after, column)).toBeLessThanOrEqual(placeOf(before, column));
          expect(after[column]!.agree.low).toBeGreaterThanOrEqual(before[column]!.agree.low);
          expect(after[column]!.consensus.share).toBeGreaterThanOrEqual(before[column]!.consensus.share - 1e-15);
          expect(after[column]!.consensus.low).toBeGreaterThanOrEqual(before[column]!.consensus.low - 1e-15);
        },
      ),
      { numRuns: 5 * numRuns },
    );
  });

  test('a pass never helps either side, and changes no other item', () => {
    fc.assert(
      fc.property(given, fc.nat(2), ({ people, column }, of) => {
        const before = standing(people);
        const after = standing([...people, [[[column, 0]], of]]);
        expect(after[column]!.agree.low).toBeLessThanOrEqual(before[column]!.agree.low);
        expect(after[column]!.disagree.low).toBeLessThanOrEqual(before[column]!.disagree.low);
        for (let other = 0; other < items; other++) if (other !== column) expect(after[other]).toEqual(before[other]);
      }),
      { numRuns },
    );
  });

  test('everybody twice leaves every share on its side and makes it surer', () => {
    fc.assert(
      fc.property(given, ({ people }) => {
        const once = standing(people);
        const twice = standing([...people, ...people]);
        for (let column = 0; column < items; column++) {
          const [a, b] = [once[column]!, twice[column]!];
          expect(b.weighed).toEqual({
            agree: 2 * a.weighed.agree,
            disagree: 2 * a.weighed.disagree,
            seen: 2 * a.weighed.seen,
          });
          expect(b.agree.high - b.agree.low).toBeLessThanOrEqual(a.agree.high - a.agree.low);
          expect(Math.sign(b.agree.share - 0.5)).toBe(Math.sign(a.agree.share - 0.5));
        }
      }),
      { numRuns },
    );
  });

  test('ranks go by the lower bound and only to items with enough data', () => {
    fc.assert(
      fc.property(town, (one) => {
        const matrix = matrixOf(packedTown(one), one.items, parameters.locales);
        const weighed = countVotes(matrix, () => undefined, new Uint8Array(matrix.rows).fill(noGroup), 0);
        const counts = { weighed, ...countCast(matrix, 3) };
        const all = standings(counts, [], 'all', beliefs(0.9), { ...parameters, enough: { known: 5, all: 9 } }, items);
        const axes = [new Float64Array(items), new Float64Array(items)] as const;
        const ranked = figures(matrix, counts, all, axes, parameters.locales)
          .filter((item) => item.rank !== null)
          .toSorted((a, b) => a.rank! - b.rank!);
        ranked.forEach((item, place) => {
          expect(item.rank).toBe(place + 1);
          if (place > 0) expect(item.agree.low).toBeLessThanOrEqual(ranked[place - 1]!.agree.low);
        });
      }),
      { numRuns },
    );
  });
});
