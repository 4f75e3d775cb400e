import { DOORS } from '../consultations/rules.ts';
import type { Matrix } from './matrix.ts';
import { openDoor } from './packed.ts';

/** Votes on one item by some people. May be fractions where ballots were weighed. `seen` includes passes. */
export type Count = { agree: number; disagree: number; seen: number };

/** The group of somebody who is in none. */
export const noGroup = 255;

/** Every count that the figures need. */
export type Counts = {
  /** By group (the last for those in none), then door class (0 open, 1 the others), then token: weighed votes. */
  weighed: Float64Array[][];
  /** By door, then token: votes as cast. */
  cast: Uint32Array[];
  /** By language, then column: votes as cast. */
  seen: Uint32Array[];
};

/**
 * Counts the votes that rank, by group and door.
 * @param counted the ballots that count, one for each family
 * @param factorOf by row, the factor on its votes by column, undefined for none (see `balance`)
 * @param group by row, below `groups` or `noGroup`
 */
export function countVotes(
  counted: Matrix,
  factorOf: (row: number) => Float64Array | undefined,
  group: Uint8Array,
  groups: number,
) {
  const { start, token, door } = counted;
  const columns = counted.items.length;
  const weighed = Array.from({ length: groups + 1 }, () => [0, 1].map(() => new Float64Array(3 * columns)));
  for (let row = 0; row < counted.rows; row++) {
    const to = weighed[Math.min(group[row]!, groups)]![door[row] === openDoor ? 0 : 1]!;
    const factor = factorOf(row);
    const end = start[row + 1]!;
    for (let vote = start[row]!; vote < end; vote++) {
      const at = token[vote]!;
      to[at]! += factor === undefined ? 1 : factor[Math.floor(at / 3)]!;
    }
  }
  return weighed;
}

/** Counts dealt votes as they were cast, by door and by language. */
export function countCast({ rows, items, start, token, door, language }: Matrix, languages: number) {
  const cast = DOORS.map(() => new Uint32Array(3 * items.length));
  const seen = Array.from({ length: languages }, () => new Uint32Array(items.length));
  for (let row = 0; row < rows; row++) {
    const castTo = cast[door[row]!]!;
    const seenTo = seen[language[row]!]!;
    const end = start[row + 1]!;
    for (let vote = start[row]!; vote < end; vote++) {
      castTo[token[vote]!]!++;
      seenTo[Math.floor(token[vote]! / 3)]!++;
    }
  }
  return { cast, seen };
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
