import { Batch, BatchDecision } from '#shared/batches/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

export const findBatch = async (world: World, place: PlaceId, number: number): Promise<Batch | undefined> => {
  const item = await get(world.storage, 'records', keys.batch(place, number));
  return item && Batch.parse(item);
};

export const listBatches = async (world: World, place: PlaceId): Promise<Batch[]> => {
  const { pk, sk } = keys.batch(place);
  return (await queryAll(world.storage, 'records', { pk, prefix: sk })).map((item) => Batch.parse(item));
};

/** A new batch, or a changed one that still has the version that was read. */
export const saveBatch = (
  world: World,
  batch: Batch,
  before: Batch | undefined,
  line: Step | undefined,
): Promise<boolean> =>
  transact(world.storage, [
    {
      table: 'records',
      put: { ...keys.batch(batch.place, batch.number), ...batch },
      if: before ? { is: 'version', version: before.version } : { is: 'absent' },
    },
    ...(line ? [line] : []),
  ]);

export const listDecisions = async (world: World, consultation: ConsultationId): Promise<BatchDecision[]> => {
  const { pk, sk } = keys.batchDecision(consultation);
  return (await queryAll(world.storage, 'records', { pk, prefix: sk })).map((item) => BatchDecision.parse(item));
};

export const saveDecision = (
  world: World,
  consultation: ConsultationId,
  decision: BatchDecision,
  line: Step,
): Promise<boolean> =>
  transact(world.storage, [
    {
      table: 'records',
      put: { ...keys.batchDecision(consultation, decision.batch), ...decision },
      if: decision.version > 1 ? { is: 'version', version: decision.version - 1 } : { is: 'absent' },
    },
    line,
  ]);
