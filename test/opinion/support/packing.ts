import type { PackedBallots } from '#shared/opinion/packed.ts';

/** One ballot: pairs of column and choice, columns ascending. */
export type Ballot = readonly (readonly [item: number, choice: number])[];

/** What a ballot is besides its votes; by default handed, first language, everything dealt. */
export type About = { door?: number; language?: number; linked?: readonly number[] };

/** Packs ballots written by hand the way the server packs those it stores. */
export function packed(
  ballots: readonly Ballot[],
  items: number,
  about: (row: number) => About = () => ({}),
): PackedBallots {
  const start = new Uint32Array(ballots.length + 1);
  ballots.forEach((ballot, row) => (start[row + 1] = start[row]! + ballot.length));
  const votes = ballots.flat();
  const way = new Uint8Array(votes.length);
  ballots.forEach((ballot, row) =>
    ballot.forEach(([item], at) => (way[start[row]! + at] = about(row).linked?.includes(item) === true ? 1 : 0)),
  );
  return {
    rows: ballots.length,
    items,
    start,
    item: Uint32Array.from(votes, ([item]) => item),
    choice: Int8Array.from(votes, ([, choice]) => choice),
    way,
    door: Uint8Array.from(ballots, (_, row) => about(row).door ?? 1),
    language: Uint8Array.from(ballots, (_, row) => about(row).language ?? 0),
  };
}

/** The ballots of a packing, to change and pack again. */
export function unpacked(ballots: PackedBallots): Ballot[] {
  return Array.from({ length: ballots.rows }, (_, row) =>
    Array.from(ballots.item.subarray(ballots.start[row], ballots.start[row + 1]), (item, at) => [
      item,
      ballots.choice[ballots.start[row]! + at]!,
    ]),
  );
}
