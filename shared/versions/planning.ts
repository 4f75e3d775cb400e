import type { ContributionId } from '../contributions/schema.ts';
import type { Passage, PassageId } from '../documents/schema.ts';
import { isReworded, isSame, isStanding, type Words } from './rules.ts';
import type { Draft, DraftPassage } from './schema.ts';

type Unnumbered = Omit<Passage, 'item'> & { item?: number };

/** The words of a passage in the draft: its own, or those that it has. */
export const wordsOf = (base: Passage | undefined, drafted: DraftPassage | undefined): Words | undefined => {
  const { heading, text, summary } = drafted?.words ?? base ?? {};
  return heading && text && summary && { heading, text, summary };
};

const citing = (base: Passage | undefined, drafted: DraftPassage | undefined, version: number): Passage['cites'] => {
  const before = base?.cites ?? [];
  const known = new Set<ContributionId>(before.map(({ contribution }) => contribution));
  const more = (drafted?.cites ?? []).filter((contribution) => !known.has(contribution));
  return [...before, ...more.map((contribution) => ({ contribution, version }))];
};

/** Words were changed, and say what they said: they keep their number, and so their votes. */
const kept = (base: Passage, words: Words): Partial<Passage> => (isSame(base, words) ? {} : words);

/**
 * The passages of the next version, before those that say something new get their numbers in the ballots. A passage
 * keeps its id while it is the same passage; one that says something else begins to be voted on anew, and its former
 * number keeps the former votes. What is gone is among them and keeps its place.
 */
export const planVersion = (
  base: readonly Passage[],
  draft: Pick<Draft, 'base' | 'consultation' | 'document' | 'order' | 'gone'>,
  drafted: readonly DraftPassage[],
): Unnumbered[] => {
  const edition = draft.base + 1;
  const passages = new Map(base.map((passage) => [passage.id, passage]));
  const changes = new Map(drafted.map((one) => [one.passage, one]));
  const standing = draft.order.flatMap(({ passage: id, from }, i): Unnumbered[] => {
    const before = passages.get(id);
    const words = wordsOf(before, changes.get(id));
    if (!words) return [];
    const cites = citing(before, changes.get(id), edition);
    const place = { edition, position: i + 1, cites };
    if (!before) {
      const { consultation, document } = draft;
      return [{ id, consultation, document, ...words, ...place, from, since: edition, former: [], version: 0 }];
    }
    const parts = [...new Set([...before.from, ...from])];
    if (!isReworded(before, words)) {
      return [{ ...before, ...kept(before, words), ...place, from: parts, version: before.version + 1 }];
    }
    const { item, ...rest } = before;
    const former = [...before.former, { since: before.since, until: draft.base, item, heading: before.heading }];
    return [{ ...rest, ...words, ...place, from: parts, since: edition, former, version: before.version + 1 }];
  });
  const stays = new Set<PassageId>(standing.map(({ id }) => id));
  const into = new Map(draft.gone.map((one) => [one.passage, one.into]));
  const withdrawn = base
    .filter(({ id }) => !stays.has(id))
    .map((passage): Unnumbered => {
      const whole = into.get(passage.id);
      const next = { ...passage, edition, version: passage.version + 1 };
      if (passage.withdrawnIn !== undefined) return next;
      return { ...next, withdrawnIn: edition, ...(whole && { into: whole }) };
    });
  return [...standing, ...withdrawn];
};

/** Gives numbers from `first` on to those that have none. */
export const numbered = (planned: readonly Unnumbered[], first: number): Passage[] => {
  let next = first;
  return planned.map((passage) => ({ ...passage, item: passage.item ?? next++ }));
};

export const countUnnumbered = (planned: readonly Unnumbered[]): number =>
  planned.filter(({ item }) => item === undefined).length;

/** How a passage of the later of two versions came about; `translated`: only a translation or the plain words are others. */
export const CHANGES = ['reworded', 'added', 'withdrawn', 'moved', 'translated', 'kept'] as const;
type Change = (typeof CHANGES)[number];

export type Changed = { change: Change; before: Passage | undefined; after: Passage | undefined };

/** As many as possible that still stand in the order that they had: all others were moved. */
const inOrder = (passages: readonly { id: PassageId; place: number }[]): Set<PassageId> => {
  const runs: PassageId[][] = [];
  for (const [i, { id, place }] of passages.entries()) {
    const before = passages.slice(0, i).flatMap((one, j) => (one.place < place ? [runs[j]!] : []));
    runs.push([...(before.toSorted((a, b) => b.length - a.length)[0] ?? []), id]);
  }
  return new Set(runs.toSorted((a, b) => b.length - a.length)[0]);
};

/** Every passage of two versions, in the order of the later one; what it no longer has stands where it stood. */
export const changesBetween = (before: readonly Passage[], after: readonly Passage[]): Changed[] => {
  const [old, now] = [before.filter(isStanding), after.filter(isStanding)].map((all) =>
    all.toSorted((a, b) => a.position - b.position),
  ) as [Passage[], Passage[]];
  const earlier = new Map(old.map((passage, place) => [passage.id, { passage, place }]));
  const stays = new Set(now.map(({ id }) => id));
  const settled = inOrder(now.flatMap(({ id }) => (earlier.has(id) ? [{ id, place: earlier.get(id)!.place }] : [])));
  const changes: Changed[] = now.map((passage) => {
    const known = earlier.get(passage.id)?.passage;
    if (!known) return { change: 'added', before: undefined, after: passage };
    if (isReworded(known, passage)) return { change: 'reworded', before: known, after: passage };
    const unmoved = isSame(known, passage) ? 'kept' : 'translated';
    return { change: settled.has(passage.id) ? unmoved : 'moved', before: known, after: passage };
  });
  for (const passage of old.filter(({ id }) => !stays.has(id)).toReversed()) {
    const place = changes.findIndex((one) => (one.before?.position ?? 0) > passage.position);
    const gone: Changed = { change: 'withdrawn', before: passage, after: undefined };
    changes.splice(place < 0 ? changes.length : place, 0, gone);
  }
  return changes;
};
