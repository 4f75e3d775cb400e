import type { ConsultationId } from '#shared/consultations/schema.ts';
import { Left } from '#shared/documents/requests.ts';
import { MOST_PASSAGES } from '#shared/documents/rules.ts';
import { Document, DocumentId, Passage, PassageId } from '#shared/documents/schema.ts';
import { z } from 'zod';
import { keys } from '../storage/keys.ts';
import { get, put, queryAll, remove, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const documentItem = (document: Document) => ({ ...keys.document(document.consultation, document.id), ...document });
const passageItem = (passage: Passage) => ({ ...keys.passage(passage.consultation, passage.id), ...passage });

/** Passages of a document that is not there yet, or that its outline does not name yet. */
export const savePassages = async (world: World, passages: readonly Passage[]): Promise<void> => {
  for (const passage of passages) await put(world.storage, 'records', passageItem(passage), { is: 'absent' });
};

export const newDocumentStep = (document: Document): Step => ({
  table: 'records',
  put: documentItem(document),
  if: { is: 'absent' },
});
/** The same version of it, with another title or kind. */
export const documentStep = (document: Document): Step => ({
  table: 'records',
  put: documentItem(document),
  if: { is: 'version', version: document.version },
});
export const documentRemoval = ({ consultation, id, version }: Document): Step => ({
  table: 'records',
  remove: keys.document(consultation, id),
  if: { is: 'version', version },
});
export const newPassageStep = (passage: Passage): Step => ({
  table: 'records',
  put: passageItem(passage),
  if: { is: 'absent' },
});
export const passageStep = (passage: Passage, before: number): Step => ({
  table: 'records',
  put: passageItem(passage),
  if: { is: 'version', version: before },
});
export const passageRemoval = ({ consultation, id, version }: Passage): Step => ({
  table: 'records',
  remove: keys.passage(consultation, id),
  if: { is: 'version', version },
});

/**
 * The order in which the passages of a first version stand while it is made: what it does not name is being written, or
 * gone. Its version grows with each change of the text as a whole.
 */
const Outline = z.object({
  document: DocumentId,
  order: z.array(PassageId).max(MOST_PASSAGES),
  version: z.int().min(1),
});
export type Outline = z.infer<typeof Outline>;

export const findOutline = async (world: World, consultation: ConsultationId): Promise<Outline | undefined> => {
  const item = await get(world.storage, 'records', keys.outline(consultation));
  return item && Outline.parse(item);
};

export const outlineStep = (consultation: ConsultationId, outline: Outline): Step => ({
  table: 'records',
  put: { ...keys.outline(consultation), ...outline },
  if: { is: 'version', version: outline.version - 1 },
});

export const leftStep = (consultation: ConsultationId, document: DocumentId, left: readonly Left[]): Step => ({
  table: 'records',
  put: { ...keys.leftOut(consultation, document), left },
});

export const findLeft = async (world: World, consultation: ConsultationId, document: DocumentId): Promise<Left[]> => {
  const item = await get(world.storage, 'records', keys.leftOut(consultation, document));
  return item ? Left.array().parse(item.left) : [];
};

export const saveAll = (world: World, steps: readonly Step[]): Promise<boolean> => transact(world.storage, steps);

/** After a document is gone: what belonged to it. */
export const removeParts = async (
  world: World,
  { consultation, id }: Document,
  passages: readonly Passage[],
): Promise<void> => {
  await remove(world.storage, 'records', keys.leftOut(consultation, id));
  for (const passage of passages) await remove(world.storage, 'records', keys.passage(consultation, passage.id));
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
