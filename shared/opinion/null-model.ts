import { principalComponents, type Votes } from './components.ts';
import { kMeans, type Partition, type Points } from './k-means.ts';
import { projected } from './projection.ts';
import { mix, seeded } from './random.ts';
import { silhouettes } from './silhouette.ts';
import type { Parameters } from './parameters.ts';

/** What the structure of the votes is measured against: the same votes, each column shuffled among its voters. */
export type Structure = {
  /** How much of the votes one direction explains, and how well the best partition separates. */
  strength: number;
  silhouette: number;
  /** The same numbers where there is no structure. */
  shuffledStrength: number;
  shuffledSilhouette: number;
  found: boolean;
};

/** A fair sample: the first rows with about so many votes between them; their first few hundred points are grouped. */
const sampleVotes = 20_000;
const samplePoints = 200;
const restarts = 3;
const effort = { tolerance: 0.01, passes: 6, every: 6 };

/**
 * Whether there is anything to group. Shuffling a column keeps who voted on what and how an item was received, and
 * undoes only that the same people think alike. Real structure explains more than it does in every shuffle, and
 * separates better than in the middle one. Once groups were published, either the first is enough, or more than in the
 * middle one of both: groups that come and go would take their names along. Looks at a fair sample.
 */
export function structureOf(votes: Votes, hadGroups: boolean, parameters: Parameters): Structure {
  const rows = votes.rows.subarray(0, sampleRows(votes));
  const sample = sampled({ ...votes, rows });
  const places = placesByColumn(sample);
  const observed = measured(sample, parameters);
  const shuffled = Array.from({ length: parameters.shuffles }, (_, nth) =>
    measured(shuffledColumns(sample, places, mix(parameters.seed, nth)), parameters),
  );
  const [middle, last] = [Math.floor(parameters.shuffles / 2), parameters.shuffles - 1];
  const strengths = shuffled.map((one) => one.strength);
  const [middling, strongest] = [smallest(strengths, middle), smallest(strengths, last)];
  const shuffledSilhouette = smallest(
    shuffled.map((one) => one.silhouette),
    middle,
  );
  const isStronger = observed.strength > strongest;
  const isApart = observed.silhouette > shuffledSilhouette;
  const found = hadGroups ? isStronger || (isApart && observed.strength > middling) : isStronger && isApart;
  return { ...observed, shuffledStrength: hadGroups ? middling : strongest, shuffledSilhouette, found };
}

/** The value at a place when all are in ascending order. */
function smallest(values: readonly number[], place: number): number {
  return values.toSorted((a, b) => a - b)[place] ?? 0;
}

function sampleRows({ rows, start }: Votes): number {
  let count = 0;
  for (let left = sampleVotes; count < rows.length && (left > 0 || count < samplePoints); count++)
    left -= start[rows[count]! + 1]! - start[rows[count]!]!;
  return count;
}

/** A copy of the chosen rows only, so that shuffling them touches nothing else. */
function sampled(votes: Votes): Votes {
  const start = new Uint32Array(votes.rows.length + 1);
  votes.rows.forEach((row, i) => (start[i + 1] = start[i]! + votes.start[row + 1]! - votes.start[row]!));
  const token = new Uint32Array(start.at(-1)!);
  votes.rows.forEach((row, i) => token.set(votes.token.subarray(votes.start[row], votes.start[row + 1]), start[i]));
  return {
    items: votes.items,
    rows: Uint32Array.from(votes.rows, (_, i) => i),
    start,
    token,
    weight: Float64Array.from(votes.rows, (row) => votes.weight[row]!),
  };
}

/** By column, where in `token` its votes are. */
function placesByColumn(votes: Votes): number[][] {
  const places = Array.from({ length: votes.items }, (): number[] => []);
  votes.token.forEach((token, vote) => places[Math.floor(token / 3)]!.push(vote));
  return places;
}

function shuffledColumns(votes: Votes, places: readonly number[][], seed: number): Votes {
  const random = seeded(seed);
  const token = Uint32Array.from(votes.token);
  for (const column of places) {
    for (let i = column.length - 1; i > 0; i--) {
      const a = column[i]!;
      const b = column[random.below(i + 1)]!;
      const held = token[a]!;
      token[a] = token[b]!;
      token[b] = held;
    }
  }
  return { ...votes, token };
}

function measured(votes: Votes, parameters: Parameters): { strength: number; silhouette: number } {
  const components = principalComponents(votes, effort);
  const pointed = { ...votes, rows: votes.rows.subarray(0, samplePoints) };
  const points: Points = { xy: projected(pointed, components), weight: votes.weight.subarray(0, samplePoints) };
  const partitions: Partition[] = [];
  for (let k = 2; k <= parameters.mostGroups; k++) partitions.push(kMeans(points, k, parameters.seed, restarts));
  const labels = partitions.filter((one) => one.centres.length > 2).map((one) => one.label);
  return { strength: components.strength[0], silhouette: Math.max(0, ...silhouettes(points, labels)) };
}
