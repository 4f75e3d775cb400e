import { describe, expect, test } from 'vitest';
import { kMeans, refined, type Points } from '#shared/opinion/k-means.ts';
import { mix, seeded, type Random } from '#shared/opinion/random.ts';
import { silhouettes } from '#shared/opinion/silhouette.ts';
import { sortedByKey } from '#shared/opinion/sorted.ts';

/** Points around some middles, a few of them with half a weight. */
function clouds(middles: readonly (readonly [number, number])[], each: number, random: Random): Points {
  const xy = middles.flatMap(([x, y]) =>
    Array.from({ length: each }, () => [x + random.next() - 0.5, y + random.next() - 0.5]).flat(),
  );
  const weight = Float64Array.from({ length: middles.length * each }, (_, i) => (i % 5 === 0 ? 0.5 : 1));
  return { xy: Float64Array.from(xy), weight };
}

const three = [
  [0, 0],
  [4, 1],
  [-2, 5],
] as const;

describe('k-means', () => {
  test('finds clouds that lie apart, and their weighted middles', () => {
    const points = clouds(three, 40, seeded(1));
    const { label, centres, inertia } = kMeans(points, 3, 1, 5);
    for (let cloud = 0; cloud < 3; cloud++) expect(new Set(label.subarray(40 * cloud, 40 * cloud + 40)).size).toBe(1);
    const [x] = [label[0]!].map((group) => centres[2 * group]!);
    const own = Array.from({ length: 40 }, (_, i) => i);
    const mass = own.reduce((sum, i) => sum + points.weight[i]!, 0);
    expect(x).toBeCloseTo(own.reduce((sum, i) => sum + points.weight[i]! * points.xy[2 * i]!, 0) / mass, 12);
    expect(inertia).toBeLessThan(kMeans(points, 2, 1, 5).inertia);
  });

  test('is never worse with more starts, and always the same from the same seed', () => {
    const points = clouds([...three, [1, 9], [7, 7]], 30, seeded(2));
    expect(kMeans(points, 5, 3, 20).inertia).toBeLessThanOrEqual(kMeans(points, 5, 3, 1).inertia);
    expect(kMeans(points, 4, 3, 6)).toEqual(kMeans(points, 4, 3, 6));
  });

  test('gives fewer centres where fewer points differ', () => {
    const points = { xy: Float64Array.of(1, 1, 1, 1, 2, 2), weight: Float64Array.of(1, 1, 1) };
    expect(kMeans(points, 4, 1, 3).centres).toHaveLength(4);
    expect(kMeans({ xy: new Float64Array(), weight: new Float64Array() }, 2, 1, 3).centres).toHaveLength(0);
  });

  test('stops where no label changes', () => {
    const points = clouds(three, 20, seeded(3));
    const { centres, label } = kMeans(points, 3, 1, 5);
    const again = refined(points, centres);
    expect(again.label).toEqual(label);
    expect(again.inertia).toBeCloseTo(refined(points, again.centres).inertia, 12);
  });
});

test('silhouettes equal those of the definition, for several partitions at once', () => {
  const points = clouds(
    [
      [0, 0],
      [2, 0],
      [1, 2],
    ],
    15,
    seeded(4),
  );
  const partitions = [2, 3, 4].map((k) => kMeans(points, k, 1, 3).label);
  partitions.push(Uint8Array.from({ length: 45 }, (_, i) => (i === 0 ? 1 : 0)));
  const { xy, weight } = points;
  const apart = (i: number, j: number): number => Math.hypot(xy[2 * i]! - xy[2 * j]!, xy[2 * i + 1]! - xy[2 * j + 1]!);
  const byDefinition = partitions.map((label) => {
    const people = Array.from(label.keys());
    const mean = (i: number, group: number): number => {
      const others = people.filter((j) => j !== i && label[j] === group);
      const mass = others.reduce((sum, j) => sum + weight[j]!, 0);
      return others.reduce((sum, j) => sum + weight[j]! * apart(i, j), 0) / mass;
    };
    const groups = [...new Set(label)];
    const score = (i: number): number => {
      if (people.every((j) => j === i || label[j] !== label[i])) return 0;
      const a = mean(i, label[i]!);
      const b = Math.min(...groups.filter((group) => group !== label[i]).map((group) => mean(i, group)));
      return (b - a) / Math.max(a, b);
    };
    return people.reduce((sum, i) => sum + weight[i]! * score(i), 0) / weight.reduce((sum, one) => sum + one, 0);
  });
  silhouettes(points, partitions).forEach((found, i) => expect(found).toBeCloseTo(byDefinition[i]!, 12));
});

describe('the seeded generator', () => {
  test('gives the same numbers on every machine', () => {
    const random = seeded(1789);
    expect(Array.from({ length: 4 }, () => random.below(1_000_000))).toEqual([186842, 963651, 886577, 685099]);
    expect(mix(1, 2)).toBe(4184899337);
  });

  test('spreads evenly', () => {
    const random = seeded(5);
    const counts = new Uint32Array(10);
    for (let i = 0; i < 100_000; i++) counts[random.below(10)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});

test('sorting by key leaves equal keys in their order', () => {
  expect(Array.from(sortedByKey(Uint32Array.of(5, 0xffffffff, 0, 5, 0)))).toEqual([2, 4, 0, 3, 1]);
  const random = seeded(9);
  const keys = Uint32Array.from({ length: 5000 }, () => random.below(300));
  const expected = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
  expect(Array.from(sortedByKey(keys))).toEqual(expected);
});
