import type { PassageId } from '../documents/schema.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import type { Draft } from './schema.ts';

type Outline = Pick<Draft, 'order' | 'gone'>;
type Arranged = Verdict<'passage-not-there'> & { outline?: Outline };

const done = (outline: Outline): Arranged => ({ ...allowed, outline });
const placeOf = ({ order }: Outline, passage: PassageId): number => order.findIndex((one) => one.passage === passage);

/** Puts a new passage after another one, or first of all. `from` says of which it was a part. */
export const insertAfter = (
  outline: Outline,
  passage: PassageId,
  after: PassageId | undefined,
  from: PassageId[] = [],
): Arranged => {
  const place = after === undefined ? -1 : placeOf(outline, after);
  if (after !== undefined && place < 0) return refused('passage-not-there');
  return done({ ...outline, order: outline.order.toSpliced(place + 1, 0, { passage, from }) });
};

/** The passage after this one: what it can be put together with. */
export const passageAfter = (outline: Outline, passage: PassageId): PassageId | undefined => {
  const place = placeOf(outline, passage);
  return place < 0 ? undefined : outline.order[place + 1]?.passage;
};

/** Moves a passage to the place `to`, counted from 1. */
export const moveTo = (outline: Outline, passage: PassageId, to: number): Arranged => {
  const place = placeOf(outline, passage);
  const one = outline.order[place];
  if (!one) return refused('passage-not-there');
  return done({ ...outline, order: outline.order.toSpliced(place, 1).toSpliced(Math.max(0, to - 1), 0, one) });
};

/** Takes a passage out; `into` names the one that its words are a part of now. `wasThere`: the version before has it. */
export const takeOut = (outline: Outline, passage: PassageId, wasThere: boolean, into?: PassageId): Arranged => {
  if (placeOf(outline, passage) < 0) return refused('passage-not-there');
  const own = outline.order[placeOf(outline, passage)]?.from ?? [];
  const order = outline.order
    .filter((one) => one.passage !== passage)
    .map((one) =>
      one.passage === into
        ? { ...one, from: [...new Set([...one.from, ...own])].filter((from) => from !== into) }
        : one,
    );
  // What had become a part of it goes where it goes.
  const gone = outline.gone.map((one) =>
    one.into === passage ? { passage: one.passage, ...(into && { into }) } : one,
  );
  return done({ order, gone: wasThere ? [...gone, { passage, ...(into && { into }) }] : gone });
};

/** Puts a passage back that the draft had taken out, at the end. */
export const putBack = (outline: Outline, passage: PassageId): Arranged => {
  if (!outline.gone.some((one) => one.passage === passage)) return refused('passage-not-there');
  return done({
    order: [...outline.order, { passage, from: [] }],
    gone: outline.gone.filter((one) => one.passage !== passage),
  });
};
