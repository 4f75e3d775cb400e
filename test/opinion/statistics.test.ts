import { describe, expect, test } from 'vitest';
import { beliefs } from '#shared/opinion/agreement.ts';
import { betaCdf, betaQuantile, logGamma, normalQuantile, polygammas } from '#shared/opinion/beta.ts';
import { countOf, countVotes, noGroup, together } from '#shared/opinion/counts.ts';
import { definingItems } from '#shared/opinion/defining.ts';
import { matrixOf } from '#shared/opinion/matrix.ts';
import { representativeness } from '#shared/opinion/representativeness.ts';
import { seeded } from '#shared/opinion/random.ts';
import { conversation, conversations } from './support/polis.ts';

/** Within 1e-12 of each other, relative to their size where that is above one. */
const same = (a: number, b: number): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(b)));

/** The statistics of Polis (Small et al. 2021), written down once more from its text, over a plain dense matrix. */
function byTheText(votes: (number | undefined)[][], group: number[], g: number, c: number) {
  const cells = votes.map((row, i) => ({ vote: row[c], own: group[i] === g, out: group[i] === -1 }));
  const seen = cells.filter(({ vote, out }) => vote !== undefined && !out);
  const count = (own: boolean, vote?: number): number =>
    seen.filter((cell) => cell.own === own && (vote === undefined || cell.vote === vote)).length;
  const side = (vote: number) => {
    const [n, s, n2, s2] = [count(true, vote), count(true), count(false, vote), count(false)];
    const p = (n + 1) / (s + 2);
    const pt = 2 * Math.sqrt(s + 1) * ((n + 1) / (s + 1) - 0.5);
    const r = p / ((n2 + 1) / (s2 + 2));
    const pooled = (n + 1 + n2 + 1) / (s + 1 + s2 + 1);
    const rt =
      pooled === 1
        ? 0
        : ((n + 1) / (s + 1) - (n2 + 1) / (s2 + 1)) / Math.sqrt(pooled * (1 - pooled) * (1 / (s + 1) + 1 / (s2 + 1)));
    return { p, pt, r, rt };
  };
  return { agree: side(1), disagree: side(-1), seen: count(true) };
}

describe('statistics of given groups', () => {
  for (const name of conversations) {
    test(`equal an independent computation to 1e-12 on ${name}`, () => {
      const { items, ballots, exported } = conversation(name);
      const matrix = matrixOf(ballots, items, ['en']);
      const groups = Math.max(...exported) + 1;
      const group = Uint8Array.from(matrix.origin, (from) => (exported[from]! < 0 ? noGroup : exported[from]!));
      const weighed = countVotes(matrix, () => undefined, group, groups);
      const dense = Array.from({ length: ballots.rows }, (_, row) => {
        const votes: (number | undefined)[] = items.map(() => undefined);
        for (let v = ballots.start[row]!; v < ballots.start[row + 1]!; v++)
          votes[ballots.item[v]!] = ballots.choice[v]!;
        return votes;
      });
      const votesOf = (g: number, c: number) => together(weighed[g]!.map((door) => countOf(door, c)));
      for (let g = 0; g < groups; g++) {
        const rest = Array.from({ length: groups }, (_, other) => other).filter((other) => other !== g);
        items.forEach((item, j) => {
          const c = matrix.items.findIndex(({ id }) => id === item.id);
          const own = votesOf(g, c);
          const found = representativeness(own, together(rest.map((other) => votesOf(other, c))));
          const text = byTheText(dense, Array.from(exported), g, j);
          expect(own.seen).toBe(text.seen);
          for (const direction of ['agree', 'disagree'] as const) {
            same(found[direction].success, text[direction].p);
            same(found[direction].successTest, text[direction].pt);
            same(found[direction].ratio, text[direction].r);
            same(found[direction].ratioTest, text[direction].rt);
          }
          expect(found.direction).toBe(text.agree.rt > text.disagree.rt ? 'agree' : 'disagree');
          const side = text[found.direction];
          same(found.metric, side.r * side.rt * side.p * side.pt);
        });
      }
    });
  }

  test('have no spread where everybody agrees', () => {
    const all = { agree: 4, disagree: 0, seen: 4 };
    expect(representativeness(all, all).agree.ratioTest).toBe(0);
  });
});

describe('what defines a group', () => {
  const standing = (
    agree: number,
    disagree: number,
    seen: number,
    restAgree: number,
    restDisagree: number,
    rest: number,
  ) => representativeness({ agree, disagree, seen }, { agree: restAgree, disagree: restDisagree, seen: rest });

  test('is at most five items, what it agrees on best among them, agreement first', () => {
    const strong = Array.from({ length: 8 }, (_, j) => standing(2, 40 + j, 50, 40, 2, 50));
    const defining = definingItems([...strong, standing(48, 1, 50, 5, 40, 50), undefined]);
    expect(defining).toHaveLength(5);
    expect(defining[0]).toMatchObject({ item: 8, direction: 'agree', best: true });
    expect(defining.slice(1).map(({ item }) => item)).toEqual([7, 6, 5, 4]);
    expect(defining.slice(1).every(({ direction }) => direction === 'disagree')).toBe(true);
  });

  test('is the one that stands out most where nothing is sufficient', () => {
    const even = standing(4, 4, 10, 4, 4, 10);
    const tilted = standing(3, 6, 10, 5, 2, 10);
    expect(definingItems([even, tilted]).map(({ item }) => item)).toEqual([1]);
    expect(definingItems([undefined])).toEqual([]);
  });
});

