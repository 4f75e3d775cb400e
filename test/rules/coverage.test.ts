import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf, type Voice } from '#shared/versions/coverage.ts';

const id = (n: number) => `ctr_${String(n).padStart(16, '0')}` as const;
const voice = (n: number, more: Partial<Voice> = {}): Voice => ({
  id: id(n),
  language: 'en',
  passage: undefined,
  rank: n,
  groups: [],
  ...more,
});
const ids = (...all: number[]) => new Set(all.map(id));

describe('to drafters, about the voices that nobody took up or answered', () => {
  test('each voice is taken up, or else answered, or left, and each is counted once', () => {
    const some = fc.uniqueArray(fc.nat(30));
    fc.assert(
      fc.property(some, some, some, (all, cited, answered) => {
        const voices = all.map((n) => voice(n));
        const counted = coverageOf(voices, ids(...cited), ids(...answered));
        expect(counted.cited + counted.answered + counted.left.length).toBe(counted.all);
        const left = all.filter((n) => !cited.includes(n) && !answered.includes(n));
        expect(counted.left.map((one) => one.id).toSorted()).toEqual(left.map(id).toSorted());
      }),
    );
  });

  test('the tenth is among the first ten and the fiftieth among the first fifty; the tiers stand in their order', () => {
    const voices = [1, 10, 11, 50, 51].map((n) => voice(n));
    const { byRank } = coverageOf([...voices, voice(60, { rank: undefined })], ids(1, 51), ids());
    expect(byRank).toEqual([
      { key: 'first-10', all: 2, left: 1 },
      { key: 'first-50', all: 2, left: 2 },
      { key: 'further', all: 1, left: 0 },
      { key: 'too-little', all: 1, left: 1 },
    ]);
  });

  test('of languages, groups and parts, the one of which most is left comes first; who wants it in two groups counts in both', () => {
    const passage = `psg_${'0'.repeat(16)}` as const;
    const voices = [
      voice(1, { language: 'it', groups: ['A', 'B'] }),
      voice(2, { language: 'ar', groups: ['B'], passage }),
      voice(3, { language: 'ar' }),
    ];
    const { byLanguage, byGroup, byPassage, left } = coverageOf(voices, ids(1), ids());
    expect(byLanguage).toEqual([
      { key: 'ar', all: 2, left: 2 },
      { key: 'it', all: 1, left: 0 },
    ]);
    expect(byGroup).toEqual([
      { key: 'B', all: 2, left: 1 },
      { key: 'A', all: 1, left: 0 },
    ]);
    expect(byPassage).toEqual([
      { key: 'whole', all: 2, left: 1 },
      { key: passage, all: 1, left: 1 },
    ]);
    expect(left.map((one) => one.id)).toEqual([id(2), id(3)]);
  });
});
