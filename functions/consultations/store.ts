import { Consultation, type ConsultationId } from '#shared/consultations/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { z } from 'zod';
import { keys } from '../storage/keys.ts';
import { get, queryAll, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** While an import is being written, the consultation exists for nobody but the import. */
const StoredConsultation = Consultation.extend({ underImport: z.boolean().optional() });
export type StoredConsultation = z.infer<typeof StoredConsultation>;

export const findConsultation = async (world: World, id: ConsultationId): Promise<StoredConsultation | undefined> => {
  const item = await get(world.storage, 'records', keys.consultation(id));
  return item && StoredConsultation.parse(item);
};

export const saveNewConsultation = (world: World, consultation: StoredConsultation, also: Step[]): Promise<boolean> =>
  transact(world.storage, [
    { table: 'records', put: { ...keys.consultation(consultation.id), ...consultation }, if: { is: 'absent' } },
    {
      table: 'records',
      put: { ...keys.consultationsOf(consultation.place, consultation.id), consultation: consultation.id },
    },
    ...also,
  ]);

/** Replaces it if it still has the version that was read. */
export const saveConsultation = (
  world: World,
  consultation: StoredConsultation,
  version: number,
  also: Step[],
): Promise<boolean> =>
  transact(world.storage, [
    {
      table: 'records',
      put: { ...keys.consultation(consultation.id), ...consultation },
      if: { is: 'version', version },
    },
    ...also,
  ]);

export const listConsultationIds = async (world: World, place: PlaceId): Promise<ConsultationId[]> => {
  const { pk, sk } = keys.consultationsOf(place);
  const items = await queryAll(world.storage, 'records', { pk, prefix: sk });
  return items.map((item) => item.consultation as ConsultationId);
};
