import type { Share } from './agreement.ts';
import type { Count } from './counts.ts';
import type { Door } from '../consultations/rules.ts';
import type { Item } from './packed.ts';
import type { Parameters } from './parameters.ts';
import type { WeightsExplained } from './weights.ts';

/**
 * What a recount publishes. Plain data in a fixed order of keys, every fraction rounded to nine decimals, so that the
 * same ballots give the same bytes (`snapshotText`). Shares are 0 to 1; weighed votes may be fractions.
 */
export type Snapshot = {
  format: 1;
  parameters: Parameters;
  /** Ballots and their votes as cast. */
  ballots: number;
  votes: { dealt: number; linked: number };
  weights: WeightsExplained & { balanced: Balanced };
  groups: GroupsFigure;
  /** By id. */
  items: ItemFigure[];
  lists: { all: Lists; withoutOpenDoor: Lists; changedByOpenDoor: ListChange[] };
  map: MapCell[];
};

/** What `balance` took: items met too often through the open door, and the votes (by weight) that do not count for it. */
export type Balanced = { items: number; votes: number };

export type GroupsFigure = {
  count: number;
  reason: 'too-few-people' | 'no-structure' | 'no-group-large-enough' | 'best-separated' | 'kept-from-before';
  silhouettes: { groups: number; silhouette: number }[];
  /** The null model: the votes against the same votes with every column shuffled; null when it was not asked. */
  structure: { strength: number; shuffledStrength: number; silhouette: number; shuffledSilhouette: number } | null;
  /** Labels ever given in this consultation; the next new group gets the next letter. */
  labelsGiven: number;
  /** By label. */
  list: GroupFigure[];
};

export type GroupFigure = {
  label: string;
  /** Ballots in it, near-identical ones counted as one, and its share of all that form groups. */
  ballots: number;
  share: number;
  /** Where its middle stands on the map. */
  centre: [number, number];
  defining: DefiningFigure[];
};

/** An item that says what a group is about, with the numbers behind it (as in Polis: Small et al. 2021). */
type DefiningFigure = {
  id: string;
  direction: 'agree' | 'disagree';
  best: boolean;
  ratio: number;
  ratioTest: number;
  success: number;
  successTest: number;
};

/** Votes as they were cast, whole numbers. */
export type Cast = { agree: number; disagree: number; pass: number };

export type ItemFigure = {
  id: string;
  kind: Item['kind'];
  language: string;
  /** Its place among the items with enough data, by the lower bound of `agree`; null for the others. */
  rank: number | null;
  /** Weighed votes. */
  weighed: Count;
  agree: Share;
  disagree: Share;
  /** Group-informed; of everybody when there are no groups. */
  consensus: { share: number; low: number };
  divisiveness: { gap: number; low: number };
  /** By group label: weighed votes and agreement. */
  groups: Record<string, Count & Share>;
  /** Votes on dealt cards as cast, by door; and those reached by a link, which do not rank. */
  doors: Record<Door, Cast>;
  linked: Cast;
  /** Ballots that met it on a dealt card, by language. */
  seenIn: Record<string, number>;
  /** Languages with ten ballots or more, none of which met it: compare with care. */
  unseenIn: string[];
  /** The share of its open-door votes that `balance` believed. */
  believed: number;
  /** Ballots still missing to leave "too little data"; 0 when it has left. */
  missing: number;
  /** Its pull on the two axes of the map. */
  axes: [number, number];
};

/** What drafters read. Within a list: strongest first. */
export type Lists = {
  shared: { id: string; direction: 'agree' | 'disagree'; low: number; unseenIn: string[] }[];
  needed: {
    id: string;
    group: string;
    size: number;
    share: number;
    low: number;
    elsewhere: number;
    unseenIn: string[];
  }[];
  divides: { id: string; gap: number; low: number; for: string[]; against: string[]; unseenIn: string[] }[];
  tooLittle: { id: string; missing: number; unseenIn: string[] }[];
  linked: ({ id: string } & Cast)[];
};

/** An item that is in a list, or among the ten best-ranked (`first`), only with or only without the open door's ballots. */
export type ListChange = {
  list: 'shared' | 'needed' | 'divides' | 'tooLittle' | 'first';
  id: string;
  only: 'with' | 'without';
};

/** People who stand near each other on the map: at least five, of one group (null: none). */
export type MapCell = { x: number; y: number; people: number; group: string | null };

/** The snapshot's bytes, as text: what is hashed, stored and compared. */
export function snapshotText(snapshot: Snapshot): string {
  return JSON.stringify(snapshot);
}

/** Rounds every fraction in plain data to nine decimals, in place: there no two machines' logarithms can differ. */
export function roundAll(data: object): void {
  const fields = data as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (typeof value === 'object' && value !== null) roundAll(value);
    // Adding nothing makes a negative zero an ordinary one.
    else if (typeof value === 'number')
      fields[key] = (Number.isInteger(value) ? value : Math.round(value * 1e9) / 1e9) + 0;
  }
}
