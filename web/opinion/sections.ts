import type { ConsultationView, ResultRow, ResultsView } from '#shared/consultations/views.ts';
import { coarsened } from './map-layout.ts';
import { isAllByOpenDoor, openDoorChanges, type OpenDoorChange } from './open-door.ts';

/** Rows of one list on a page of its own, and on the page that shows all lists. */
const ROWS_ON_A_PAGE = 20;
const FIRST_ROWS = 5;

/** In the order in which the page shows them; `ranked` stands only on a page of its own. */
const LISTS = ['shared', 'needed', 'divides', 'passages', 'others', 'too-little', 'linked', 'ranked'] as const;
export type ListName = (typeof LISTS)[number];

/** What the page needs of a consultation. */
export type Asked = Pick<ConsultationView, 'id' | 'title' | 'placeBrief' | 'resultsOn' | 'belonging'>;

type Shared = ResultsView['lists']['all']['shared'][number];
type Needed = ResultsView['lists']['all']['needed'][number];
type Divides = ResultsView['lists']['all']['divides'][number];

/** Why a row stands in its list. */
export type Reason =
  | { list: 'shared'; direction: Shared['direction'] }
  | ({ list: 'needed' } & Pick<Needed, 'group' | 'size'>)
  | ({ list: 'divides' } & Pick<Divides, 'gap' | 'low' | 'for' | 'against'>);

/** The words of an item, as a link to it. */
export type Named = {
  item: number;
  passage?: Pick<NonNullable<ResultRow['passage']>, 'id' | 'heading'> | undefined;
  contribution?: Pick<NonNullable<ResultRow['contribution']>, 'id' | 'text' | 'language' | 'translated'> | undefined;
};

export type Shown = Omit<ResultRow, 'passage' | 'contribution' | 'copies' | 'copyOf'> &
  Named & {
    reason?: Reason;
    copies: Named[];
    openDoor: OpenDoorChange[];
  };

export type Part = { list: ListName; rows: Shown[]; first: number; total: number };

export type Group = Omit<ResultsView['groups']['list'][number], 'defining'>;
export type ShownGroup = Group & { agrees: Named[]; disagrees: Named[] };

/** A batch of cards that is not in the result; counted apart, what its ballots say. */
type InResult = ResultsView['batches'][number];
export type BatchShown = Omit<InResult, 'rows'> & { rows: (InResult['rows'][number] & Named)[] };

export type Sections = Pick<
  ResultsView,
  'at' | 'auditors' | 'ballots' | 'enough' | 'hash' | 'inputHash' | 'map' | 'publishedFor' | 'replaces' | 'weights'
> & {
  batches: BatchShown[];
  /** The one list that was asked for, or the beginnings of all that hold anything. */
  parts: Part[];
  isWhole: boolean;
  groups: { reason: ResultsView['groups']['reason']; list: ShownGroup[] };
  /** Nothing has enough data yet. */
  saysNothing: boolean;
  allByOpenDoor: boolean;
  ranked: number;
};

const named = ({ item, passage, contribution }: ResultRow): Named => ({
  item,
  ...(passage && { passage: { id: passage.id, heading: passage.heading } }),
  ...(contribution && {
    contribution: {
      id: contribution.id,
      text: contribution.text,
      language: contribution.language,
      ...(contribution.translated && { translated: contribution.translated }),
    },
  }),
});

/** What the rows with these numbers are about. */
export const namesIn = (rows: readonly ResultRow[]) => {
  const byItem = new Map(rows.map((row) => [row.item, row]));
  return (items: readonly number[]): Named[] =>
    items.flatMap((item) => {
      const row = byItem.get(item);
      return row ? [named(row)] : [];
    });
};

const isSuggestion = (row: ResultRow): boolean => row.contribution !== undefined && row.copyOf === undefined;
const hasEnough = (row: ResultRow): boolean => row.missing === 0;
const byPlaceInText = (a: ResultRow, b: ResultRow): number =>
  (a.passage?.position ?? 0) - (b.passage?.position ?? 0) || a.item - b.item;

