import type { Contribution } from '#shared/contributions/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import type { World } from '../world.ts';
import { forgetItems } from './items.ts';
import { findContribution, saveContribution } from './store.ts';

const TRIES = 3;

/** Puts words with another passage, in a new version of the text. Whatever its author does meanwhile stands. */
export const moveContribution = async (
  world: World,
  { consultation, id }: Pick<Contribution, 'consultation' | 'id'>,
  passage: PassageId,
  version: number,
): Promise<void> => {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await findContribution(world, consultation, id);
    if (!found || (found.movedIn ?? 0) >= version) return;
    if (await saveContribution(world, found, { ...found, passage, movedIn: version })) break;
  }
  forgetItems(world, consultation);
};
