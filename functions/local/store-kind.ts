import { keys } from '../storage/keys.ts';
import { get, put } from '../storage/table.ts';
import type { World } from '../world.ts';

type Mark = { kind: 'demo' | 'city'; /** Who works in the demo town, for its door. */ town?: unknown };

export const markOfStore = async (world: World): Promise<Mark | undefined> =>
  (await get(world.storage, 'records', keys.kindOfStore())) as Mark | undefined;

/** A demo town can never become a city's store, nor the other way round: only a mark of the same kind is replaced. */
export const markStore = async (world: World, mark: Mark): Promise<void> => {
  const before = await markOfStore(world);
  if (before && before.kind !== mark.kind) throw new Error(`This store is marked as a ${before.kind}.`);
  await put(world.storage, 'records', { ...keys.kindOfStore(), ...mark });
};
