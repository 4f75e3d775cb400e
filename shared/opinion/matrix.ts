import { DOORS } from '../consultations/rules.ts';
import { columnsOf, type Columns } from './columns.ts';
import { foldVotes, type FoldableVote } from './folding.ts';
import type { Item, PackedBallots } from './packed.ts';
import { mix } from './random.ts';
import { sortedByKey } from './sorted.ts';

/**
 * The votes that count, in canonical order, never dense. A vote is one token: 3 × column + choice + 1. What a person
 * thinks of an item and that she met it are then one number, and most of the mathematics is adding in a table by token.
 */
export type Matrix = {
  rows: number;
  /** The columns, by id. */
  items: readonly Item[];
  /** rows + 1 offsets into `token`. */
  start: Uint32Array;
  /** Dealt votes, ascending in a row. Votes reached by a link are counted in `linked` only. */
  token: Uint32Array;
  /** Rows: door and language as in the input. */
  door: Uint8Array;
  language: Uint8Array;
  /** Rows: where the row stood in the input. */
  origin: Uint32Array;
  /** By token: votes reached by a link. */
  linked: Uint32Array;
};

/**
 * Packs ballots into canonical order: columns by id, rows by a hash of what they say, then by content, door and
 * locale. So every sum that follows runs in the same order for the same ballots, and the first rows are a fair
 * sample of all. Linear in votes but for the sort of the rows.
 * @throws RangeError when the arrays do not fit together or a row votes twice on an item
 */
export function matrixOf(ballots: PackedBallots, items: readonly Item[], locales: readonly string[]): Matrix {
  checkShape(ballots, items, locales);
  const columns = columnsOf(items);
  const linked = new Uint32Array(3 * columns.items.length);
  const dealt = dealtVotes(ballots, columns, linked);
  const origin = canonicalRows(dealt, ballots, locales);
  const start = new Uint32Array(ballots.rows + 1);
  const token = new Uint32Array(dealt.start[ballots.rows]!);
  const door = new Uint8Array(ballots.rows);
  const language = new Uint8Array(ballots.rows);
  for (let row = 0; row < ballots.rows; row++) {
    const from = origin[row]!;
    const first = dealt.start[from]!;
    const length = dealt.start[from + 1]! - first;
    let at = start[row]!;
    start[row + 1] = at + length;
    for (let vote = first; vote < first + length; vote++) token[at++] = dealt.token[vote]!;
    door[row] = ballots.door[from]!;
    language[row] = ballots.language[from]!;
  }
  return { rows: ballots.rows, items: columns.items, start, token, door, language, origin, linked };
}

type Dealt = { start: Uint32Array; token: Uint32Array };

/** The dealt votes as tokens, still in the input's row order; counts the linked ones on the way. */
function dealtVotes(ballots: PackedBallots, columns: Columns, linked: Uint32Array): Dealt {
  const start = new Uint32Array(ballots.rows + 1);
  const token = new Uint32Array(ballots.item.length);
  let at = 0;
  for (let row = 0; row < ballots.rows; row++) {
    const first = at;
    const write = (place: number, choice: number, byLink: boolean): void => {
      const value = 3 * place + choice + 1;
      if (byLink) linked[value] = linked[value]! + 1;
      else token[at++] = value;
    };
    const [from, end] = [ballots.start[row]!, ballots.start[row + 1]!];
    if (folds(ballots, columns, from, end)) {
      for (const { place, choice, linked: byLink } of foldVotes(votesOf(ballots, columns, from, end)))
        write(place, choice, byLink);
    } else {
      for (let vote = from; vote < end; vote++)
        write(columns.place[ballots.item[vote]!]!, ballots.choice[vote]!, ballots.way[vote] === 1);
    }
    sortRow(token, first, at);
    start[row + 1] = at;
  }
  return { start, token };
}

