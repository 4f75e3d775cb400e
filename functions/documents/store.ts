import type { ConsultationId } from '#shared/consultations/schema.ts';
import { Document, Passage } from '#shared/documents/schema.ts';
import { keys } from '../storage/keys.ts';
import { put, queryAll } from '../storage/table.ts';
import type { World } from '../world.ts';

export const saveDocument = async (world: World, document: Document, passages: readonly Passage[]): Promise<void> => {
  await put(world.storage, 'records', { ...keys.document(document.consultation, document.id), ...document });
  for (const passage of passages) {
    await put(world.storage, 'records', { ...keys.passage(passage.consultation, passage.id), ...passage });
  }
};

export const listDocuments = async (world: World, consultation: ConsultationId): Promise<Document[]> => {
  const { pk, sk } = keys.document(consultation);
  return (await queryAll(world.storage, 'records', { pk, prefix: sk })).map((item) => Document.parse(item));
};

export const listPassages = async (world: World, consultation: ConsultationId): Promise<Passage[]> => {
  const { pk, sk } = keys.passage(consultation);
  const passages = (await queryAll(world.storage, 'records', { pk, prefix: sk })).map((item) => Passage.parse(item));
  return passages.sort((a, b) => a.item - b.item);
};
