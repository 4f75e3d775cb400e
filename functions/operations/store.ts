import { Letter } from '#shared/operations/schema.ts';
import type { Job } from '#shared/operations/rules.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

export const listLetters = async (world: World, job?: Job): Promise<Letter[]> => {
  const { pk, sk } = keys.letter(job);
  const items = await queryAll(world.storage, 'records', { pk, ...(sk && { prefix: sk }) });
  return items.map((item) => Letter.parse(item)).filter((letter) => job === undefined || letter.job === job);
};

export const findLetter = async (world: World, id: string): Promise<Letter | undefined> => {
  const item = await get(world.storage, 'records', keys.letter(id));
  return item && Letter.parse(item);
};

export const letterStep = (letter: Letter) =>
  ({ table: 'records', put: { ...keys.letter(letter.id), ...letter } }) satisfies Step;

export const letterChange = (letter: Letter): Step => ({ ...letterStep(letter), if: { is: 'present' } });

export const letterRemoval = (id: string): Step => ({
  table: 'records',
  remove: keys.letter(id),
  if: { is: 'present' },
});
