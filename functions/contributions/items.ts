import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Contribution } from '#shared/contributions/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import { SECOND } from '#shared/time.ts';
import { isCurrent, wordingsOf, type PassageWording } from '#shared/versions/wordings.ts';
import { everyPassageOf } from '../documents/service.ts';
import type { World } from '../world.ts';
import { listContributions } from './store.ts';

/** Everything that can be voted on, by its number in the ballots. */
export type Items = {
  passages: Map<number, Passage>;
  contributions: Map<number, Contribution>;
  /** What passages said in versions before this one: their votes stay theirs. */
  former: Map<number, PassageWording & { passage: Passage }>;
};

/** What is withdrawn is gone from the deck of other processes after this long, of this one at once. */
const REMEMBERED = 5 * SECOND;
const cacheKey = (consultation: ConsultationId): string => `items ${consultation}`;
export const forgetItems = (world: World, consultation: ConsultationId): void =>
  world.cache.forget(cacheKey(consultation));

/** Every wording of every passage, those of today among them, by the names that recounts know them by. */
export const wordingsIn = ({ passages, former }: Pick<Items, 'passages' | 'former'>): PassageWording[] => [
  ...[...passages.values()].flatMap((passage) => wordingsOf(passage).filter(isCurrent)),
  ...former.values(),
];

/** The items as they are this moment. */
export const currentItems = async (world: World, consultation: ConsultationId): Promise<Items> => {
  const [passages, contributions] = await Promise.all([
    everyPassageOf(world, consultation),
    listContributions(world, consultation),
  ]);
  return {
    passages: new Map(
      passages.filter(({ withdrawnIn }) => withdrawnIn === undefined).map((passage) => [passage.item, passage]),
    ),
    contributions: new Map(contributions.map((contribution) => [contribution.item, contribution])),
    former: new Map(
      passages.flatMap((passage) =>
        wordingsOf(passage)
          .filter((wording) => !isCurrent(wording))
          .map((wording) => [wording.item, { ...wording, passage }]),
      ),
    ),
  };
};

/** The items as remembered; `wanted` that is not among them is looked for once more, it may be new. */
export const itemsOf = async (world: World, consultation: ConsultationId, wanted?: number): Promise<Items> => {
  const load = () => world.cache.remember(cacheKey(consultation), REMEMBERED, () => currentItems(world, consultation));
  const items = await load();
  const isKnown =
    wanted === undefined || items.passages.has(wanted) || items.contributions.has(wanted) || items.former.has(wanted);
  if (isKnown) return items;
  return world.cache.remember(`items ${consultation} beyond ${items.contributions.size}`, SECOND, () => {
    forgetItems(world, consultation);
    return load();
  });
};
