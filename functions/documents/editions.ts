import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Document, DocumentId, Passage } from '#shared/documents/schema.ts';
import { Problem } from '#shared/problems.ts';
import { transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { everyPassageOf, forgetText } from './service.ts';
import {
  findDocument,
  findPassage,
  listEdition,
  listPassages,
  nextVersionStep,
  passageRemoval,
  saveEdition,
  savePassage,
} from './store.ts';

export const requireDocument = async (
  world: World,
  consultation: ConsultationId,
  id: DocumentId,
): Promise<Document> => {
  const document = await findDocument(world, consultation, id);
  if (!document) throw new Problem('not-found');
  return document;
};

/** The passages of one version of a document, those that it had withdrawn among them. */
export const editionOf = async (world: World, document: Document, version: number): Promise<Passage[]> => {
  if (version < 1 || version > document.version) throw new Problem('not-found');
  if (version < document.version) return listEdition(world, document.id, version);
  const all = await everyPassageOf(world, document.consultation);
  return all.filter((passage) => passage.document === document.id);
};

/**
 * Publishes the next version of a text in one write: what it replaces and what it says are put down before, each passage
 * gets its place after (`settleEdition`), and readers meet one version or the other, never a mixture. False when
 * somebody else published meanwhile; then nothing has happened.
 */
export const publishEdition = async (
  world: World,
  document: Document,
  before: readonly Passage[],
  next: readonly Passage[],
  also: Step[],
): Promise<boolean> => {
  await saveEdition(world, document.id, document.version, before);
  await saveEdition(world, document.id, document.version + 1, next);
  const published = await transact(world.storage, [
    nextVersionStep({ ...document, version: document.version + 1 }),
    ...also,
  ]);
  forgetText(world, document.consultation);
  return published;
};

/** Words that somebody corrected or translated while the version was being published, in a passage that it kept. */
const corrected = (planned: Passage, found: Passage): Passage =>
  planned.item === found.item
    ? { ...planned, heading: found.heading, text: found.text, summary: found.summary, version: found.version + 1 }
    : { ...planned, version: found.version + 1 };

/** What was never a part of the text, left by a process that died while the first version was made. */
const removeUnnamed = async (world: World, document: Document, edition: readonly Passage[]): Promise<void> => {
  const named = new Set(edition.map(({ id }) => id));
  const all = await listPassages(world, document.consultation);
  const unnamed = all.filter((passage) => passage.document === document.id && !named.has(passage.id));
  for (const passage of unnamed) await transact(world.storage, [passageRemoval(passage)]);
};

/** Puts every passage of the published version in its place. New ones come first: until the last, readers know. */
export const settleEdition = async (world: World, document: Document): Promise<void> => {
  const edition = await listEdition(world, document.id, document.version);
  const isNew = (passage: Passage): boolean => passage.former.length === 0 && passage.since === document.version;
  for (const planned of edition.toSorted((a, b) => Number(isNew(b)) - Number(isNew(a)))) {
    const found = await findPassage(world, document.consultation, planned.id);
    if (found && found.edition >= document.version) continue;
    const passage = found && found.version !== planned.version - 1 ? corrected(planned, found) : planned;
    if (!(await savePassage(world, passage, !found))) throw new Problem('storage-busy');
  }
  await removeUnnamed(world, document, edition);
  forgetText(world, document.consultation);
};