/** Ascending in place: insertion for short and nearly sorted rows, the native sort for the others. */
function sortRow(token: Uint32Array, first: number, end: number): void {
  let moves = 0;
  for (let i = first + 1; i < end; i++) {
    const value = token[i]!;
    let hole = i;
    while (hole > first && token[hole - 1]! > value) {
      token[hole] = token[hole - 1]!;
      hole--;
    }
    token[hole] = value;
    moves += i - hole;
    if (moves > 2000) {
      token.subarray(first, end).sort();
      return;
    }
  }
}

/** Is one of these votes on something that was merged into another? Nearly none is, and then nothing is to be folded. */
function folds({ item }: PackedBallots, { folded }: Columns, from: number, end: number): boolean {
  for (let vote = from; vote < end; vote++) if (folded[item[vote]!] === 1) return true;
  return false;
}

function votesOf({ item, choice, way }: PackedBallots, { place, folded }: Columns, from: number, end: number) {
  return Array.from({ length: end - from }, (_, nth): FoldableVote => {
    const vote = from + nth;
    const column = item[vote]!;
    return {
      place: place[column]!,
      choice: choice[vote]!,
      linked: way[vote] === 1,
      folded: folded[column] === 1,
    };
  });
}

/**
 * Input rows in canonical order. The first rows serve as a sample, so nobody may be able to vote himself into it: every
 * hash is mixed with the sum of all, which nobody knows before the last ballot is in.
 */
function canonicalRows(dealt: Dealt, ballots: PackedBallots, locales: readonly string[]): Uint32Array {
  const keys = new Uint32Array(ballots.rows);
  let all = 0;
  for (let row = 0; row < ballots.rows; row++) {
    let key = 0;
    for (let vote = dealt.start[row]!; vote < dealt.start[row + 1]!; vote++) key = mix(key, dealt.token[vote]!);
    keys[row] = key;
    all = (all + key) >>> 0;
  }
  for (let row = 0; row < ballots.rows; row++) keys[row] = mix(keys[row]!, all);
  const order = sortedByKey(keys);
  const compare = (a: number, b: number): number =>
    compareContent(dealt, a, b) ||
    ballots.door[a]! - ballots.door[b]! ||
    compareText(locales[ballots.language[a]!]!, locales[ballots.language[b]!]!) ||
    a - b;
  for (let from = 0; from < ballots.rows;) {
    let end = from + 1;
    while (end < ballots.rows && keys[order[end]!] === keys[order[from]!]) end++;
    if (end > from + 1) order.subarray(from, end).sort(compare);
    from = end;
  }
  return order;
}

function compareContent(dealt: Dealt, a: number, b: number): number {
  const firstA = dealt.start[a]!;
  const firstB = dealt.start[b]!;
  const length = dealt.start[a + 1]! - firstA;
  const longer = length - (dealt.start[b + 1]! - firstB);
  if (longer !== 0) return longer;
  for (let i = 0; i < length; i++) {
    const difference = dealt.token[firstA + i]! - dealt.token[firstB + i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function checkShape(ballots: PackedBallots, items: readonly Item[], locales: readonly string[]): void {
  const votes = ballots.start[ballots.rows];
  const fits =
    ballots.items === items.length &&
    ballots.start.length === ballots.rows + 1 &&
    [ballots.item, ballots.choice, ballots.way].every((one) => one.length === votes) &&
    [ballots.door, ballots.language].every((one) => one.length === ballots.rows);
  if (!fits) throw new RangeError('the packed ballots do not fit together');
  for (let row = 0; row < ballots.rows; row++) {
    if (ballots.language[row]! >= locales.length) throw new RangeError(`row ${row} has no locale`);
    if (ballots.door[row]! >= DOORS.length) throw new RangeError(`row ${row} came through no door`);
    for (let vote = ballots.start[row]!; vote < ballots.start[row + 1]!; vote++) {
      const column = ballots.item[vote]!;
      if (column >= items.length) throw new RangeError(`row ${row} votes on no item`);
      if (vote > ballots.start[row]! && column <= ballots.item[vote - 1]!)
        throw new RangeError(`row ${row} is not ascending`);
      if (Math.abs(ballots.choice[vote]!) > 1 || ballots.way[vote]! > 1)
        throw new RangeError(`row ${row} holds a vote that is none`);
    }
  }
}