type Entry = { row: ResultRow; reason?: Reason };

/** Every list in full, each with its rows in order. */
const listsIn = ({ rows, lists: { all } }: ResultsView): Record<ListName, Entry[]> => {
  const byItem = new Map(rows.map((row) => [row.item, row]));
  const entries = <One extends { item: number }>(list: readonly One[], reason?: (one: One) => Reason): Entry[] =>
    list.flatMap((one) => {
      const row = byItem.get(one.item);
      return row ? [{ row, ...(reason && { reason: reason(one) }) }] : [];
    });
  const plain = (found: ResultRow[]): Entry[] => found.map((row) => ({ row }));
  const told = new Set([...all.shared, ...all.needed, ...all.divides].map(({ item }) => item));
  const ranked = rows.filter((row) => hasEnough(row) && row.copyOf === undefined);
  return {
    shared: entries(all.shared, ({ direction }) => ({ list: 'shared', direction })),
    needed: entries(all.needed, ({ group, size }) => ({ list: 'needed', group, size })),
    divides: entries(all.divides, ({ gap, low, for: pro, against }) => ({
      list: 'divides',
      gap,
      low,
      for: pro,
      against,
    })),
    passages: plain(rows.filter((row) => row.passage).sort(byPlaceInText)),
    others: plain(ranked.filter((row) => isSuggestion(row) && !told.has(row.item))),
    'too-little': entries(all.tooLittle).filter(({ row }) => isSuggestion(row)),
    linked: entries(all.linked),
    ranked: plain(ranked),
  };
};

const isList = (name: string | null): name is ListName => LISTS.some((list) => list === name);

/** A result cut into what one page shows: the beginning of every list, or one list page by page. */
export const sectionsOf = (result: ResultsView, asked: URLSearchParams): Sections => {
  const {
    at,
    publishedFor,
    replaces,
    auditors,
    batches,
    ballots,
    enough,
    hash,
    inputHash,
    map,
    weights,
    groups,
    rows,
  } = result;
  const lists = listsIn(result);
  const changes = openDoorChanges(result.lists);
  const namesOf = namesIn(rows);
  const shown = ({ row, reason }: Entry): Shown => {
    const { passage: _, contribution: __, copyOf: ___, ...figures } = row;
    return {
      ...figures,
      ...named(row),
      ...(reason && { reason }),
      copies: namesOf(row.copies),
      openDoor: changes.get(row.item) ?? [],
    };
  };
  const cut = (list: ListName, from: number, most: number): Part => {
    const all = lists[list];
    const start = Number.isInteger(from) && from > 0 && from < all.length ? from : 0;
    return { list, rows: all.slice(start, start + most).map(shown), first: start + 1, total: all.length };
  };
  const one = asked.get('list');
  const isWhole = isList(one);
  return {
    at,
    ...(publishedFor && { publishedFor }),
    ...(replaces && { replaces }),
    auditors,
    batches: batches.map((batch) => ({
      ...batch,
      rows: batch.rows.flatMap((votes) => namesOf([votes.item]).map((name) => ({ ...votes, ...name }))),
    })),
    ballots,
    enough,
    hash,
    inputHash,
    map: coarsened(map),
    weights,
    parts: isWhole
      ? [cut(one, Number(asked.get('from')), ROWS_ON_A_PAGE)]
      : LISTS.filter((list) => list !== 'ranked').map((list) =>
          cut(list, 0, list === 'passages' ? ROWS_ON_A_PAGE : FIRST_ROWS),
        ),
    isWhole,
    groups: {
      reason: groups.reason,
      list: groups.list.map(({ defining, ...group }) => ({
        ...group,
        agrees: namesOf(defining.filter(({ direction }) => direction === 'agree').map(({ item }) => item)),
        disagrees: namesOf(defining.filter(({ direction }) => direction === 'disagree').map(({ item }) => item)),
      })),
    },
    saysNothing: lists.ranked.length === 0,
    allByOpenDoor: isAllByOpenDoor(result.lists),
    ranked: lists.ranked.length,
  };
};
