import type { ConsultationId } from '#shared/consultations/schema.ts';
import { Measure, type MeasureId } from '#shared/measures/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

export const measuresIn = async (world: World, consultation: ConsultationId): Promise<Measure[]> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.measure(consultation).pk });
  return items.map((item) => Measure.parse(item));
};

export const findMeasure = async (
  world: World,
  consultation: ConsultationId,
  id: MeasureId,
): Promise<Measure | undefined> => {
  const item = await get(world.storage, 'records', keys.measure(consultation, id));
  return item && Measure.parse(item);
};

export const measureStep = (measure: Measure): Step => ({
  table: 'records',
  put: { ...keys.measure(measure.consultation, measure.id), ...measure },
  if: measure.version === 1 ? { is: 'absent' } : { is: 'version', version: measure.version - 1 },
});
