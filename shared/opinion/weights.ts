import { collapsed } from './collapse.ts';
import type { Matrix } from './matrix.ts';
import { nearIdentical } from './near-identical.ts';
import { openDoor } from './packed.ts';
import type { Parameters } from './parameters.ts';

/** What each ballot weighs, and why. Behaviour only: no weight ever looks at what somebody thinks. */
export type Weights = {
  /** Rows: the first row of its family of near-identical ballots, itself when it is alone (see `nearIdentical`). */
  family: Uint32Array;
  /** Rows: 1 / the size of that family; where a ballot of another door comes first in it, 1 for that one, 0 for copies. */
  row: Float64Array;
  /** The ballots that count, one for each family (see `collapsed`). */
  counted: Matrix;
  /** Rows: 1 when the counted ballot has enough votes to help form groups. */
  formsGroups: Uint8Array;
  explained: WeightsExplained;
};

/** The snapshot's account of its weights, in ballots. */
export type WeightsExplained = {
  /** Ballots by what they do: with no dealt vote, ranking only, ranking and forming groups. */
  ballots: { withoutDealtVote: number; rankOnly: number; rankAndGroup: number };
  /** Families of near-identical ballots, the ballots in them, and what they weigh together: one each. */
  collapsed: { families: number; ballots: number; weight: number; largest: number };
  /** Ballots of the other doors that weigh less than one. Always 0; printed so that nobody has to believe it. */
  otherDoorsTouched: number;
};

/** Weighs the ballots of a matrix in canonical order. */
export function weightsOf(matrix: Matrix, parameters: Parameters): Weights {
  const family = nearIdentical(matrix, parameters);
  const size = new Uint32Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row++) size[family[row]!]!++;
  const row = Float64Array.from(family, (first, at) =>
    matrix.door[first] === openDoor ? 1 / size[first]! : Number(first === at),
  );
  const fewest = Math.max(1, Math.min(parameters.votesToFormGroups, matrix.items.length));
  const counted = collapsed(matrix, family);
  const votes = ({ start }: Matrix, at: number): number => start[at + 1]! - start[at]!;
  const formsGroups = Uint8Array.from(row, (_, at) => (votes(counted, at) >= fewest ? 1 : 0));
  const ballots = { withoutDealtVote: 0, rankOnly: 0, rankAndGroup: 0 };
  let otherDoorsTouched = 0;
  for (let at = 0; at < matrix.rows; at++) {
    if (votes(matrix, at) === 0) ballots.withoutDealtVote++;
    else if (formsGroups[family[at]!] === 1) ballots.rankAndGroup++;
    else ballots.rankOnly++;
    if (row[at]! < 1 && matrix.door[at] !== openDoor) otherDoorsTouched++;
  }
  const explained = { ballots, collapsed: sizesOf(size), otherDoorsTouched };
  return { family, row, counted, formsGroups, explained };
}

function sizesOf(size: Uint32Array): WeightsExplained['collapsed'] {
  const sizes = { families: 0, ballots: 0, weight: 0, largest: 0 };
  for (const members of size) {
    if (members < 2) continue;
    sizes.families++;
    sizes.weight++;
    sizes.ballots += members;
    sizes.largest = Math.max(sizes.largest, members);
  }
  return sizes;
}
