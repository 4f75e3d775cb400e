import { allowed, refused, type Verdict } from '../verdict.ts';
import { isRanked, type State } from './rules.ts';

/** What says the same as another one may be merged into it: that one stands for both. */
type Mergeable = { id: string; state: State; merged?: string | undefined };

/**
 * The one that stands for it: the last published one on the way that merges lead. Where that one was taken back or
 * withheld, what was merged into it stands for itself again; no voice goes with somebody else's words.
 */
export const standsFor = <One extends Mergeable>(one: One, byId: ReadonlyMap<string, One>): One => {
  let standing = one;
  const met = new Set<string>();
  for (let at: One | undefined = one; at && !met.has(at.id); at = at.merged ? byId.get(at.merged) : undefined) {
    met.add(at.id);
    if (isRanked(at.state)) standing = at;
  }
  return standing;
};

type MergeRefusal = 'already-merged' | 'not-in-this-state';

/** Whatever was merged into another one stands for nothing, so merges never run in a circle. */
export const mayMerge = (one: Mergeable, into: Mergeable): Verdict<MergeRefusal> => {
  if (one.id === into.id || one.merged !== undefined || into.merged !== undefined) return refused('already-merged');
  return isRanked(one.state) && isRanked(into.state) ? allowed : refused('not-in-this-state');
};
