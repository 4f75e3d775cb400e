import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOORS } from '#shared/consultations/rules.ts';
import { defaultParameters } from '#shared/opinion/parameters.ts';
import type { PackedBallots } from '#shared/opinion/packed.ts';
import { recount } from '#shared/opinion/recount.ts';
import { snapshotText, type Snapshot } from '#shared/opinion/snapshot.ts';

const LOCALES = ['ar', 'en', 'it'];
const SIDES = ['disagree', 'pass', 'agree'] as const;
const ITEMS = 8;
const items = Array.from({ length: ITEMS }, (_, i) => ({
  id: `item${i}`,
  language: 'en',
  kind: 'suggestion' as const,
}));

type Ballot = { door: number; language: number; votes: { item: number; choice: number; linked: boolean }[] };

const ballots: fc.Arbitrary<Ballot[]> = fc.array(
  fc.record({
    door: fc.nat(DOORS.length - 1),
    language: fc.nat(LOCALES.length - 1),
    votes: fc
      .uniqueArray(
        fc.record({ item: fc.nat(ITEMS - 1), choice: fc.integer({ min: -1, max: 1 }), linked: fc.boolean() }),
        { selector: ({ item }) => item, maxLength: ITEMS },
      )
      .map((votes) => votes.toSorted((a, b) => a.item - b.item)),
  }),
  { maxLength: 40 },
);

const packed = (given: Ballot[]): PackedBallots => {
  const votes = given.flatMap((ballot) => ballot.votes);
  const start = new Uint32Array(given.length + 1);
  given.forEach((ballot, row) => (start[row + 1] = (start[row] ?? 0) + ballot.votes.length));
  return {
    rows: given.length,
    items: ITEMS,
    start,
    item: Uint32Array.from(votes, ({ item }) => item),
    choice: Int8Array.from(votes, ({ choice }) => choice),
    way: Uint8Array.from(votes, ({ linked }) => (linked ? 1 : 0)),
    door: Uint8Array.from(given, ({ door }) => door),
    language: Uint8Array.from(given, ({ language }) => language),
  };
};

const counted = (given: Ballot[]): Snapshot =>
  recount(packed(given), items, undefined, { ...defaultParameters, locales: LOCALES }).snapshot;

describe('to everybody who reads a result', () => {
  test('the count equals one made another way, whatever the ballots and their order', () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const snapshot = counted(given);
        expect(snapshotText(counted(given.toReversed()))).toBe(snapshotText(snapshot));
        expect(snapshot.ballots).toBe(given.length);
        const every = given.flatMap(({ door, language, votes }) => votes.map((vote) => ({ ...vote, door, language })));
        snapshot.items.forEach((figure, i) => {
          const here = every.filter(({ item }) => item === i);
          const dealt = here.filter(({ linked }) => !linked);
          SIDES.forEach((side, at) => {
            const of = (votes: typeof here): number => votes.filter(({ choice }) => choice === at - 1).length;
            expect(figure.linked[side]).toBe(of(here.filter(({ linked }) => linked)));
            DOORS.forEach((door, nth) =>
              expect(figure.doors[door][side]).toBe(of(dealt.filter((vote) => vote.door === nth))),
            );
          });
          LOCALES.forEach((locale, nth) =>
            expect(figure.seenIn[locale] ?? 0).toBe(dealt.filter(({ language }) => language === nth).length),
          );
        });
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('a vote reached by a link never moves the rank', () => {
    const crowd = Array.from({ length: 40 }, (_, i): Ballot => ({
      door: 1,
      language: 0,
      votes: [
        { item: 0, choice: i < 30 ? 1 : -1, linked: false },
        { item: 1, choice: i < 20 ? 1 : -1, linked: false },
      ],
    }));
    const sent = Array.from({ length: 40 }, (): Ballot => ({
      door: 0,
      language: 0,
      votes: [{ item: 1, choice: 1, linked: true }],
    }));
    const [plain, moved] = [counted(crowd), counted([...crowd, ...sent])];
    expect(plain.items.slice(0, 2).map(({ rank }) => rank)).toEqual([1, 2]);
    expect(moved.items.map(({ rank, agree }) => ({ rank, agree }))).toEqual(
      plain.items.map(({ rank, agree }) => ({ rank, agree })),
    );
  });
});