describe('beliefs about a share', () => {
  /** The share of Beta(a, b) below x by Simpson's rule on 20,000 steps. */
  const integrated = (x: number, a: number, b: number): number => {
    const density = (t: number): number =>
      t <= 0 || t >= 1 ? 0 : Math.exp((a - 1) * Math.log(t) + (b - 1) * Math.log1p(-t));
    const area = (to: number): number => {
      const steps = 20000;
      let sum = density(0) + density(to);
      for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density((to * i) / steps);
      return (sum * to) / steps / 3;
    };
    return area(x) / area(1);
  };

  test('follow the Beta distribution', () => {
    for (const [a, b] of [
      [3, 4],
      [31, 12],
      [2.5, 9.25],
      [400, 100],
    ] as const)
      for (const x of [0.1, 0.35, 0.6, 0.8]) expect(betaCdf(x, a, b)).toBeCloseTo(integrated(x, a, b), 8);
    // Beta(1, n) and Beta(n, 1) have closed forms.
    for (const n of [1, 2, 17, 5000]) {
      same(betaCdf(0.03, 1, n), 1 - 0.97 ** n);
      expect(Math.abs(betaQuantile(0.05, n, 1) / 0.05 ** (1 / n) - 1)).toBeLessThan(1e-11);
    }
  });

  test('are bounded where exactly a twentieth lies outside', () => {
    for (const seen of [0, 1, 7, 60, 1000, 1_000_000]) {
      for (const agree of [0, Math.floor(seen / 3), seen]) {
        const { low, high } = beliefs(0.9).agreement({ agree, disagree: 0, seen });
        expect(betaCdf(low, agree + 1, seen - agree + 1)).toBeCloseTo(0.05, 7);
        expect(betaCdf(high, agree + 1, seen - agree + 1)).toBeCloseTo(0.95, 7);
      }
    }
  });

  test('rest on the right special functions', () => {
    same(logGamma(10), Math.log(362880));
    same(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
    const [zero, one, two] = polygammas(1);
    same(zero, -0.5772156649015329);
    same(one, Math.PI ** 2 / 6);
    same(two, -2.404113806319188);
    same(normalQuantile(0.95), 1.6448536269514722);
    same(normalQuantile(0.1), -1.2815515655446004);
  });
});

describe('group-informed consensus', () => {
  /** Random numbers of a Beta distribution with whole parameters: an order statistic of uniform ones. */
  const lowByDrawing = (groups: { agree: number; seen: number }[], draws: number): number => {
    const random = seeded(11);
    const means = Array.from({ length: draws }, () => {
      const logs = groups.map(({ agree, seen }) => {
        const uniform = Array.from({ length: seen + 1 }, () => random.next()).sort((a, b) => a - b);
        return Math.log(uniform[agree]!);
      });
      return Math.exp(logs.reduce((sum, log) => sum + log, 0) / groups.length);
    });
    return means.sort((a, b) => a - b)[Math.floor(draws * 0.05)]!;
  };

  test('is the geometric mean over groups', () => {
    const { share } = beliefs(0.9).consensus([
      { agree: 30, disagree: 5, seen: 40 },
      { agree: 3, disagree: 9, seen: 14 },
    ]);
    same(share, Math.sqrt((31 / 42) * (4 / 16)));
  });

  test('has the lower bound that drawing 20,000 times finds', () => {
    const cases = [
      [
        [30, 40],
        [20, 25],
      ],
      [
        [8, 10],
        [50, 60],
        [3, 9],
      ],
      [
        [2, 5],
        [4, 5],
      ],
      [
        [0, 6],
        [10, 12],
      ],
    ] as const;
    for (const one of cases) {
      const groups = one.map(([agree, seen]) => ({ agree, disagree: 0, seen }));
      expect(Math.abs(beliefs(0.9).consensus(groups).low - lowByDrawing(groups, 20000))).toBeLessThan(0.01);
    }
  });

  test('of a single group is that group, but for the approximation', () => {
    const group = { agree: 41, disagree: 5, seen: 50 };
    const { agreement, consensus } = beliefs(0.9);
    expect(Math.abs(consensus([group]).low - agreement(group).low)).toBeLessThan(0.002);
  });
});

describe('divisiveness', () => {
  test('is how far the most different groups lie apart, and nothing where nobody has seen it', () => {
    const { divisiveness } = beliefs(0.9);
    const groups = [
      { agree: 90, disagree: 5, seen: 100 },
      { agree: 20, disagree: 75, seen: 100 },
      { agree: 0, disagree: 0, seen: 0 },
    ];
    same(divisiveness(groups).gap, 91 / 102 - 21 / 102);
    expect(divisiveness(groups).low).toBeGreaterThan(0.6);
    expect(divisiveness(groups).low).toBeLessThan(divisiveness(groups).gap);
    expect(divisiveness(groups.slice(2))).toEqual({ gap: 0, low: 0 });
  });
});
