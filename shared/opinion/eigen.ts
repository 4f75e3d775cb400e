/** The eigenvalues of a small symmetric matrix, largest first, and for each its unit eigenvector. */
export type Eigen = { values: Float64Array; vectors: Float64Array[] };

/**
 * Cyclic Jacobi rotations (Golub and Van Loan, "Matrix Computations", 8.5), for matrices of a few dozen rows.
 * @param matrix rows of a symmetric matrix; overwritten
 */
export function symmetricEigen(matrix: Float64Array[]): Eigen {
  const size = matrix.length;
  const vectors = matrix.map((_, i) => Float64Array.from({ length: size }, (_unused, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30 && !isDiagonal(matrix); sweep++)
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(matrix, vectors, p, q);
  const order = matrix.map((_, i) => i).sort((a, b) => matrix[b]![b]! - matrix[a]![a]! || a - b);
  return {
    values: Float64Array.from(order, (i) => matrix[i]![i]!),
    vectors: order.map((i) => vectors[i]!),
  };
}

function isDiagonal(matrix: readonly Float64Array[]): boolean {
  let off = 0;
  let on = 0;
  for (let i = 0; i < matrix.length; i++) {
    on += matrix[i]![i]! ** 2;
    for (let j = 0; j < i; j++) off += matrix[i]![j]! ** 2;
  }
  return off <= 1e-26 * on;
}

/** Turns rows and columns p and q so that the entry between them becomes zero. */
function rotate(matrix: Float64Array[], vectors: Float64Array[], p: number, q: number): void {
  const rowP = matrix[p]!;
  const rowQ = matrix[q]!;
  if (rowP[q] === 0) return;
  const theta = (rowQ[q]! - rowP[p]!) / (2 * rowP[q]!);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of matrix) {
    const a = row[p]!;
    const b = row[q]!;
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  }
  turn(rowP, rowQ, cosine, sine);
  turn(vectors[p]!, vectors[q]!, cosine, sine);
}

function turn(first: Float64Array, second: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < first.length; i++) {
    const a = first[i]!;
    const b = second[i]!;
    first[i] = cosine * a - sine * b;
    second[i] = sine * a + cosine * b;
  }
}
