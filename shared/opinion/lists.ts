import { representativeness } from './representativeness.ts';
import type { Count } from './counts.ts';
import type { Standing } from './figures.ts';
import type { Parameters } from './parameters.ts';
import type { ItemFigure, ListChange, Lists } from './snapshot.ts';

/** What the lists need of an item besides how it stands. */
type Named = Pick<ItemFigure, 'id' | 'linked' | 'unseenIn'>;

/**
 * The lists that drafters read. An item with too little data is in no other list; one can be both needed by a group
 * and dividing. What is shared is the agreement of every single group, never an average that hides one.
 * @param sizes by group label its share of those who form groups, 0 to 1
 */
export function listsOf(
  items: readonly Named[],
  standing: readonly Standing[],
  sizes: Readonly<Record<string, number>>,
  parameters: Parameters,
): Lists {
  const lists: Lists = { shared: [], needed: [], divides: [], tooLittle: [], linked: [] };
  items.forEach((item, column) => {
    const { id, unseenIn, linked } = item;
    const one = standing[column]!;
    if (linked.agree + linked.disagree + linked.pass > 0) lists.linked.push({ id, ...linked });
    if (one.missing > 0) {
      lists.tooLittle.push({ id, missing: one.missing, unseenIn });
      return;
    }
    const direction = sharedDirection(one, parameters);
    if (direction !== undefined)
      lists.shared.push({ id, direction, low: direction === 'agree' ? one.consensus.low : one.disagree.low, unseenIn });
    const group = direction === undefined ? neededBy(one, parameters) : undefined;
    if (group !== undefined) lists.needed.push({ id, group, size: sizes[group]!, ...needOf(one, group), unseenIn });
    const sides = dividedSides(one, parameters);
    if (sides !== undefined) lists.divides.push({ id, ...one.divisiveness, ...sides, unseenIn });
  });
  lists.shared.sort((a, b) => compareText(a.direction, b.direction) || b.low - a.low || compareText(a.id, b.id));
  lists.needed.sort((a, b) => b.low - a.low || compareText(a.id, b.id));
  lists.divides.sort((a, b) => b.low - a.low || compareText(a.id, b.id));
  lists.tooLittle.sort((a, b) => a.missing - b.missing || compareText(a.id, b.id));
  lists.linked.sort((a, b) => b.agree - a.agree || compareText(a.id, b.id));
  return lists;
}

/** The direction that all groups share, each of them by more than half and together beyond doubt. */
function sharedDirection(
  { agree, disagree, consensus, groups }: Standing,
  { shared }: Parameters,
): 'agree' | 'disagree' | undefined {
  const each = Object.values(groups);
  if (consensus.low >= shared && agree.low >= shared && each.every((group) => group.share > 0.5)) return 'agree';
  if (disagree.low >= shared && each.every(isAgainst)) return 'disagree';
  return undefined;
}

function isAgainst({ disagree, seen }: Count): boolean {
  return (disagree + 1) / (seen + 2) > 0.5;
}

/** The one group that certainly wants it, stands out with that, and is alone in it. */
function neededBy({ groups }: Standing, { shared }: Parameters): string | undefined {
  const strong = Object.keys(groups).filter((label) => groups[label]!.low >= shared);
  const [label, another] = strong;
  if (label === undefined || another !== undefined) return undefined;
  const { agree, direction, sufficient } = representativeness(groups[label]!, restOf(groups, label));
  return sufficient && direction === 'agree' && agree.ratio > 1 ? label : undefined;
}

function needOf({ groups }: Standing, label: string): { share: number; low: number; elsewhere: number } {
  const rest = restOf(groups, label);
  return { share: groups[label]!.share, low: groups[label]!.low, elsewhere: (rest.agree + 1) / (rest.seen + 2) };
}

function restOf(groups: Readonly<Record<string, Count>>, label: string): Count {
  const rest = { agree: 0, disagree: 0, seen: 0 };
  for (const [other, { agree, disagree, seen }] of Object.entries(groups)) {
    if (other === label) continue;
    rest.agree += agree;
    rest.disagree += disagree;
    rest.seen += seen;
  }
  return rest;
}

/** Who is for and who against, when they are credibly apart; without groups, when a third stands on either side. */
function dividedSides({ agree, disagree, divisiveness, groups }: Standing, { divides }: Parameters) {
  const labels = Object.keys(groups);
  if (labels.length === 0) return agree.low > 1 / 3 && disagree.low > 1 / 3 ? { for: [], against: [] } : undefined;
  const leans = (label: string): number => groups[label]!.agree - groups[label]!.disagree;
  const sides = {
    for: labels.filter((label) => leans(label) > 0),
    against: labels.filter((label) => leans(label) < 0),
  };
  return divisiveness.low >= divides && sides.for.length > 0 && sides.against.length > 0 ? sides : undefined;
}

/** Items of which it is worth saying that they are among the first. */
const first = 10;

type Picture = { lists: Lists; ranks: readonly (number | null)[] };

/** Where the open door changed the picture: what is in which list, and what is among the ten best-ranked. */
export function changedByOpenDoor(items: readonly Named[], all: Picture, without: Picture): ListChange[] {
  const changes: ListChange[] = [];
  const tell = (list: ListChange['list'], withIds: ReadonlySet<string>, withoutIds: ReadonlySet<string>): void => {
    for (const id of withIds) if (!withoutIds.has(id)) changes.push({ list, id, only: 'with' });
    for (const id of withoutIds) if (!withIds.has(id)) changes.push({ list, id, only: 'without' });
  };
  for (const list of ['shared', 'needed', 'divides', 'tooLittle'] as const) {
    const [withIds, withoutIds] = [all, without].map(({ lists }) => new Set(lists[list].map((entry) => entry.id)));
    tell(list, withIds!, withoutIds!);
  }
  const [best, bestWithout] = [all, without].map(
    ({ ranks }) => new Set(items.filter((_, column) => (ranks[column] ?? Infinity) <= first).map(({ id }) => id)),
  );
  tell('first', best!, bestWithout!);
  return changes;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
