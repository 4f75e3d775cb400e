import type { Votes } from './components.ts';

/** A profile starts from what all think of an item, which counts as much as two votes. */
const priorVotes = 2;
/** No group is taken to be more of one mind than this, in squared votes. */
const leastSpread = 0.05;
/** Few, because the groups shall stay those of the map. */
const steps = 2;

/**
 * Corrects a partition of the map by all votes. The map keeps two directions only, and there somebody of mixed views
 * may stand near a group with whom she disagrees on much. So everybody is compared with what each group thinks of every
 * item that she met, her own vote left out, and joins the group to which her answers are likeliest. A group of one mind
 * asks for more likeness than one whose people differ (classification EM, each group with a spread of its own; Celeux
 * and Govaert 1992), but that counts half, because what one knows of a spread comes from a first guess.
 * @param label by place in `votes.rows`, below `groups`
 */
export function byAllVotes(votes: Votes, label: Uint8Array, groups: number): Uint8Array {
  const mean = meansOf(sumsOf(votes, new Uint8Array(label.length), 1)[0]!);
  let now = label;
  for (let step = 0, before; step < steps && !isSame(now, before); step++) {
    before = now;
    now = likeliest(votes, now, sumsOf(votes, now, groups), mean);
  }
  return now;
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && one.every((group, i) => group === other[i]);
}

/** By token, votes. */
type Sums = Float64Array;

function sumsOf({ items, rows, start, token }: Votes, label: Uint8Array, groups: number): Sums[] {
  const sums = Array.from({ length: groups }, () => new Float64Array(3 * items));
  rows.forEach((row, i) => {
    const own = sums[label[i]!]!;
    const end = start[row + 1]!;
    for (let vote = start[row]!; vote < end; vote++) own[token[vote]!]!++;
  });
  return sums;
}

function meansOf(sums: Sums): Float64Array {
  return Float64Array.from({ length: sums.length / 3 }, (_, j) => {
    const seen = sums[3 * j]! + sums[3 * j + 1]! + sums[3 * j + 2]!;
    return seen === 0 ? 0 : (sums[3 * j + 2]! - sums[3 * j]!) / seen;
  });
}

/**
 * By token, how far such a vote is from a group's profile, squared: for members, their own vote left out, and for
 * others. And for all votes of members together.
 */
type Distances = { member: Float64Array; other: Float64Array; total: number; votes: number };

function distancesOf(sums: Sums, mean: Float64Array): Distances {
  const [member, other] = [new Float64Array(sums.length), new Float64Array(sums.length)];
  let [total, votes] = [0, 0];
  mean.forEach((prior, j) => {
    const [against, pass, agree] = [sums[3 * j]!, sums[3 * j + 1]!, sums[3 * j + 2]!];
    const seen = against + pass + agree;
    const sum = agree - against + priorVotes * prior;
    for (let choice = -1; choice <= 1; choice++) {
      const at = 3 * j + choice + 1;
      other[at] = (choice - sum / (seen + priorVotes)) ** 2;
      member[at] = (choice - (sum - choice) / (seen - 1 + priorVotes)) ** 2;
      total += sums[at]! * member[at];
    }
    votes += seen;
  });
  return { member, other, total, votes };
}

/** How far apart the votes of members are: the geometric mean of their group's spread and of that of all groups. */
function spreadsOf(groups: readonly Distances[]): number[] {
  const [total, votes] = groups.reduce(([sum, count], one) => [sum + one.total, count + one.votes], [0, 0]);
  const spreadOf = (sum: number, count: number): number => Math.max(leastSpread, sum / Math.max(1, count));
  return groups.map((one) => Math.sqrt(spreadOf(one.total, one.votes) * spreadOf(total, votes)));
}

/** For each row the group to which its answers are likeliest; of equal ones the first. */
function likeliest(
  { rows, start, token }: Votes,
  label: Uint8Array,
  sums: readonly Sums[],
  mean: Float64Array,
): Uint8Array {
  const groups = sums.map((one) => distancesOf(one, mean));
  const spreads = spreadsOf(groups);
  return label.map((own, i) => {
    const row = rows[i]!;
    const [first, end] = [start[row]!, start[row + 1]!];
    let best = own;
    let least = Infinity;
    for (let group = 0; group < groups.length; group++) {
      const { member, other } = groups[group]!;
      const distance = group === own ? member : other;
      let sum = 0;
      for (let vote = first; vote < end; vote++) sum += distance[token[vote]!]!;
      const unlikely = sum / spreads[group]! + (end - first) * Math.log(spreads[group]!);
      if (unlikely >= least) continue;
      least = unlikely;
      best = group;
    }
    return best;
  });
}
