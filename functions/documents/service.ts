import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ConsultationView, PassageView } from '#shared/consultations/views.ts';
import type { Document, Passage, PassageId } from '#shared/documents/schema.ts';
import { Problem } from '#shared/problems.ts';
import { SECOND } from '#shared/time.ts';
import { takeNumbers } from '../ballots/numbers.ts';
import { newId, type World } from '../world.ts';
import { listDocuments, listEdition, listPassages, saveDocument } from './store.ts';

/** Texts change seldom; a translation that is taken away has to be gone everywhere within a minute. */
const REMEMBERED = 20 * SECOND;

/**
 * A version that was published is read whole from its first moment: while its passages are still being put in their
 * places, or a process died over that, they are read as they were published.
 */
const readPassages = async (world: World, consultation: ConsultationId): Promise<Passage[]> => {
  const [documents, passages] = await Promise.all([listDocuments(world, consultation), listPassages(world, consultation)]);
  const read = documents.map((document) => {
    const own = passages.filter((passage) => passage.document === document.id);
    const latest = Math.max(document.version, ...own.map(({ edition }) => edition));
    return own.every(({ edition }) => edition === latest) ? own : listEdition(world, document.id, latest);
  });
  return (await Promise.all(read)).flat().sort((a, b) => a.item - b.item);
};

/** Every passage that there is or was, those among them that a version withdrew. */
export const everyPassageOf = (world: World, consultation: ConsultationId): Promise<Passage[]> =>
  world.cache.remember(`passages ${consultation}`, REMEMBERED, () => readPassages(world, consultation));

/** The passages of the text as it is now. */
export const passagesOf = async (world: World, consultation: ConsultationId): Promise<Passage[]> =>
  (await everyPassageOf(world, consultation)).filter(({ withdrawnIn }) => withdrawnIn === undefined);

export const forgetPassages = (world: World, consultation: ConsultationId): void => {
  world.cache.forget(`passages ${consultation}`);
  world.cache.forget(`documents ${consultation}`);
};

/** The documents with their passages, without the full texts. */
export const documentsOf = async (
  world: World,
  consultation: ConsultationId,
): Promise<ConsultationView['documents']> => {
  const [documents, passages] = await Promise.all([
    world.cache.remember(`documents ${consultation}`, REMEMBERED, () => listDocuments(world, consultation)),
    passagesOf(world, consultation),
  ]);
  return documents.map((document) => ({
    ...document,
    passages: passages
      .filter((passage) => passage.document === document.id)
      .sort((a, b) => a.position - b.position)
      .map(({ text: _, cites: __, ...passage }) => passage),
  }));
};

export const viewPassage = async (world: World, consultation: ConsultationId, id: PassageId): Promise<PassageView> => {
  const [documents, passages] = await Promise.all([
    documentsOf(world, consultation),
    everyPassageOf(world, consultation),
  ]);
  const passage = passages.find((candidate) => candidate.id === id);
  const document = documents.find((candidate) => candidate.id === passage?.document);
  if (!passage || !document) throw new Problem('not-found');
  const isThere = passage.withdrawnIn === undefined;
  const neighbour = (step: number) =>
    isThere ? document.passages.find((p) => p.position === passage.position + step)?.id : undefined;
  const previous = neighbour(-1);
  const next = neighbour(1);
  return { ...passage, documentTitle: document.title, ...(previous && { previous }), ...(next && { next }) };
};

export type NewDocument = Pick<Document, 'kind' | 'title'> & {
  passages: Pick<Passage, 'heading' | 'text' | 'summary'>[];
};

/** Puts a text under consultation. Its passages get their numbers in the ballots here. */
export const addDocument = async (
  world: World,
  consultation: ConsultationId,
  given: NewDocument,
): Promise<Passage[]> => {
  const document: Document = {
    id: newId(world, 'document'),
    consultation,
    kind: given.kind,
    title: given.title,
    version: 1,
  };
  const first = await takeNumbers(world, consultation, given.passages.length);
  const passages = given.passages.map((passage, i): Passage => ({
    id: newId(world, 'passage'),
    consultation,
    document: document.id,
    position: i + 1,
    item: first + i,
    ...passage,
    edition: 1,
    since: 1,
    former: [],
    from: [],
    cites: [],
    version: 0,
  }));
  await saveDocument(world, document, passages);
  forgetPassages(world, consultation);
  return passages;
};
