import type { ConsultationId } from '#shared/consultations/schema.ts';
import { consentStanding, type ConsentStanding } from '#shared/participants/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { placeOf } from '../places/service.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';
import { readAgain } from './sessions.ts';

type Asked = { id: ConsultationId; place: PlaceId };

/**
 * What she agreed to in a consultation, held against the text that its place asks people to agree to now. Consent given
 * in another process a moment ago is looked up once more before anybody is refused for it.
 */
export const withConsent = async (
  world: World,
  asking: Actor,
  { id, place }: Asked,
): Promise<{ actor: Actor; consent: ConsentStanding }> => {
  const { consent: asked } = await placeOf(world, place);
  const standing = (actor: Actor) => consentStanding(actor.consents.get(id)?.version, asked.version);
  if (standing(asking) === 'given') return { actor: asking, consent: 'given' };
  const actor = (await readAgain(world, asking)) ?? asking;
  return { actor, consent: standing(actor) };
};

/** @throws Problem when she has not agreed, or to an earlier text only. */
export const requireConsent = async (world: World, asking: Actor, consultation: Asked): Promise<Actor> => {
  const { actor, consent } = await withConsent(world, asking, consultation);
  if (consent !== 'given') throw new Problem(`consent-${consent}`);
  return actor;
};
