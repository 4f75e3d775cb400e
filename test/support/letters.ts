import type { Letter } from '#shared/operations/schema.ts';
import { keys } from '#functions/storage/keys.ts';
import { put } from '#functions/storage/table.ts';
import { nowIn, type World } from '#functions/world.ts';

/** Work that has failed so often that it waits for the operator. */
export const aDeadLetter = async (world: World, given: Partial<Letter> = {}): Promise<Letter> => {
  const now = nowIn(world);
  const letter: Letter = {
    id: 'recount~con_0123456789abcdef',
    job: 'recount',
    subject: 'con_0123456789abcdef',
    since: now,
    last: now,
    tries: 5,
    code: 'TypeError',
    notBefore: '2090-01-01T00:00:00.000Z',
    ...given,
  };
  await put(world.storage, 'records', { ...keys.letter(letter.id), ...letter });
  return letter;
};
