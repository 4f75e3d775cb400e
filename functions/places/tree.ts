import { mayDo } from '#shared/places/rules.ts';
import type { Place, PlaceId } from '#shared/places/schema.ts';
import type { AskingAnswer } from '#shared/places/set-up.ts';
import { mayStandUnder, type TreeRefusal } from '#shared/places/tree.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import { writeDown } from '../ledger/service.ts';
import { requireActor, requireOffice, type Actor, type MaybeActor } from '../participants/actor.ts';
import type { Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { requireOperator } from './operator.ts';
import { forgetPlace, listPlaces, placeAt, placeNow, placeOf, placesBelow } from './service.ts';
import { belowRemoval, belowStep, replacePlace, unchanged } from './store.ts';
import { toTellStep } from './to-tell.ts';

/** This place and all above it, up to the top, as they are stored now. */
export const upwards = async (world: World, from: Place): Promise<Place[]> => {
  const path: Place[] = [from];
  for (let place = from; place.parent && !path.some(({ id }) => id === place.parent);) {
    place = await placeNow(world, place.parent);
    path.push(place);
  }
  return path;
};

/** Why a place cannot stand there, at the field of the form that says so. */
export const notThere = (code: TreeRefusal): Problem =>
  wrongField(code === 'kind-not-below' ? '/kind' : '/parent', code);

/** Whether she may decide alone: to stand below a place takes a coordinator there; to stand at the top, the operator. */
const decidesAlone = async (world: World, actor: Actor, parent: Place['parent']): Promise<boolean> => {
  if (parent) return mayDo('open-place', actor.roles.get(parent) ?? []).allowed;
  await requireOperator(world, actor);
  return true;
};

/** All that has to hold for it to stand there. The places above have to be as they were read, see `moveSteps`. */
const requireRoom = async (world: World, place: Place): Promise<Place[]> => {
  const above = place.parent ? await upwards(world, await placeNow(world, place.parent)) : [];
  const verdict = mayStandUnder(place, above, await placesBelow(world, place.id));
  if (!verdict.allowed) throw notThere(verdict.reason);
  return above;
};

/**
 * What a new standing in the tree needs besides the place itself. Everything above the new parent has to be as it was
 * read: two places that move under each other at once would make a circle.
 */
const moveSteps = (before: Place, after: Place, above: readonly Place[]): Step[] => [
  ...above.map(unchanged),
  ...(before.parent ? [belowRemoval(before.parent, before.id)] : []),
  ...(after.parent ? [belowStep(after.parent, after.id)] : []),
];

/** The place where its coordinator wants it: at once where she holds an office there as well, and else as a question. */
export const standingAnew = async (
  world: World,
  asking: MaybeActor,
  before: Place,
  after: Place,
): Promise<{ place: Place; also: Step[] }> => {
  const isMoved = after.parent !== before.parent;
  const above = await requireRoom(world, after);
  if (!isMoved) return { place: after, also: [] };
  if (await decidesAlone(world, requireActor(asking), after.parent)) {
    return { place: after, also: moveSteps(before, after, above) };
  }
  const waiting: Place = { ...after, parent: before.parent, asks: after.parent };
  await requireRoom(world, waiting);
  if (!after.parent) return { place: waiting, also: [] };
  return { place: waiting, also: [toTellStep(world, { asking: after.id, asked: after.parent, what: 'place-asks' })] };
};

/** The places that ask to stand below this one. */
export const placesAsking = async (world: World, above: PlaceId): Promise<Place[]> => {
  const all = await Promise.all((await listPlaces(world)).map(({ id }) => placeOf(world, id)));
  return all.filter(({ asks }) => asks === above);
};

/** The coordinators of the place above answer. Both ledgers say what they answered. */
export const answerAsking = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  { place, answer }: AskingAnswer,
): Promise<void> => {
  const { id } = await placeAt(world, slug);
  const office = requireOffice(actor, 'open-place', id);
  const { asks, ...before } = await placeNow(world, place);
  if (asks !== id) throw new Problem('changed-meanwhile');
  const version = before.version + 1;
  const moved: Place = answer === 'accept' ? { ...before, parent: id } : before;
  const after: Place = { ...moved, version, changed: { ...before.changed, tree: version } };
  const steps = answer === 'accept' ? moveSteps(before, after, await requireRoom(world, after)) : [];
  const act = `${answer}-place` as const;
  const held = await replacePlace(world, before, after, [
    ...steps,
    toTellStep(world, { asking: place, asked: id, what: answer === 'accept' ? 'place-accepted' : 'place-declined' }),
    writeDown(world, { place: id, ...office, act, subject: place }),
    writeDown(world, { place, ...office, act, subject: id }),
  ]);
  for (const one of [before, after]) forgetPlace(world, one);
  if (!held) throw new Problem('changed-meanwhile');
};
