import { standsFor } from '#shared/contributions/merging.ts';
import { isRanked } from '#shared/contributions/rules.ts';
import type { Contribution } from '#shared/contributions/schema.ts';
import type { Item } from '#shared/opinion/packed.ts';
import type { Wording } from '#shared/opinion/wordings.ts';
import { isCurrent, type PassageWording } from '#shared/versions/wordings.ts';
import { wordingsIn, type Items } from '../contributions/items.ts';

/** What a recount is about: the items that count, by their numbers in the ballots, and the state of every item. */
export type CountedItems = {
  items: Item[];
  /** The number of each item, ascending. */
  numbers: number[];
  /** For each item the column of the one that stands for it: its own, unless it was merged. */
  standing: number[];
  states: Record<string, string>;
  /** The words of the suggestions among them that stand for themselves. */
  wordings: Wording[];
};

/** The language a passage was first written in. */
const writtenIn = ({ heading }: PassageWording): string => {
  const wordings = Object.entries(heading);
  return (wordings.find(([, wording]) => wording?.provenance === 'original') ?? wordings[0])?.[0] ?? 'und';
};

/** What a passage said in an earlier version: counted for itself, ranked beside nothing of today. */
export const FORMER = 'former';

/**
 * Passages in every wording that people voted on, and what is published: votes on words that were withdrawn or withheld
 * stay in the ballots and count nothing.
 */
export const countedItems = ({ contributions, ...passages }: Items): CountedItems => {
  const published = [...contributions.values()].filter(({ state }) => isRanked(state));
  const byId = new Map([...contributions.values()].map((one) => [one.id as string, one]));
  const mergeOf = (one: Contribution): Pick<Item, 'merged'> => {
    const standing = standsFor(one, byId);
    return standing === one ? {} : { merged: standing.id };
  };
  const wordings = wordingsIn(passages);
  const all: (Item & { number: number })[] = [
    ...wordings.map((wording) => ({
      id: wording.id,
      language: writtenIn(wording),
      kind: 'passage' as const,
      number: wording.item,
    })),
    ...published.map((one) => ({
      id: one.id,
      language: one.language,
      kind: one.kind,
      number: one.item,
      ...mergeOf(one),
    })),
  ];
  all.sort((a, b) => a.number - b.number);
  const columnOf = new Map(all.map(({ id }, column) => [id, column]));
  return {
    items: all.map(({ number: _, ...item }) => item),
    numbers: all.map(({ number }) => number),
    standing: all.map(({ merged }, column) => (merged === undefined ? column : (columnOf.get(merged) ?? column))),
    states: Object.fromEntries([
      ...wordings.map((wording) => [wording.id, isCurrent(wording) ? 'published' : FORMER]),
      ...[...contributions.values()].map(({ id, state }) => [id, state]),
    ]),
    wordings: published
      .filter((one) => standsFor(one, byId) === one)
      .map(({ id, language, text }) => ({ id, language, text })),
  };
};
