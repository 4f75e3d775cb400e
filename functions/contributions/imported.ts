import type { Contribution } from '#shared/contributions/schema.ts';
import { pseudonymOf } from '../participants/pseudonyms.ts';
import type { World } from '../world.ts';
import { forgetItems } from './items.ts';
import { saveNewContribution } from './store.ts';

type Imported = Pick<Contribution, 'id' | 'consultation' | 'language' | 'at' | 'item'> & {
  author: string;
  /** Undefined for words that nobody may see: votes on them are kept. */
  words: string | undefined;
};

/** Words that another platform collected. One that is already there stays as it is. */
export const importContribution = async (world: World, { author, words, ...given }: Imported): Promise<void> => {
  const contribution: Contribution = {
    ...given,
    kind: 'suggestion',
    text: words ?? '–',
    by: await pseudonymOf(world, given.consultation, author),
    edited: false,
    state: words === undefined ? 'withheld' : 'published',
    imported: true,
    version: 0,
  };
  await saveNewContribution(world, contribution, []);
  forgetItems(world, given.consultation);
};
