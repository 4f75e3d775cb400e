import type { Matrix } from './matrix.ts';
import { openDoor } from './packed.ts';

/**
 * The ballots that count: every family of near-identical ones has become a single ballot, in the place of its first,
 * holding the answers that more than half of them gave; the others are empty. So a family has one voice, and none on
 * what its members do not have in common: a copy of an honest ballot adds nothing to it by one answer of its own. A
 * ballot of another door that comes first in a family stays as it is, and the others add nothing to it.
 * @param family by row the first row of its family, as from `nearIdentical`
 */
export function collapsed(matrix: Matrix, family: Uint32Array): Matrix {
  const members = membersOf(matrix, family);
  const alone = family.every((first, row) => first === row);
  if (alone) return matrix;
  const start = new Uint32Array(matrix.rows + 1);
  const token = new Uint32Array(matrix.token.length);
  for (let row = 0; row < matrix.rows; row++) {
    let at = start[row]!;
    const rows = members.get(row);
    if (rows !== undefined) for (const answer of commonAnswers(matrix, rows)) token[at++] = answer;
    else if (family[row] === row)
      for (let vote = matrix.start[row]!; vote < matrix.start[row + 1]!; vote++) token[at++] = matrix.token[vote]!;
    start[row + 1] = at;
  }
  return { ...matrix, start, token: token.subarray(0, start[matrix.rows]) };
}

/** By first row, the rows of every family of two or more that has one voice among them. */
function membersOf({ door }: Matrix, family: Uint32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  family.forEach((first, row) => {
    if (first === row || door[first] !== openDoor) return;
    const rows = members.get(first);
    if (rows === undefined) members.set(first, [first, row]);
    else rows.push(row);
  });
  return members;
}

/** The answers of more than half of some rows, ascending. */
function commonAnswers({ start, token }: Matrix, rows: readonly number[]): number[] {
  const votes = new Map<number, number>();
  for (const row of rows)
    for (let vote = start[row]!; vote < start[row + 1]!; vote++)
      votes.set(token[vote]!, (votes.get(token[vote]!) ?? 0) + 1);
  return [...votes.keys()].filter((answer) => 2 * votes.get(answer)! > rows.length).sort((a, b) => a - b);
}
