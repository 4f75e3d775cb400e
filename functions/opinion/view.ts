import type { AuditorView } from '#shared/opinion/handing.ts';
import { isRanked } from '#shared/contributions/rules.ts';
import type { ResultRow, ResultsView, StaffResultsView } from '#shared/consultations/views.ts';
import type { ItemResult, ListsView } from '#shared/opinion/schema.ts';
import type { ItemFigure, Lists } from '#shared/opinion/snapshot.ts';
import type { Texts } from '#shared/texts.ts';
import type { PassageWording } from '#shared/versions/wordings.ts';
import { wordingsIn, type Items } from '../contributions/items.ts';
import { publicContribution } from '../contributions/views.ts';
import { FORMER } from './counted-items.ts';
import type { Counted, SnapshotHeader } from './store.ts';

/** What a row is about, as it is today. */
type Shown = Pick<ResultRow, 'item' | 'passage' | 'contribution'>;

const DIGITS = 1e4;

/** Shares with four digits are more than a reader needs, and half the bytes. */
export const rounded = <Data>(data: Data): Data => {
  if (typeof data === 'number') return (Math.round(data * DIGITS) / DIGITS) as Data;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(rounded) as Data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, rounded(value as unknown)])) as Data;
};

/** What a passage says, or said until a version of the text that says something else. */
const shownWording = (
  { passages, former }: Pick<Items, 'passages' | 'former'>,
  { item, heading, until }: PassageWording,
): Shown => {
  const { id, position, summary } = passages.get(item) ?? former.get(item)!.passage;
  return {
    item,
    passage: { id, position, heading, summary: until === undefined ? summary : {}, ...(until && { until }) },
  };
};

/** By id, what may be shown this moment: what waits, was restricted, withdrawn or withheld is not among it. */
const shownToday = ({ contributions, ...passages }: Items, reader: string | undefined): Map<string, Shown> =>
  new Map<string, Shown>([
    ...wordingsIn(passages).map((wording): [string, Shown] => [wording.id, shownWording(passages, wording)]),
    ...[...contributions.values()]
      .filter(({ state }) => isRanked(state))
      .map((one): [string, Shown] => [one.id, { item: one.item, contribution: publicContribution(one, reader) }]),
  ]);

export const byRank = (a: ItemFigure, b: ItemFigure): number =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.missing - b.missing || b.weighed.seen - a.weighed.seen;

/** For each copy the one that stands for its campaign: whichever of them comes first in the result. */
const leadersOf = (campaigns: Counted['campaigns'], order: readonly ItemFigure[]): Map<string, string> => {
  const place = new Map(order.map(({ id }, i) => [id, i]));
  return new Map(
    campaigns.flatMap(({ copies }) => {
      const there = copies.filter((id) => place.has(id)).sort((a, b) => place.get(a)! - place.get(b)!);
      return there.slice(1).map((copy): [string, string] => [copy, there[0]!]);
    }),
  );
};

const SIDES = ['agree', 'disagree', 'pass'] as const;

/** The figures of an item as pages read them. */
export const itemResultOf = (figure: ItemFigure): Omit<ItemResult, 'rank'> => {
  const { id: _, kind: __, language: ___, axes: ____, weighed: _____, rank: ______, ...figures } = figure;
  const doors = Object.values(figure.doors);
  const [agree = 0, disagree = 0, pass = 0] = SIDES.map((side) => doors.reduce((sum, door) => sum + door[side], 0));
  return { ...rounded(figures), dealt: { agree, disagree, pass } };
};

const rowsOf = (
  counted: Counted,
  order: readonly ItemFigure[],
  shown: Map<string, Shown>,
  leader: Map<string, string>,
  isListed: (one: { id: string }) => boolean,
) => {
  const itemOf = (id: string): number => shown.get(id)!.item;
  let rank = 0;
  return order.map((figure): ResultRow => {
    const { id } = figure;
    const first = leader.get(id);
    return {
      ...shown.get(id)!,
      ...itemResultOf(figure),
      rank: figure.rank === null || first !== undefined || !isListed(figure) ? null : ++rank,
      copies: [...leader].filter(([, other]) => other === id).map(([copy]) => itemOf(copy)),
      ...(first !== undefined && { copyOf: itemOf(first) }),
      affected: counted.affected
        .filter((support) => support.id === id)
        .map(({ id: _, ...support }) => rounded(support)),
    };
  });
};

