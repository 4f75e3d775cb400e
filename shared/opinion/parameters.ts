/**
 * Everything a place may set about a recount, and everything else that was chosen rather than derived.
 * The whole object is part of the snapshot and of the auditor's file, so no result hides its assumptions.
 */
export type Parameters = {
  /** The locales that `PackedBallots.language` counts into. */
  locales: readonly string[];
  /** Votes a ballot needs to help form groups (or all items, when there are fewer). Polis: 7. */
  votesToFormGroups: number;
  /** People with that many votes below whom no groups are looked for. Polis: 15. */
  peopleToFormGroups: number;
  /** A group smaller than this many people, or than this share of all, is not shown as one. */
  smallestGroup: { people: number; share: number };
  /** The most groups looked for. Polis: 5. */
  mostGroups: number;
  /** How much better (silhouette, 0 to 1) another number of groups must be before the published number changes. */
  hysteresis: number;
  /** Column shuffles that real structure has to beat. */
  shuffles: number;
  /**
   * Ballots are near-identical from this Jaccard similarity of their item-vote pairs: the lowest at which no more than
   * 11 % of honest ballots are touched on any real conversation (measured in the tests) …
   */
  nearIdentical: number;
  /** … and when fewer than this many others would be expected to come by the same cards and answers by chance. */
  coincidence: number;
  /** How many times as often as through the other doors an item may be met through the open one before that is weighed. */
  exposureSlack: number;
  /** Central credible mass of every interval; its lower end is the lower bound that ranks. */
  credible: number;
  /** An item leaves "too little data" with this many handed, proved or imported ballots, or this many in all. */
  enough: { known: number; all: number };
  /** The agreement every shared item's lower bound must reach, 0 to 1. */
  shared: number;
  /** The credible difference between two groups from which an item divides them, 0 to 1. */
  divides: number;
  /** People on either side that a figure about an affected group needs. */
  affected: number;
  /** First number of the seeded generator. */
  seed: number;
};

/** The configuration of a place that has set nothing. */
export const defaultParameters: Parameters = {
  locales: [],
  votesToFormGroups: 7,
  peopleToFormGroups: 15,
  smallestGroup: { people: 5, share: 0.02 },
  mostGroups: 5,
  hysteresis: 0.03,
  shuffles: 12,
  nearIdentical: 0.77,
  coincidence: 0.01,
  exposureSlack: 1.5,
  credible: 0.9,
  enough: { known: 30, all: 60 },
  shared: 0.5,
  divides: 0.2,
  affected: 10,
  seed: 1789,
};
