import type { Case } from '#shared/moderation/case.ts';
import type { World } from '../world.ts';
import type { Found } from './found.ts';
import { removedFrom, type Removed } from './looks.ts';
import { fingerprintOf } from './subjects.ts';

const textOf = (removed: Removed): string | null =>
  removed.text ??
  removed.names?.[0]?.name ??
  (removed.wording &&
    Object.values(removed.wording)
      .map((one) => one?.text)
      .join('\n\n')) ??
  null;

/** The words at issue, there or removed: null when their author has taken them back. A decision names what it was about by their mark. */
export const wordsOfCase = async (
  world: World,
  one: Pick<Case, 'id'>,
  found: Found | undefined,
): Promise<{ text: string | null; name?: string; fingerprint: string }> => {
  const removed = found?.text === null || !found ? await removedFrom(world, one) : undefined;
  const text = found?.text ?? (removed ? textOf(removed) : null);
  const name = found?.subject === 'words' ? (found.words.is.name ?? removed?.name) : undefined;
  return { text, ...(name !== undefined && { name }), fingerprint: fingerprintOf(text) };
};
