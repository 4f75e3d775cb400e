import type { ConsultationId } from '#shared/consultations/schema.ts';
import { dealingWeights } from '#shared/opinion/dealing.ts';
import { defaultParameters } from '#shared/opinion/parameters.ts';
import { recount } from '#shared/opinion/recount.ts';
import type { ItemFigure, Snapshot } from '#shared/opinion/snapshot.ts';
import { MINUTE } from '#shared/time.ts';
import type { World } from '../world.ts';
import { countedOf, latestHeader } from './store.ts';

const cacheKey = (consultation: ConsultationId): string => `dealing ${consultation}`;
export const forgetDealing = (world: World, consultation: ConsultationId): void =>
  world.cache.forget(cacheKey(consultation));

/** The figures of a card that nobody has met: those of a recount of no ballots at all. */
const unmet = (): Snapshot => {
  const none = { start: new Uint32Array(1), item: new Uint32Array(), choice: new Int8Array(), way: new Uint8Array() };
  const ballots = { ...none, rows: 0, items: 1, door: new Uint8Array(), language: new Uint8Array() };
  return recount(ballots, [{ id: '', language: '', kind: 'suggestion' }], undefined, defaultParameters).snapshot;
};

/**
 * How likely each of these cards should come next to somebody who reads these languages, by the last snapshot:
 * important, uncertain and seldom-met ones first. A card that no snapshot knows yet is one that nobody has met.
 */
export const weightsForDealing = async (
  world: World,
  consultation: ConsultationId,
  cards: readonly { id: string }[],
  reads: readonly string[],
): Promise<Float64Array> => {
  const { figures, nobody } = await world.cache.remember(cacheKey(consultation), MINUTE, async () => {
    const header = await latestHeader(world, consultation);
    const last = header && (await countedOf(world, header)).snapshot;
    return { figures: new Map(last?.items.map((item) => [item.id, item])), nobody: unmet() };
  });
  const items = cards.map(({ id }) => figures.get(id) ?? (nobody.items[0] as ItemFigure));
  return dealingWeights({ ...nobody, items }, reads);
};
