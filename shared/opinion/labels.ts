/** What a group thinks of each item, by item id: the mean vote, -1 to 1, and by how many people. */
export type Profile = ReadonlyMap<string, { mean: number; seen: number }>;

/** The nth label ever given in a consultation: A to Z, then AA, AB, … */
export function labelNumber(nth: number): string {
  const letter = String.fromCodePoint(65 + (nth % 26));
  return nth < 26 ? letter : labelNumber(Math.floor(nth / 26) - 1) + letter;
}

/**
 * Gives groups the labels of the previous snapshot's groups that thought most like them, so that "group B" stays who
 * it was. Needs nobody's ballot: only what both snapshots publish. Among all ways to pair them the one with the largest
 * total likeness is taken; pairs that are unlike are not paired. A label is never given to a new group again.
 * @param groups profiles of the new groups, largest first: that is the order in which they get new labels
 * @param given how many labels were ever given in this consultation
 */
export function labelsFor(
  groups: readonly Profile[],
  previous: ReadonlyMap<string, Profile>,
  given: number,
): { labels: string[]; given: number } {
  const names = [...previous.keys()].sort();
  const alike = likenesses(
    groups,
    names.map((name) => previous.get(name)!),
  );
  const { chosen } = bestPairing(alike, 0, new Set());
  let next = given;
  const labels = groups.map((_, i) => {
    const old = chosen[i];
    return old === undefined ? labelNumber(next++) : names[old]!;
  });
  return { labels, given: next };
}

/** How alike each new and each old group are: their leanings, each against its own snapshot's average, multiplied. */
function likenesses(groups: readonly Profile[], previous: readonly Profile[]): number[][] {
  const leanings = (profiles: readonly Profile[]) => {
    const average = averageOf(profiles);
    return profiles.map(
      (profile) => new Map([...profile].map(([id, { mean, seen }]) => [id, { mean: mean - average.get(id)!, seen }])),
    );
  };
  const old = leanings(previous);
  return leanings(groups).map((group) => old.map((other) => likeness(group, other)));
}

function averageOf(profiles: readonly Profile[]): Map<string, number> {
  const sums = new Map<string, { vote: number; seen: number }>();
  for (const profile of profiles) {
    for (const [id, { mean, seen }] of profile) {
      const sum = sums.get(id) ?? { vote: 0, seen: 0 };
      sums.set(id, { vote: sum.vote + mean * seen, seen: sum.seen + seen });
    }
  }
  return new Map([...sums].map(([id, { vote, seen }]) => [id, seen > 0 ? vote / seen : 0]));
}

/** A weighted correlation; an item counts by the smaller of its two audiences. 1 for the same leanings, 0 for none. */
function likeness(a: Profile, b: Profile): number {
  let [product, squareA, squareB] = [0, 0, 0];
  for (const [id, one] of a) {
    const other = b.get(id);
    if (other === undefined) continue;
    const weight = Math.min(one.seen, other.seen);
    product += weight * one.mean * other.mean;
    squareA += weight * one.mean * one.mean;
    squareB += weight * other.mean * other.mean;
  }
  const length = Math.sqrt(squareA * squareB);
  return length > 0 ? product / length : 0;
}

type Pairing = { total: number; chosen: (number | undefined)[] };

/** Tries every pairing: at most five groups meet at most a few labels. */
function bestPairing(table: readonly number[][], from: number, taken: ReadonlySet<number>): Pairing {
  if (from === table.length) return { total: 0, chosen: [] };
  const alone = bestPairing(table, from + 1, taken);
  let best: Pairing = { total: alone.total, chosen: [undefined, ...alone.chosen] };
  table[from]!.forEach((alike, old) => {
    if (alike <= 0 || taken.has(old)) return;
    const rest = bestPairing(table, from + 1, new Set([...taken, old]));
    if (alike + rest.total > best.total) best = { total: alike + rest.total, chosen: [old, ...rest.chosen] };
  });
  return best;
}
