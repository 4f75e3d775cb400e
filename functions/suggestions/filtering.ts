import type { ItemFigure } from '#shared/opinion/snapshot.ts';
import type { DeskList } from '#shared/suggestions/rules.ts';
import type { AskSuggestions, Work } from '#shared/suggestions/schema.ts';
import { byRank } from '../opinion/view.ts';
import type { LastCount } from '../opinion/service.ts';

/** What a list is asked for, whichever page of it. */
export type Ask = Omit<AskSuggestions, 'from'>;

/** What can be told of a suggestion without its words: enough to choose by and to put in order. */
export type Candidate = {
  id: string;
  kind: string;
  language: string;
  passage: string | undefined;
  figure?: ItemFigure;
  lists: DeskList[];
};

const LISTS = {
  shared: 'shared',
  needed: 'needed',
  divides: 'divides',
  tooLittle: 'too-little',
  linked: 'linked',
} as const;
const LIST_NAMES = Object.keys(LISTS) as (keyof typeof LISTS)[];

/** In which lists of the count each item stands. */
const listsById = ({ snapshot }: LastCount['counted']): Map<string, DeskList[]> => {
  const lists = new Map<string, DeskList[]>();
  for (const name of LIST_NAMES) {
    for (const { id } of snapshot.lists.all[name]) lists.set(id, [...(lists.get(id) ?? []), LISTS[name]]);
  }
  return lists;
};

/** Every suggestion of a count, by rank or in the order of the list that was asked for. */
export const candidatesIn = (counted: LastCount['counted'], list: DeskList): Candidate[] => {
  const { snapshot, about = {} } = counted;
  const lists = listsById(counted);
  const figures = snapshot.items.filter(({ kind }) => kind !== 'passage');
  const name = LIST_NAMES.find((one) => LISTS[one] === list);
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const ordered = name
    ? snapshot.lists.all[name].flatMap(({ id }) => byId.get(id) ?? [])
    : figures.toSorted((a, b) => byRank(a, b) || (a.id < b.id ? -1 : 1));
  return ordered.map((figure) => ({
    id: figure.id,
    kind: figure.kind,
    language: figure.language,
    passage: about[figure.id],
    figure,
    lists: lists.get(figure.id) ?? [],
  }));
};

/** In which group it is wanted: credibly by more than half of those who met it there. */
const isWantedBy = ({ figure }: Candidate, group: string): boolean => (figure?.groups[group]?.low ?? 0) > 0.5;

/** What is known beside the count: the work on each, and what was taken up or answered, where that was asked for. */
export type Known = { workOf: ReadonlyMap<string, Work>; remembered: ReadonlySet<string> };

/** Is it what was asked for, as far as its words are not needed to tell? */
export const isAskedFor = (one: Candidate, ask: Ask, { workOf, remembered }: Known): boolean => {
  const work = workOf.get(one.id);
  return (
    (ask.passage === undefined || ask.passage === (one.passage ?? 'none')) &&
    (ask.kind === undefined || ask.kind === one.kind) &&
    (ask.language === undefined || ask.language === one.language) &&
    (ask.group === undefined || isWantedBy(one, ask.group)) &&
    (ask.tag === undefined || work?.tags.includes(ask.tag) === true) &&
    (ask.outcome === 'left'
      ? !remembered.has(one.id)
      : ask.outcome === undefined || ask.outcome === (work?.outcome?.outcome ?? 'none')) &&
    (ask.assigned === undefined || ask.assigned === (work?.assigned?.to ?? 'nobody'))
  );
};

/** Does the answer depend on work? Only then all of it is read. */
export const asksForWork = ({ tag, outcome, assigned }: Ask): boolean =>
  tag !== undefined || (outcome !== undefined && outcome !== 'left') || assigned !== undefined;

const bare = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Do the words hold every word that was looked for, whatever its accents and capitals? */
export const hasWords = (text: string, looked: string): boolean => {
  const plain = bare(text);
  return bare(looked)
    .split(/\s+/)
    .every((word) => plain.includes(word));
};
