import { isRanked } from '#shared/contributions/rules.ts';
import type { Passage } from '#shared/documents/schema.ts';
import type { Item } from '#shared/opinion/packed.ts';
import type { Wording } from '#shared/opinion/wordings.ts';
import type { Items } from '../contributions/items.ts';

/** What a recount is about: the items that count, by their numbers in the ballots, and the state of every item. */
export type CountedItems = {
  items: Item[];
  /** The number of each item, ascending. */
  numbers: number[];
  states: Record<string, string>;
  /** The words of the suggestions among them. */
  wordings: Wording[];
};

/** The language a passage was first written in. */
const writtenIn = ({ heading }: Passage): string => {
  const wordings = Object.entries(heading);
  return (wordings.find(([, wording]) => wording?.provenance === 'original') ?? wordings[0])?.[0] ?? 'und';
};

/** Passages, and what is published: votes on words that were withdrawn or withheld stay in the ballots and count nothing. */
export const countedItems = ({ passages, contributions }: Items): CountedItems => {
  const published = [...contributions.values()].filter(({ state }) => isRanked(state));
  const all: (Item & { number: number })[] = [
    ...[...passages.values()].map((passage) => ({
      id: passage.id,
      language: writtenIn(passage),
      kind: 'passage' as const,
      number: passage.item,
    })),
    ...published.map(({ id, language, kind, item }) => ({ id, language, kind, number: item })),
  ];
  all.sort((a, b) => a.number - b.number);
  return {
    items: all.map(({ number: _, ...item }) => item),
    numbers: all.map(({ number }) => number),
    states: Object.fromEntries(
      [...passages.values(), ...contributions.values()].map((one) => [
        one.id,
        'state' in one ? one.state : 'published',
      ]),
    ),
    wordings: published.map(({ id, language, text }) => ({ id, language, text })),
  };
};
