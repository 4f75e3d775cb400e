import { mayStandUnder, type TreeRefusal } from '#shared/places/tree.ts';
import type { Place } from '#shared/places/schema.ts';
import type { SetUpChange } from '#shared/places/set-up.ts';
import { Problem } from '#shared/problems.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import type { Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { requireOperator } from './operator.ts';
import { placeNow, placesBelow } from './service.ts';
import { belowRemoval, belowStep, unchanged } from './store.ts';

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
  new Problem('invalid-request', {
    errors: [{ pointer: code === 'kind-not-below' ? '/kind' : '/parent', code }],
  });

/** To stand below a place it takes a coordinator of that place; to stand at the top, whoever runs the platform. */
const requireMove = async (world: World, actor: MaybeActor, parent: Place['parent'] | null): Promise<void> => {
  if (parent) requireOffice(actor, 'open-place', parent);
  else await requireOperator(world, actor);
};

/**
 * What a new standing in the tree needs besides the place itself. Everything above the new parent has to be as it was
 * read: two places that move under each other at once would make a circle.
 */
export const moveSteps = async (
  world: World,
  actor: MaybeActor,
  place: Place,
  { kind, parent }: Extract<SetUpChange, { part: 'tree' }>,
): Promise<Step[]> => {
  const isMoved = (parent ?? undefined) !== place.parent;
  if (isMoved) await requireMove(world, actor, parent);
  const above = parent ? await upwards(world, await placeNow(world, parent)) : [];
  const verdict = mayStandUnder({ id: place.id, kind }, above, await placesBelow(world, place.id));
  if (!verdict.allowed) throw notThere(verdict.reason);
  if (!isMoved) return [];
  return [
    ...above.map(unchanged),
    ...(place.parent ? [belowRemoval(place.parent, place.id)] : []),
    ...(parent ? [belowStep(parent, place.id)] : []),
  ];
};
