import { Consultation, PublishedChange, type ConsultationId } from '#shared/consultations/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { z } from 'zod';
import { keys } from '../storage/keys.ts';
import { get, queryAll, remove, transact, type Step } from '../storage/table.ts';
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

/** Belongs into the same write as the change it tells of. The version that the change made tells it from all others. */
export const changeStep = (id: ConsultationId, mark: string, change: PublishedChange): Step => ({
  table: 'records',
  put: { ...keys.changeOf(id, change.at, mark), ...change },
  if: { is: 'absent' },
});

export const listChanges = async (world: World, id: ConsultationId): Promise<PublishedChange[]> => {
  const { pk, sk } = keys.changeOf(id);
  const items = await queryAll(world.storage, 'records', { pk, prefix: sk, order: 'backward' });
  return items.map((item) => PublishedChange.parse(item));
};

/** The draft first, so that nobody finds it any more; then all that was written for it. */
export const removeDraft = async (
  world: World,
  { id, place }: Consultation,
  version: number,
  also: Step[],
): Promise<boolean> => {
  const gone = await transact(world.storage, [
    { table: 'records', remove: keys.consultation(id), if: { is: 'version', version } },
    { table: 'records', remove: keys.consultationsOf(place, id) },
    ...also,
  ]);
  if (!gone) return false;
  const { pk } = keys.consultation(id);
  for (const item of await queryAll(world.storage, 'records', { pk })) {
    await remove(world.storage, 'records', { pk, sk: item.sk });
  }
  return true;
};
