import type { ConsultationId } from '#shared/consultations/schema.ts';
import { Document, Passage, type DocumentId, type PassageId } from '#shared/documents/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, put, queryAll, transact, type Step } from '../storage/table.ts';
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

export const findDocument = async (
  world: World,
  consultation: ConsultationId,
  id: DocumentId,
): Promise<Document | undefined> => {
  const item = await get(world.storage, 'records', keys.document(consultation, id));
  return item && Document.parse(item);
};

/** The document with its next version; of two at once, one is told that the other was quicker. */
export const nextVersionStep = (document: Document): Step => ({
  table: 'records',
  put: { ...keys.document(document.consultation, document.id), ...document },
  if: { is: 'version', version: document.version - 1 },
});

/** One version of a text, whole. Written before the version is published, and again as it last read when it is over. */
export const saveEdition = async (
  world: World,
  document: DocumentId,
  version: number,
  passages: readonly Passage[],
): Promise<void> => {
  for (const passage of passages) {
    await put(world.storage, 'records', { ...keys.edition(document, version, passage.id), ...passage });
  }
};

export const listEdition = async (world: World, document: DocumentId, version: number): Promise<Passage[]> => {
  const { pk, sk } = keys.edition(document, version);
  return (await queryAll(world.storage, 'records', { pk, prefix: sk })).map((item) => Passage.parse(item));
};

/** A passage as it is from now on, if nobody has written it since it was read. */
export const savePassage = (world: World, passage: Passage, isNew: boolean): Promise<boolean> =>
  transact(world.storage, [
    {
      table: 'records',
      put: { ...keys.passage(passage.consultation, passage.id), ...passage },
      if: isNew ? { is: 'absent' } : { is: 'version', version: passage.version - 1 },
    },
  ]);

export const findPassage = async (
  world: World,
  consultation: ConsultationId,
  id: PassageId,
): Promise<Passage | undefined> => {
  const item = await get(world.storage, 'records', keys.passage(consultation, id));
  return item && Passage.parse(item);
};
