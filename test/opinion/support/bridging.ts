import type { PackedBallots } from '#shared/opinion/packed.ts';
import { seeded } from '#shared/opinion/random.ts';

/**
 * The intercepts of Community Notes (Wojcik et al. 2022, "Birdwatch"; the constants as in its published code): what is
 * left of an item's agreement when one dimension of opinion has explained what it can. r = m + i_u + i_n + f_u f_n, a
 * bi-convex ridge problem, solved by alternating least squares. Needs no groups, so it checks what is found by groups.
 */
const forIntercepts = 0.15;
const forFactors = 0.03;
const sweeps = 60;

type Rating = { user: number; note: number; value: number };
/** What is estimated of one side: an intercept and a factor for each. */
type Side = { intercept: Float64Array; factor: Float64Array };

/** By item its intercept; NaN for items with too few ratings. */
export function bridgingIntercepts(ballots: PackedBallots): Float64Array {
  const ratings = filtered(ratingsOf(ballots), ballots);
  const random = seeded(1);
  const blank = (size: number): Side => ({
    intercept: new Float64Array(size),
    factor: Float64Array.from({ length: size }, () => random.next() - 0.5),
  });
  const [users, notes] = [blank(ballots.rows), blank(ballots.items)];
  const byUser = Map.groupBy(ratings, ({ user }) => user);
  const byNote = Map.groupBy(ratings, ({ note }) => note);
  let mean = 0;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const left = ratings.reduce((sum, one) => sum + one.value - predicted(one, users, notes), 0);
    mean = left / (ratings.length * (1 + forIntercepts));
    for (const [user, own] of byUser)
      solve(
        users,
        user,
        own.map(({ note, value }) => [value - mean - notes.intercept[note]!, notes.factor[note]!]),
        ratings.length / byUser.size,
      );
    for (const [note, own] of byNote)
      solve(
        notes,
        note,
        own.map(({ user, value }) => [value - mean - users.intercept[user]!, users.factor[user]!]),
        ratings.length / byNote.size,
      );
  }
  return notes.intercept.map((intercept, note) => (byNote.has(note) ? intercept : Number.NaN));
}

const predicted = ({ user, note }: Rating, users: Side, notes: Side): number =>
  users.intercept[user]! + notes.intercept[note]! + users.factor[user]! * notes.factor[note]!;

/** The ridge regression of one: what is left of her ratings on the other side's factors. */
function solve(side: Side, nth: number, rows: [left: number, factor: number][], weight: number): void {
  let [ff, f, lf, l] = [weight * forFactors, 0, 0, 0];
  for (const [left, factor] of rows) {
    ff += factor * factor;
    f += factor;
    lf += left * factor;
    l += left;
  }
  const n = rows.length + weight * forIntercepts;
  const determinant = n * ff - f * f;
  side.intercept[nth] = (l * ff - lf * f) / determinant;
  side.factor[nth] = (n * lf - f * l) / determinant;
}

function ratingsOf({ rows, start, item, choice }: PackedBallots): Rating[] {
  return Array.from({ length: rows }, (_, user) =>
    Array.from({ length: start[user + 1]! - start[user]! }, (__, i) => {
      const vote = start[user]! + i;
      return { user, note: item[vote]!, value: (choice[vote]! + 1) / 2 };
    }),
  ).flat();
}

/** Notes with five ratings, of them raters with ten, of theirs notes with five again: once, as there. */
function filtered(all: Rating[], { rows, items }: PackedBallots): Rating[] {
  const often = (ratings: Rating[], side: 'user' | 'note', fewest: number): Rating[] => {
    const counts = new Uint32Array(side === 'user' ? rows : items);
    for (const one of ratings) counts[one[side]]!++;
    return ratings.filter((one) => counts[one[side]]! >= fewest);
  };
  return often(often(often(all, 'note', 5), 'user', 10), 'note', 5);
}

/** Spearman's rank correlation of the places where both are numbers. */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const both = Array.from({ length: a.length }, (_, i) => i).filter((i) => !Number.isNaN(a[i]! + b[i]!));
  const ranks = (of: ArrayLike<number>): number[] => {
    const order = both.map((_, i) => i).sort((x, y) => of[both[x]!]! - of[both[y]!]!);
    const places: number[] = [];
    order.forEach((at, place) => (places[at] = place));
    return places;
  };
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (both.length - 1) / 2;
  const spread = x.reduce((sum, place) => sum + (place - middle) ** 2, 0);
  return x.reduce((sum, place, i) => sum + (place - middle) * (y[i]! - middle), 0) / spread;
}
