import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Contribution } from '#shared/contributions/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import { SECOND } from '#shared/time.ts';
import { passagesOf } from '../documents/service.ts';
import type { World } from '../world.ts';
import { listContributions } from './store.ts';

/** Everything that can be voted on, by its number in the ballots. */
export type Items = { passages: Map<number, Passage>; contributions: Map<number, Contribution> };

/** What is withdrawn is gone from the deck of other processes after this long, of this one at once. */
const REMEMBERED = 5 * SECOND;
const cacheKey = (consultation: ConsultationId): string => `items ${consultation}`;
export const forgetItems = (world: World, consultation: ConsultationId): void =>
  world.cache.forget(cacheKey(consultation));

/** The items as they are this moment. */
export const currentItems = async (world: World, consultation: ConsultationId): Promise<Items> => {
  const [passages, contributions] = await Promise.all([
    passagesOf(world, consultation),
    listContributions(world, consultation),
  ]);
  return {
    passages: new Map(passages.map((passage) => [passage.item, passage])),
    contributions: new Map(contributions.map((contribution) => [contribution.item, contribution])),
  };
};

/** The items as remembered; `wanted` that is not among them is looked for once more, it may be new. */
export const itemsOf = async (world: World, consultation: ConsultationId, wanted?: number): Promise<Items> => {
  const load = () => world.cache.remember(cacheKey(consultation), REMEMBERED, () => currentItems(world, consultation));
  const items = await load();
  const isKnown = wanted === undefined || items.passages.has(wanted) || items.contributions.has(wanted);
  if (isKnown) return items;
  return world.cache.remember(`items ${consultation} beyond ${items.contributions.size}`, SECOND, () => {
    forgetItems(world, consultation);
    return load();
  });
};
