import { beliefs } from './agreement.ts';
import { balance, type Balance } from './balance.ts';
import { countCast, countOf, countVotes, together, type Counts } from './counts.ts';
import { figures, standings, ranks } from './figures.ts';
import { groupFigures, groupsFigure } from './group-figures.ts';
import { groupsOf, type Grouping } from './groups.ts';
import { changedByOpenDoor, listsOf } from './lists.ts';
import { mapOf } from './map.ts';
import { matrixOf, type Matrix } from './matrix.ts';
import { nameGroups, orientation } from './naming.ts';
import type { Item, PackedBallots } from './packed.ts';
import type { Parameters } from './parameters.ts';
import { roundAll, type Balanced, type ItemFigure, type Snapshot } from './snapshot.ts';
import { weightsOf, type Weights } from './weights.ts';

/** A recount: what is published, and what only the server may know, by input row. */
export type Recount = {
  snapshot: Snapshot;
  /** What each ballot weighs, 0 to 1. */
  weight: Float64Array;
  /** The label of each ballot's group; null for those in none. */
  group: (string | null)[];
};

/**
 * Recounts a consultation from its ballots. Pure: the same ballots in any order, with the items in any order, give the
 * same snapshot to the byte; what it keeps from before is in `previous` and nowhere else.
 * @param items the list that `ballots.item` counts into
 * @param previous the snapshot published before, whose labels and number of groups are kept where they still fit
 * @throws RangeError when the ballots, items and locales do not fit together
 */
export function recount(
  ballots: PackedBallots,
  items: readonly Item[],
  previous: Snapshot | undefined,
  parameters: Parameters,
): Recount {
  const matrix = matrixOf(ballots, items, parameters.locales);
  const weights = weightsOf(matrix, parameters);
  const grouping = groupsOf(matrix, weights, previous?.groups.count, parameters);
  const believed = balance(weights.counted, parameters);
  const weighed = countVotes(weights.counted, believed.factorOf, grouping.group, grouping.count);
  const counts = { weighed, ...countCast(matrix, parameters.locales.length) };
  const named = nameGroups(matrix, counts, grouping, previous);
  const belief = beliefs(parameters.credible);
  const standing = standings(counts, named.labels, 'all', belief, parameters, matrix.items.length);
  const known = standings(counts, named.labels, 'without-open-door', belief, parameters, matrix.items.length);
  const signs = orientation(matrix, grouping, previous);
  const [x, y] = grouping.components.axes.map((axis, i) => axis.map((pull) => pull * signs[i]!));
  const figured = figures(matrix, counts, standing, [x!, y!], parameters.locales);
  const balanced = tellBalance(figured, counts, believed);
  const groups = groupFigures(matrix, counts, grouping, named, signs);
  const sizes = Object.fromEntries(groups.map((group) => [group.label, group.share]));
  const all = listsOf(figured, standing, sizes, parameters);
  const withoutOpenDoor = listsOf(figured, known, sizes, parameters);
  const changed = changedByOpenDoor(
    figured,
    { lists: all, ranks: figured.map(({ rank }) => rank) },
    { lists: withoutOpenDoor, ranks: ranks(known) },
  );
  const snapshot: Omit<Snapshot, 'format' | 'parameters'> = {
    ballots: matrix.rows,
    votes: { dealt: matrix.token.length, linked: matrix.linked.reduce((sum, votes) => sum + votes, 0) },
    weights: { ...weights.explained, balanced },
    groups: groupsFigure(grouping, named.given, groups),
    items: figured,
    lists: { all, withoutOpenDoor, changedByOpenDoor: changed },
    map: mapOf(grouping, named.labels, signs),
  };
  roundAll(snapshot);
  return { snapshot: { format: 1, parameters, ...snapshot }, ...byInputRow(matrix, weights, grouping, named.labels) };
}

/** Writes into the figures how much of their open-door votes counted, and sums up what did not. */
function tellBalance(figured: readonly ItemFigure[], counts: Counts, { open }: Balance): Balanced {
  const balanced = { items: 0, votes: 0 };
  figured.forEach((figure, column) => {
    const weighed = together(counts.weighed.map((doors) => countOf(doors[0]!, column))).seen;
    if (open[column]! - weighed <= 1e-9) return;
    figure.believed = weighed / open[column]!;
    balanced.items++;
    balanced.votes += open[column]! - weighed;
  });
  return balanced;
}

function byInputRow(matrix: Matrix, weights: Weights, grouping: Grouping, labels: readonly string[]) {
  const weight = new Float64Array(matrix.rows);
  const group: (string | null)[] = Array.from({ length: matrix.rows }, () => null);
  matrix.origin.forEach((from, row) => {
    weight[from] = weights.row[row]!;
    group[from] = labels[grouping.group[row]!] ?? null;
  });
  return { weight, group };
}
