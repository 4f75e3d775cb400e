import { Matrix as Dense, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { principalComponents, type Votes } from '#shared/opinion/components.ts';
import { matrixOf, type Matrix } from '#shared/opinion/matrix.ts';
import { projected } from '#shared/opinion/projection.ts';
import { seeded } from '#shared/opinion/random.ts';
import { symmetricEigen } from '#shared/opinion/eigen.ts';
import { conversation, conversations } from './support/polis.ts';
import { packed } from './support/packing.ts';
import { aTown, packedTown, parameters } from './support/town.ts';

const everybody = (matrix: Matrix, weight = new Float64Array(matrix.rows).fill(1)): Votes => ({
  items: matrix.items.length,
  rows: Uint32Array.from({ length: matrix.rows }, (_, row) => row),
  start: matrix.start,
  token: matrix.token,
  weight,
});

/** The textbook way: every missing vote filled in with its column's mean, then a full singular value decomposition. */
function textbook(votes: Votes): { axes: number[][]; squares: number[] } {
  const rows = Array.from(votes.rows, (row) => {
    const filled = new Float64Array(votes.items).fill(Number.NaN);
    for (const token of votes.token.subarray(votes.start[row], votes.start[row + 1]))
      filled[Math.floor(token / 3)] = (token % 3) - 1;
    return filled;
  });
  const centred = rows.map((row) => new Float64Array(row.length));
  for (let j = 0; j < votes.items; j++) {
    let [sum, seen] = [0, 0];
    rows.forEach((row, i) => {
      if (Number.isNaN(row[j])) return;
      sum += votes.weight[i]! * row[j]!;
      seen += votes.weight[i]!;
    });
    rows.forEach((row, i) => {
      if (!Number.isNaN(row[j])) centred[i]![j] = (row[j]! - sum / seen) * Math.sqrt(votes.weight[i]!);
    });
  }
  const svd = new SingularValueDecomposition(new Dense(centred.map((row) => Array.from(row))), { autoTranspose: true });
  const { rightSingularVectors, diagonal } = svd;
  return {
    axes: [0, 1].map((nth) => rightSingularVectors.getColumn(nth)),
    squares: diagonal.map((value) => value ** 2),
  };
}

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let [dot, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    squareA += a[i]! ** 2;
    squareB += b[i]! ** 2;
  }
  return Math.abs(dot) / Math.sqrt(squareA * squareB);
};

describe('principal components', () => {
  for (const name of conversations) {
    test(`are those of a full singular value decomposition on ${name}`, () => {
      const { items, ballots } = conversation(name);
      const votes = everybody(matrixOf(ballots, items, ['en']));
      const found = principalComponents(votes);
      const { axes, squares } = textbook(votes);
      expect(cosine(found.axes[0], axes[0]!)).toBeGreaterThan(0.999999);
      expect(cosine(found.axes[1], axes[1]!)).toBeGreaterThan(0.999999);
      expect(found.strength[0]).toBeCloseTo(squares[0]!, 6);
      expect(found.strength[1]).toBeCloseTo(squares[1]!, 6);
    });
  }

  test('take weights into account like a full decomposition does', () => {
    const town = aTown({ people: 90, items: 25, votes: 12, seed: 8 });
    const matrix = matrixOf(packedTown(town), town.items, parameters.locales);
    const random = seeded(1);
    const votes = everybody(
      matrix,
      new Float64Array(matrix.rows).map(() => random.next()),
    );
    const found = principalComponents(votes);
    const { axes } = textbook(votes);
    expect(cosine(found.axes[0], axes[0]!)).toBeGreaterThan(0.999999);
    expect(cosine(found.axes[1], axes[1]!)).toBeGreaterThan(0.999999);
  });

  test('are found where both are equally strong', () => {
    const ballots = [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ].map(
      ([a, b]) =>
        [
          [0, a!],
          [1, b!],
        ] as const,
    );
    const votes = everybody(matrixOf(packed(ballots, 2), aTown({ people: 0, items: 2, votes: 1 }).items, ['en']));
    const { axes, strength } = principalComponents(votes);
    expect(strength[0]).toBeCloseTo(4, 12);
    expect(strength[1]).toBeCloseTo(4, 12);
    expect(cosine(axes[0], axes[1])).toBeLessThan(1e-12);
  });

  test('are zero where votes differ in one direction only, or in none', () => {
    const { items } = aTown({ people: 0, items: 1, votes: 1 });
    const one = principalComponents(everybody(matrixOf(packed([[[0, 1]], [[0, -1]]], 1), items, ['en'])));
    expect(one.axes.map((axis) => Array.from(axis, Math.abs))).toEqual([[1], [0]]);
    const same = principalComponents(everybody(matrixOf(packed([[[0, 1]], [[0, 1]]], 1), items, ['en'])));
    expect(same.strength).toEqual([0, 0]);
  });

  test('place people with the scale for missing votes', () => {
    const town = aTown({ people: 40, items: 12, votes: 6, seed: 3 });
    const matrix = matrixOf(packedTown(town), town.items, parameters.locales);
    const votes = everybody(matrix);
    const { mean, axes, ...rest } = principalComponents(votes);
    const points = projected(votes, { mean, axes, ...rest });
    for (let row = 0; row < matrix.rows; row++) {
      const tokens = matrix.token.subarray(matrix.start[row], matrix.start[row + 1]);
      for (const nth of [0, 1] as const) {
        let sum = 0;
        for (const token of tokens) {
          const j = Math.floor(token / 3);
          sum += ((token % 3) - 1 - mean[j]!) * axes[nth][j]!;
        }
        expect(points[2 * row + nth]).toBeCloseTo(sum * Math.sqrt(12 / Math.max(1, tokens.length)), 12);
      }
    }
  });
});

test('the eigenvectors of a small symmetric matrix rebuild it', () => {
  const random = seeded(4);
  const size = 9;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) matrix[i]![j] = matrix[j]![i] = random.next() - 0.5;
  const { values, vectors } = symmetricEigen(matrix.map((row) => Float64Array.from(row)));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const rebuilt = vectors.reduce((sum, vector, nth) => sum + values[nth]! * vector[i]! * vector[j]!, 0);
      expect(rebuilt).toBeCloseTo(matrix[i]![j]!, 12);
    }
  }
  expect(Array.from(values)).toEqual(Array.from(values).toSorted((a, b) => b - a));
});
