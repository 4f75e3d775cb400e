import type { Passage, PassageId } from '../documents/schema.ts';
import { isStanding } from './rules.ts';

/** A passage of an earlier version, and one of a later version that has words of it; the same one where it stayed. */
export type Descent = { from: PassageId; to: PassageId };

type Known = ReadonlyMap<PassageId, Passage>;
const byId = (passages: readonly Passage[]): Known => new Map(passages.map((one) => [one.id, one]));

/** Passages of the earlier version that this one was divided from, over whatever stood only between the two. */
const rootsOf = (id: PassageId, early: Known, late: Known, seen: readonly PassageId[] = []): PassageId[] => {
  if (early.has(id)) return [id];
  if (seen.includes(id)) return [];
  return (late.get(id)?.from ?? []).flatMap((one) => rootsOf(one, early, late, [...seen, id]));
};

/** What stands in the later version with the words of a passage that became a part of another. */
const wholeOf = (id: PassageId, late: Known, seen: readonly PassageId[] = []): PassageId | undefined => {
  const passage = late.get(id);
  if (!passage || seen.includes(id)) return undefined;
  if (isStanding(passage)) return id;
  return passage.into && wholeOf(passage.into, late, [...seen, id]);
};

/** Which passages of the later version have words of which of the earlier, whatever was published between them. */
export const descentBetween = (before: readonly Passage[], after: readonly Passage[]): Descent[] => {
  const [early, late] = [byId(before.filter(isStanding)), byId(after)];
  const pairs = after.filter(isStanding).flatMap(({ id, from }): Descent[] => {
    const was = early.get(id);
    const parents = was ? from.filter((one) => !was.from.includes(one)) : from;
    const roots = parents.flatMap((one) => rootsOf(one, early, late));
    return [...new Set(was ? [id, ...roots] : roots)].map((one) => ({ from: one, to: id }));
  });
  for (const id of early.keys()) {
    const to = wholeOf(id, late);
    if (to && !pairs.some((one) => one.from === id && one.to === to)) pairs.push({ from: id, to });
  }
  return pairs;
};

/** Everything that shares words with one passage, each version in its order. */
export type Line = { before: Passage[]; after: Passage[] };

export const lineOf = (
  passage: PassageId,
  before: readonly Passage[],
  after: readonly Passage[],
  descent: readonly Descent[],
): Line => {
  const [early, late] = [new Set<PassageId>([passage]), new Set<PassageId>([passage])];
  for (let size = 0; size < early.size + late.size;) {
    size = early.size + late.size;
    for (const { from, to } of descent) {
      if (!early.has(from) && !late.has(to)) continue;
      early.add(from);
      late.add(to);
    }
  }
  const inLine = (all: readonly Passage[], which: ReadonlySet<PassageId>): Passage[] =>
    all.filter((one) => isStanding(one) && which.has(one.id)).toSorted((a, b) => a.position - b.position);
  const old = inLine(before, early);
  const rootOf = (id: PassageId): number =>
    old.findIndex((one) => descent.some(({ from, to }) => from === one.id && to === id));
  // The first part of what was divided is the passage that it was, wherever the others went.
  const isNew = (id: PassageId): number => Number(!old.some((one) => one.id === id));
  return {
    before: old,
    after: inLine(after, late).toSorted((a, b) => rootOf(a.id) - rootOf(b.id) || isNew(a.id) - isNew(b.id)),
  };
};
