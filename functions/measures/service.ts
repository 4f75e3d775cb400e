import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { measureStanding } from '#shared/measures/rules.ts';
import type { PublicMeasure } from '#shared/measures/schema.ts';
import { SECOND } from '#shared/time.ts';
import { forgetLine } from '../answers/line.ts';
import { readableConsultation } from '../consultations/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { placeOf } from '../places/service.ts';
import { nowIn, type World } from '../world.ts';
import { measuresIn } from './store.ts';

const REMEMBERED = 20 * SECOND;
const cacheKey = (id: ConsultationId): string => `measures ${id}`;
export const forgetMeasures = (world: World, id: ConsultationId): void => {
  world.cache.forget(cacheKey(id));
  forgetLine(world, id);
};

/** The measures of a consultation by their day, each with how it stands now. */
export const measuresOf = async (
  world: World,
  { id, place }: Pick<Consultation, 'id' | 'place'>,
): Promise<PublicMeasure[]> => {
  const [measures, { timeZone }] = await Promise.all([
    world.cache.remember(cacheKey(id), REMEMBERED, () => measuresIn(world, id)),
    placeOf(world, place),
  ]);
  return measures
    .map((one) => ({ ...one, standing: measureStanding(one, nowIn(world), timeZone) }))
    .sort((a, b) => (a.deadline === b.deadline ? a.id.localeCompare(b.id) : a.deadline < b.deadline ? -1 : 1));
};

/** The same for everybody who may read the consultation. */
export const viewMeasures = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<PublicMeasure[]> =>
  measuresOf(world, await readableConsultation(world, actor, id));
