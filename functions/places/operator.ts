import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { requireActor, requireOffice, type MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { placeOf } from './service.ts';

/**
 * Whoever runs the platform: a coordinator of a place at the top (`002-who-the-operator-is.md`). Her acts stand in the
 * ledger of that place.
 */
export const requireOperator = async (world: World, asking: MaybeActor) => {
  const actor = requireActor(asking);
  for (const [id, roles] of actor.roles) {
    const isAtTop = roles.includes('coordinator') && (await placeOf(world, id)).parent === undefined;
    if (isAtTop) return { place: id satisfies PlaceId, ...requireOffice(actor, 'run-platform', id) };
  }
  throw new Problem(actor.office === 'locked' ? 'passkey-needed' : 'role-missing');
};
