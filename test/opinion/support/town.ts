import { defaultParameters, type Parameters } from '#shared/opinion/parameters.ts';
import type { Item, PackedBallots } from '#shared/opinion/packed.ts';
import { seeded, type Random } from '#shared/opinion/random.ts';
import { packed, type About, type Ballot } from './packing.ts';

/** What a place with three languages has set. */
export const parameters: Parameters = { ...defaultParameters, locales: ['de', 'en', 'ar'] };

/** Items `a000`, `a001`, … as the server would list them. */
export const someItems = (count: number): Item[] =>
  Array.from({ length: count }, (_, j) => ({
    id: `a${String(j).padStart(3, '0')}`,
    language: 'en',
    kind: 'suggestion',
  }));

export type Town = { items: Item[]; ballots: Ballot[]; about: About[] };

/**
 * A made-up town: people of some camps, each with its own leanings, voting on about `votes` cards each, by way of
 * all doors and languages. `camps` gives the share of each camp; one camp is a town where nobody thinks in groups.
 */
export function aTown(of: {
  people: number;
  items: number;
  votes: number;
  camps?: number[];
  seed?: number;
  door?: number;
}): Town {
  const random = seeded(of.seed ?? 1);
  const camps = of.camps ?? [0.5, 0.3, 0.2];
  const leanings = camps.map(() => Float64Array.from({ length: of.items }, () => random.next() ** 2));
  leanings.forEach((leaning, camp) => leaning.forEach((one, j) => (leaning[j] = (j + camp) % 2 === 0 ? one : 1 - one)));
  const ballots: Ballot[] = [];
  const about: About[] = [];
  for (let person = 0; person < of.people; person++) {
    const leaning = leanings[pick(camps, random)]!;
    const eager = (of.votes / of.items) * (0.5 + random.next());
    const cards = Array.from({ length: of.items }, (_, j) => j).filter(() => random.next() < eager);
    ballots.push(cards.map((j) => [j, random.next() < 0.1 ? 0 : random.next() < leaning[j]! ? 1 : -1]));
    about.push({ door: of.door ?? random.below(4), language: random.below(3) });
  }
  return { items: someItems(of.items), ballots, about };
}

function pick(shares: readonly number[], random: Random): number {
  let left = random.next();
  const at = shares.findIndex((share) => (left -= share) < 0);
  return at < 0 ? shares.length - 1 : at;
}

export const packedTown = ({ ballots, items, about }: Town): PackedBallots =>
  packed(ballots, items.length, (row) => about[row]!);

/** The same people in another order. */
export function shuffledPeople(town: Town, random: Random): Town {
  const order = shuffled(town.ballots.length, random);
  return { ...town, ballots: order.map((row) => town.ballots[row]!), about: order.map((row) => town.about[row]!) };
}

/** The same items in another order. */
export function shuffledItems(town: Town, random: Random): Town {
  const order = shuffled(town.items.length, random);
  const place = order.map((_, j) => order.indexOf(j));
  const ballots = town.ballots.map((ballot) =>
    ballot.map(([item, choice]) => [place[item]!, choice] as const).toSorted((a, b) => a[0] - b[0]),
  );
  const about = town.about.map(({ linked, ...one }) =>
    linked === undefined ? one : { ...one, linked: linked.map((j) => place[j]!) },
  );
  return { items: order.map((j) => town.items[j]!), ballots, about };
}

function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
