import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ConsultationView, PassageView } from '#shared/consultations/views.ts';
import type { Document, Passage, PassageId } from '#shared/documents/schema.ts';
import { Problem } from '#shared/problems.ts';
import { SECOND } from '#shared/time.ts';
import { takeNumbers } from '../ballots/numbers.ts';
import { newId, type World } from '../world.ts';
import {
  findOutline,
  listDocuments,
  listEdition,
  listPassages,
  newDocumentStep,
  saveAll,
  savePassages,
  type Outline,
} from './store.ts';

/** Texts change seldom; a translation that is taken away has to be gone everywhere within a minute. */
const REMEMBERED = 20 * SECOND;

/** Every text of a consultation, its passages in their order. */
export type WholeText = { documents: Document[]; passages: Passage[]; outline: Outline | undefined };

/** While a first version is made, its outline says which passages it has, in which order. */
const inOrder = (document: Document, own: readonly Passage[], outline: Outline | undefined): Passage[] => {
  if (document.version > 1 || outline?.document !== document.id) return [...own];
  const known = new Map(own.map((passage) => [passage.id, passage]));
  return outline.order.flatMap((one) => known.get(one) ?? []).map((passage, i) => ({ ...passage, position: i + 1 }));
};

/**
 * A version that was published is read whole from its first moment: while its passages are still being put in their
 * places, or a process died over that, they are read as they were published.
 */
const readText = async (world: World, consultation: ConsultationId): Promise<WholeText> => {
  const [documents, passages, outline] = await Promise.all([
    listDocuments(world, consultation),
    listPassages(world, consultation),
    findOutline(world, consultation),
  ]);
  const read = documents.map(async (document) => {
    const own = passages.filter((passage) => passage.document === document.id);
    const latest = Math.max(document.version, ...own.map(({ edition }) => edition));
    const isSettled = own.every(({ edition }) => edition === latest);
    return isSettled ? inOrder(document, own, outline) : listEdition(world, document.id, latest);
  });
  return { documents, passages: (await Promise.all(read)).flat().sort((a, b) => a.item - b.item), outline };
};

const isThere = ({ withdrawnIn }: Passage): boolean => withdrawnIn === undefined;

/** The texts as they are this moment, for whoever works on them: what there is, in its order. */
export const textNow = async (world: World, consultation: ConsultationId): Promise<WholeText> => {
  const text = await readText(world, consultation);
  return { ...text, passages: text.passages.filter(isThere).sort((a, b) => a.position - b.position) };
};

const cacheKey = (consultation: ConsultationId): string => `text ${consultation}`;
const textOf = (world: World, consultation: ConsultationId): Promise<WholeText> =>
  world.cache.remember(cacheKey(consultation), REMEMBERED, () => readText(world, consultation));

/** Every passage that there is or was, those among them that a version withdrew. */
export const everyPassageOf = async (world: World, consultation: ConsultationId): Promise<Passage[]> =>
  (await textOf(world, consultation)).passages;

/** The passages of the text as it is now. */
export const passagesOf = async (world: World, consultation: ConsultationId): Promise<Passage[]> =>
  (await everyPassageOf(world, consultation)).filter(isThere);

export const forgetText = (world: World, consultation: ConsultationId): void =>
  world.cache.forget(cacheKey(consultation));

/** The documents with their passages, without the full texts. */
export const documentsOf = async (
  world: World,
  consultation: ConsultationId,
): Promise<ConsultationView['documents']> => {
  const { documents, passages: every } = await textOf(world, consultation);
  const passages = every.filter(isThere);
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
  const neighbour = (step: number) =>
    isThere(passage) ? document.passages.find((p) => p.position === passage.position + step)?.id : undefined;
  const previous = neighbour(-1);
  const next = neighbour(1);
  return { ...passage, documentTitle: document.title, ...(previous && { previous }), ...(next && { next }) };
};

export type NewPassage = Pick<Passage, 'heading' | 'text' | 'summary'>;
export type NewDocument = Pick<Document, 'kind' | 'title'> & { passages: readonly NewPassage[] };

/** Passages that no document has yet, with their numbers in the ballots. */
export const writePassages = async (
  world: World,
  { id, consultation }: Pick<Document, 'id' | 'consultation'>,
  given: readonly NewPassage[],
): Promise<Passage[]> => {
  const first = given.length > 0 ? await takeNumbers(world, consultation, given.length) : 0;
  const passages = given.map((passage, i): Passage => ({
    id: newId(world, 'passage'),
    consultation,
    document: id,
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
  await savePassages(world, passages);
  return passages;
};

/** Puts a text under consultation. */
export const addDocument = async (
  world: World,
  consultation: ConsultationId,
  { kind, title, passages: given }: NewDocument,
): Promise<Passage[]> => {
  const id = newId(world, 'document');
  const passages = await writePassages(world, { id, consultation }, given);
  await saveAll(world, [newDocumentStep({ id, consultation, kind, title, version: 1 })]);
  forgetText(world, consultation);
  return passages;
};
