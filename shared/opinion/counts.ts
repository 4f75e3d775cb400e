import { DOORS } from '../consultations/rules.ts';
import type { Matrix } from './matrix.ts';
import { openDoor } from './packed.ts';

/** Votes on one item by some people. May be fractions where ballots were weighed. `seen` includes passes. */
export type Count = { agree: number; disagree: number; seen: number };

/** The group of somebody who is in none. */
export const noGroup = 255;

/** Every count that the figures need, from one pass over the votes. */
export type Counts = {
  /** By group (the last for those in none), then door class (0 open, 1 the others), then token: weighed votes. */
  weighed: Float64Array[][];
  /** By door, then token: votes as cast. */
  cast: Uint32Array[];
  /** By language, then column: votes as cast. */
  seen: Uint32Array[];
};

/** What one vote weighs: its ballot's weight and, in the open door, how far its item's exposure is believed there. */
export type Weighing = {
  row: Float64Array;
  /** By language, then column: the factor on open-door votes, 0 to 1 (see `balance`). */
  balance: Float64Array[];
};

/** Counts the dealt votes by group, door and language. `group` is by row, below `groups` or `noGroup`. */
export function countVotes(
  matrix: Matrix,
  weighing: Weighing,
  group: Uint8Array,
  groups: number,
  languages: number,
): Counts {
  const { start, token, door, language } = matrix;
  const columns = matrix.items.length;
  const weighed = Array.from({ length: groups + 1 }, () => [0, 1].map(() => new Float64Array(3 * columns)));
  const cast = DOORS.map(() => new Uint32Array(3 * columns));
  const seen = Array.from({ length: languages }, () => new Uint32Array(columns));
  const columnOf = Uint32Array.from({ length: 3 * columns }, (_, t) => Math.floor(t / 3));
  for (let row = 0; row < matrix.rows; row++) {
    const open = door[row] === openDoor;
    const to = weighed[Math.min(group[row]!, groups)]![open ? 0 : 1]!;
    const castTo = cast[door[row]!]!;
    const seenTo = seen[language[row]!]!;
    const factor = open ? weighing.balance[language[row]!]! : undefined;
    const weight = weighing.row[row]!;
    const end = start[row + 1]!;
    for (let vote = start[row]!; vote < end; vote++) {
      const at = token[vote]!;
      const column = columnOf[at]!;
      to[at]! += factor === undefined ? weight : weight * factor[column]!;
      castTo[at]!++;
      seenTo[column]!++;
    }
  }
  return { weighed, cast, seen };
}

/** The count of one column in a table by token. */
export function countOf(table: ArrayLike<number>, column: number): Count {
  const [disagree, pass, agree] = [table[3 * column]!, table[3 * column + 1]!, table[3 * column + 2]!];
  return { agree, disagree, seen: disagree + pass + agree };
}

/** Several counts together. */
export function together(counts: readonly Count[]): Count {
  const sum = { agree: 0, disagree: 0, seen: 0 };
  for (const count of counts) {
    sum.agree += count.agree;
    sum.disagree += count.disagree;
    sum.seen += count.seen;
  }
  return sum;
}
