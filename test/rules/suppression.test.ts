import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST_SHOWN, shownShare, shownTable, type ShownTable } from '#shared/progress/suppression.ts';

const tableOf = (counts: readonly number[]): ShownTable =>
  shownTable(counts.map((count, i) => ({ key: String(i), count })));

/** Every way to write `total` as so many numbers. */
const tables = (length: number, total: number): number[][] =>
  length === 1
    ? [[total]]
    : Array.from({ length: total + 1 }, (_, first) =>
        tables(length - 1, total - first).map((rest) => [first, ...rest]),
      ).flat();

describe('to the few people in a small number', () => {
  test('no number from one to four is shown, in any table', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }), (counts) => {
        const { total, cells } = tableOf(counts);
        for (const shown of [total, ...(cells ?? []).map(({ count }) => count)])
          expect(shown === null || shown === 0 || shown >= FEWEST_SHOWN).toBe(true);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  test('whoever knows the rule, the total and every shown number can compute no hidden one: every table of up to four cells and 26 people', () => {
    let hiddenCells = 0;
    for (const length of [1, 2, 3, 4]) {
      for (let total = FEWEST_SHOWN; total <= 26; total++) {
        const seen = new Map<string, number[][]>();
        for (const counts of tables(length, total)) {
          const shown = JSON.stringify(tableOf(counts));
          seen.set(shown, [...(seen.get(shown) ?? []), counts]);
        }
        for (const [shown, possible] of seen) {
          const { cells } = JSON.parse(shown) as ShownTable;
          const isHidden = (i: number): boolean => cells === null || cells[i]?.count === null;
          for (let i = 0; i < length; i++) {
            if (!isHidden(i)) continue;
            hiddenCells++;
            const held = new Set(possible.map((counts) => counts[i]));
            const isGivenAway =
              held.size === 1 && [...held].some((count) => (count ?? 0) > 0 && (count ?? 0) < FEWEST_SHOWN);
            expect([shown, i, isGivenAway]).toEqual([shown, i, false]);
          }
        }
      }
    }
    expect(hiddenCells).toBeGreaterThan(1000);
  });

  test('in a larger table, too, two numbers or more are hidden where one is, and one of them is not small', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 40 }), (counts) => {
        const { cells } = tableOf(counts);
        const hidden = counts.filter((_, i) => cells?.[i]?.count === null);
        if (!cells || hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(Math.max(...hidden)).toBe(Math.max(...counts));
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  test('a share is hidden with the rest that would give it away', () => {
    expect([shownShare(3, 20), shownShare(18, 20), shownShare(20, 20), shownShare(0, 20), shownShare(10, 20)]).toEqual([
      null,
      null,
      20,
      0,
      10,
    ]);
  });
});

describe('to whoever wants to see how it goes', () => {
  test('nothing is hidden where nothing is small, and no more than needed where something is', () => {
    expect(tableOf([12, 7, 0, 30])).toEqual({
      total: 49,
      cells: [12, 7, 0, 30].map((count, i) => ({ key: String(i), count })),
    });
    expect(tableOf([2, 7, 0, 30]).cells?.map(({ count }) => count)).toEqual([null, 7, 0, null]);
    expect(tableOf([1, 30, 9, 30]).cells?.map(({ count }) => count)).toEqual([null, null, 9, null]);
  });

  test('where there are too few people for a table, the total stands alone; and nothing where they are fewer than five', () => {
    expect(tableOf([4, 4])).toEqual({ total: 8, cells: null });
    expect(tableOf([1, 1, 1])).toEqual({ total: null, cells: null });
    expect(tableOf([0, 0])).toEqual({ total: 0, cells: null });
  });
});