/** The lists with numbers instead of ids, without what is not shown, each campaign once. */
const listsOf = (lists: Lists, shown: Map<string, Shown>, leader: Map<string, string>): ListsView => {
  const named = <Entry extends { id: string }>(entries: readonly Entry[]): (Omit<Entry, 'id'> & { item: number })[] => {
    const there = new Set(entries.map(({ id }) => id));
    const told = new Set<string>();
    return entries.flatMap(({ id, ...entry }) => {
      const one = shown.get(id);
      const campaign = leader.get(id) ?? id;
      // Of copies it is the one that stands for all, and the strongest where that one is not in this list.
      if (!one || told.has(campaign) || (campaign !== id && there.has(campaign))) return [];
      told.add(campaign);
      return [{ item: one.item, ...rounded(entry) }];
    });
  };
  return {
    shared: named(lists.shared),
    needed: named(lists.needed),
    divides: named(lists.divides),
    tooLittle: named(lists.tooLittle),
    linked: named(lists.linked),
  };
};

/** A snapshot seen through what the items are this moment. */
export const viewOf = (
  { id, hash, inputHash, at, publishedFor, replaces, ballots }: SnapshotHeader,
  counted: Counted,
  today: Items,
  reader: string | undefined,
  names: ReadonlyMap<string, Texts>,
  auditors: AuditorView[],
): ResultsView => {
  const shown = shownToday(today, reader);
  const { votes, weights, groups, lists, map, items, parameters } = counted.snapshot;
  const order = items
    .filter((item) => shown.has(item.id))
    .sort((a, b) => byRank(a, b) || shown.get(a.id)!.item - shown.get(b.id)!.item);
  const leader = leadersOf(counted.campaigns, order);
  // What a passage said before the version that was counted is told with its votes, and ranked beside nothing.
  const isListed = (one: { id: string }): boolean => counted.input.states[one.id] !== FORMER;
  const listed = new Map([...shown].filter(([which]) => isListed({ id: which })));
  const isShown = (one: { id: string }): boolean => shown.has(one.id);
  return {
    id,
    hash,
    inputHash,
    at,
    ...(publishedFor && { publishedFor }),
    ...(replaces && { replaces }),
    ballots,
    votes,
    weights: rounded(weights),
    enough: parameters.enough,
    groups: {
      reason: groups.reason,
      list: groups.list.map(({ defining, centre: [x, y], ...group }) => ({
        ...rounded({ ...group, centre: { x, y } }),
        ...(names.has(group.label) && { name: names.get(group.label) }),
        defining: defining
          .filter(isShown)
          .map(({ id: which, direction }) => ({ item: shown.get(which)!.item, direction })),
      })),
    },
    lists: {
      all: listsOf(lists.all, listed, leader),
      withoutOpenDoor: listsOf(lists.withoutOpenDoor, listed, leader),
      changedByOpenDoor: lists.changedByOpenDoor
        .filter(({ id: which }) => listed.has(which))
        .map(({ id: which, list, only }) => ({ list, item: shown.get(which)!.item, only })),
    },
    map: rounded(map),
    rows: rowsOf(counted, order, shown, leader, isListed),
    batches: counted.batches.map(({ cast, ...batch }) => ({
      ...batch,
      rows: cast.filter(isShown).map(({ id: which, ...said }) => ({ item: shown.get(which)!.item, ...said })),
    })),
    auditors,
  };
};

/** The same for staff, with what they might merge. */
export const staffViewOf = (
  header: SnapshotHeader,
  counted: Counted,
  today: Items,
  reader: string | undefined,
  names: ReadonlyMap<string, Texts>,
  auditors: AuditorView[],
): StaffResultsView => {
  const view = viewOf(header, counted, today, reader, names, auditors);
  const itemOf = new Map(view.rows.map((row) => [row.contribution?.id as string | undefined, row.item]));
  const candidates = counted.candidates.flatMap(({ a, b, likeness }) => {
    const [one, other] = [itemOf.get(a), itemOf.get(b)];
    return one === undefined || other === undefined ? [] : [rounded({ a: one, b: other, likeness })];
  });
  return { ...view, candidates };
};
