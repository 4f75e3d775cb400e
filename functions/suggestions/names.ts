import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { SuggestionsPage } from '#shared/suggestions/views.ts';
import type { Texts } from '#shared/texts.ts';
import type { World } from '../world.ts';
import { listGroupNames } from './store.ts';

/** What the drafters call the opinion groups, by label; without those whose name they took back. */
export const groupNamesOf = async (world: World, consultation: ConsultationId): Promise<ReadonlyMap<string, Texts>> => {
  const names = await listGroupNames(world, consultation);
  return new Map(names.flatMap(({ label, name }) => (Object.keys(name).length > 0 ? [[label, name] as const] : [])));
};

/** The same for those who may change them: with versions, those that were taken back among them. */
export const groupNamesToEdit = async (world: World, consultation: ConsultationId): Promise<SuggestionsPage['names']> =>
  Object.fromEntries((await listGroupNames(world, consultation)).map(({ label, ...named }) => [label, named]));
