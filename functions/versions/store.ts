import type { DocumentId } from '#shared/documents/schema.ts';
import {
  Draft,
  DraftComment,
  DraftPassage,
  Placing,
  Version,
  type CommentId,
  type WholeDraft,
} from '#shared/versions/schema.ts';
import { keys } from '../storage/keys.ts';
import { put, queryAll, remove, type Condition, type Item, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const draftItem = (draft: Draft): Item => ({ ...keys.draft(draft.document), ...draft });

/** The draft as it is from now on, if it is still what was read. A new one begins where there is none. */
export const draftStep = (draft: Draft): Step => ({
  table: 'records',
  put: draftItem(draft),
  if: draft.version === 1 ? { is: 'absent' } : { is: 'version', version: draft.version - 1 },
});

/** One part of the draft; its first change finds nothing there. */
export const draftPassageStep = (document: DocumentId, passage: DraftPassage): Step => ({
  table: 'records',
  put: { ...keys.draftPassage(document, passage.passage), ...passage },
  if: passage.version === 1 ? { is: 'absent' } : { is: 'version', version: passage.version - 1 },
});

/** The draft must still be there, and still be of this version of the text. */
export const draftIsThere = (document: DocumentId): Step => ({
  table: 'records',
  check: keys.draft(document),
  if: { is: 'present' },
});

/** No version of it is still being settled: what is left of that draft would go with it. */
export const settledStep = (document: DocumentId): Step => ({
  table: 'records',
  check: keys.unfinishedVersion(document),
  if: { is: 'absent' },
});

export const endDraftStep = ({ document, version }: Draft): Step => ({
  table: 'records',
  remove: keys.draft(document),
  if: { is: 'version', version },
});

const parts = (items: readonly Item[], prefix: string): Item[] => items.filter(({ sk }) => sk.startsWith(prefix));

/** Everything that a draft holds, in one question. */
export const readDraft = async (world: World, document: DocumentId): Promise<WholeDraft | undefined> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.draft(document).pk });
  const about = items.find(({ sk }) => sk === keys.draft(document).sk);
  return (
    about && {
      draft: Draft.parse(about),
      passages: parts(items, 'psg#').map((item) => DraftPassage.parse(item)),
      comments: parts(items, 'comment#').map((item) => DraftComment.parse(item)),
      placings: parts(items, 'placing#').map((item) => Placing.parse(item)),
    }
  );
};

/** Where a drafter put unsure words, also when the draft itself is gone and its version is being settled. */
export const readPlacings = async (world: World, document: DocumentId): Promise<Placing[]> => {
  const { pk } = keys.draft(document);
  const items = await queryAll(world.storage, 'records', { pk, prefix: 'placing#' });
  return items.map((item) => Placing.parse(item));
};

export const savePlacing = (world: World, document: DocumentId, placing: Placing): Promise<boolean> =>
  put(world.storage, 'records', { ...keys.draftPlacing(document, placing.contribution), ...placing });

export const saveComment = (world: World, document: DocumentId, comment: DraftComment): Promise<boolean> =>
  put(world.storage, 'records', { ...keys.draftComment(document, comment.id), ...comment }, { is: 'absent' });

export const removeComment = (world: World, document: DocumentId, comment: CommentId): Promise<void> =>
  remove(world.storage, 'records', keys.draftComment(document, comment));

/** What is left of a draft that was published or given up, the draft itself being gone. */
export const clearDraft = async (world: World, document: DocumentId): Promise<void> => {
  const { pk: draft, sk: about } = keys.draft(document);
  const items = await queryAll(world.storage, 'records', { pk: draft });
  for (const { pk, sk } of items) if (sk !== about) await remove(world.storage, 'records', { pk, sk });
};

const absent: Condition = { is: 'absent' };

/** Written with the version itself; whatever is not done when a process dies is found by it. */
export const versionSteps = (version: Version): Step[] => [
  { table: 'records', put: { ...keys.textVersion(version.document, version.version), ...version }, if: absent },
  {
    table: 'records',
    put: {
      ...keys.unfinishedVersion(version.document),
      document: version.document,
      consultation: version.consultation,
    },
  },
];

export const listVersions = async (world: World, document: DocumentId): Promise<Version[]> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.textVersion(document).pk });
  return items.map((item) => Version.parse(item));
};

export const listUnfinished = async (world: World): Promise<Pick<Version, 'document' | 'consultation'>[]> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.unfinishedVersion().pk });
  return items.map((item) => Version.pick({ document: true, consultation: true }).parse(item));
};

export const markFinished = (world: World, document: DocumentId): Promise<void> =>
  remove(world.storage, 'records', keys.unfinishedVersion(document));
