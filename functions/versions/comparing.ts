import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Document, DocumentId, Passage, PassageId } from '#shared/documents/schema.ts';
import { Problem } from '#shared/problems.ts';
import { numbered, planVersion } from '#shared/versions/planning.ts';
import type { Comparison, ComparisonView, VersionsView, VersionView } from '#shared/versions/views.ts';
import { readableConsultation } from '../consultations/service.ts';
import { editionOf, requireDocument } from '../documents/editions.ts';
import { documentsOf, everyPassageOf } from '../documents/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { compareEditions, compareOne } from './before-and-after.ts';
import { readableDraft } from './reading.ts';
import { listVersions } from './store.ts';

const isIn =
  (version: number) =>
  (passage: Passage): boolean =>
    passage.withdrawnIn === version;

/** What a version changed, counted from its passages as they are now: each knows since when it says what it says. */
const countsOf = (passages: readonly Passage[], version: number) => ({
  changed: passages.filter(
    ({ since, former }) =>
      former.some((one) => one.since === version && one !== former[0]) || (since === version && former.length > 0),
  ).length,
  added: passages.filter(({ since, former }) => (former[0]?.since ?? since) === version).length,
  withdrawn: passages.filter(isIn(version)).length,
});

const viewsOf = async (world: World, document: Document, passages: readonly Passage[]): Promise<VersionView[]> => {
  const own = passages.filter((passage) => passage.document === document.id);
  const published = await listVersions(world, document.id);
  const later = published.map(({ version, at, note, leftOut }): VersionView => ({
    version,
    at,
    note,
    ...countsOf(own, version),
    ...(leftOut && { leftOut }),
  }));
  const first: VersionView = { version: 1, note: {}, changed: 0, added: 0, withdrawn: 0 };
  return [...later.toReversed(), first];
};

/** The versions of every document of a consultation, for everybody. */
export const versionsOf = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<VersionsView> => {
  await readableConsultation(world, actor, id);
  const [documents, passages] = await Promise.all([documentsOf(world, id), everyPassageOf(world, id)]);
  return Promise.all(
    documents.map(async (document) => ({
      id: document.id,
      title: document.title,
      versions: await viewsOf(world, document, passages),
    })),
  );
};

/** Two published versions, passage by passage and word by word. */
export const compareVersions = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
  { from, to, language }: { from: number; to: number; language: string },
): Promise<ComparisonView> => {
  await readableConsultation(world, actor, id);
  const document = await requireDocument(world, id, which);
  const [before, after, all] = await Promise.all([
    editionOf(world, document, from),
    editionOf(world, document, to),
    everyPassageOf(world, id),
  ]);
  const version = (await viewsOf(world, document, all)).find((one) => one.version === to);
  return {
    document: { id: which, title: document.title },
    from,
    to,
    ...(version && { version }),
    passages: await compareEditions(before, after, language),
  };
};

/** A version and the draft of the next one, for whoever may read the draft. */
export const compareDraft = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
  { from, language }: { from: number; language: string },
): Promise<ComparisonView> => {
  const { document, base, whole } = await readableDraft(world, actor, id, which);
  const before = await editionOf(world, document, from);
  const after = numbered(planVersion(base, whole.draft, whole.passages), 1);
  return {
    document: { id: which, title: document.title },
    from,
    passages: await compareEditions(before, after, language),
  };
};

/** What changed in one passage since a version that somebody voted on; with its present wording, in her language. */
export const comparePassage = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: PassageId,
  { from, language }: { from: number; language: string },
): Promise<Comparison> => {
  await readableConsultation(world, actor, id);
  const passage = (await everyPassageOf(world, id)).find((one) => one.id === which);
  if (!passage) throw new Problem('not-found');
  const document = await requireDocument(world, id, passage.document);
  const [before, after] = await Promise.all([
    editionOf(world, document, from),
    editionOf(world, document, document.version),
  ]);
  return compareOne(which, before, after, language);
};

/** What one version made of a passage. */
export const comparePassageIn = async (
  world: World,
  id: ConsultationId,
  which: PassageId,
  version: number,
  language: string,
): Promise<Comparison> => {
  const passage = (await everyPassageOf(world, id)).find((one) => one.id === which);
  if (!passage) throw new Problem('not-found');
  const document = await requireDocument(world, id, passage.document);
  const [before, after] = await Promise.all([
    editionOf(world, document, version - 1),
    editionOf(world, document, version),
  ]);
  return compareOne(which, before, after, language);
};
