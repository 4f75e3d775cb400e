import type { Version } from '#shared/versions/schema.ts';
import { forgetItems } from '../contributions/items.ts';
import { editionOf, requireDocument, settleEdition } from '../documents/editions.ts';
import type { World } from '../world.ts';
import { settleWords } from './placing.ts';
import { attemptsOf } from '../operations/attempts.ts';
import { clearDraft, listUnfinished, markFinished } from './store.ts';

/** What is still to do once a version is public: each passage in its place, each comment where it belongs. */
export const settleVersion = async (
  world: World,
  { consultation, document }: Pick<Version, 'consultation' | 'document'>,
): Promise<void> => {
  const published = await requireDocument(world, consultation, document);
  await settleEdition(world, published);
  const [before, after] = await Promise.all([
    editionOf(world, published, published.version - 1),
    editionOf(world, published, published.version),
  ]);
  await settleWords(world, { consultation, document, version: published.version }, before, after);
  await clearDraft(world, document);
  await markFinished(world, document);
  forgetItems(world, consultation);
};

/** Goes on where a process died over a version that was published. */
export const settleVersions = async (world: World): Promise<number> => {
  const unfinished = await listUnfinished(world);
  const attempt = await attemptsOf(world, 'versions');
  for (const one of unfinished) await attempt(one.document, () => settleVersion(world, one));
  return unfinished.length;
};
