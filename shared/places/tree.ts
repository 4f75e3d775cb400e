import { allowed, refused, type Verdict } from '../verdict.ts';
import type { PLACE_KINDS } from './rules.ts';

type Kind = (typeof PLACE_KINDS)[number];

/** From the widest to the narrowest. A network is none of them and may stand anywhere. */
const WIDTH: Partial<Record<Kind, number>> = { union: 0, country: 1, region: 2, city: 3 };

export type TreeRefusal = 'kind-not-below' | 'above-itself' | 'too-many-levels';

/** May a place of this kind stand below one of that kind? */
export const mayStandBelow = (kind: Kind, above: Kind): Verdict<'kind-not-below'> => {
  const [own, other] = [WIDTH[kind], WIDTH[above]];
  return own === undefined || other === undefined || own > other ? allowed : refused('kind-not-below');
};

/** More would be a maze, and a walk to the top has to end. */
export const MOST_LEVELS = 8;

type Standing = { id: string; kind: Kind };

/** May this place stand under the first of `above`, which are that place and all above it, up to the top? */
export const mayStandUnder = (
  place: Standing,
  above: readonly Standing[],
  below: readonly Standing[],
): Verdict<TreeRefusal> => {
  if (above.some(({ id }) => id === place.id)) return refused('above-itself');
  if (above.length >= MOST_LEVELS) return refused('too-many-levels');
  const [parent] = above;
  if (parent && !mayStandBelow(place.kind, parent.kind).allowed) return refused('kind-not-below');
  return below.every((one) => mayStandBelow(one.kind, place.kind).allowed) ? allowed : refused('kind-not-below');
};

/** A place with all that stands below it. */
export type Branch<One> = { place: One; below: Branch<One>[] };

/** Places as a tree. One whose parent is not among them stands at the top. */
export const treeOf = <One extends { id: string; parent?: string | undefined }>(
  places: readonly One[],
): Branch<One>[] => {
  const known = new Set(places.map(({ id }) => id));
  const below = (parent: string | undefined, levels: number): Branch<One>[] =>
    levels === 0
      ? []
      : places
          .filter(
            (place) => (place.parent !== undefined && known.has(place.parent) ? place.parent : undefined) === parent,
          )
          .map((place) => ({ place, below: below(place.id, levels - 1) }));
  return below(undefined, MOST_LEVELS + 1);
};
