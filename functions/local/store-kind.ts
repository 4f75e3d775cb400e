import { keys } from '../storage/keys.ts';
import { get, put } from '../storage/table.ts';
import type { World } from '../world.ts';

type Mark = { kind: 'demo' | 'city'; /** Who works in the demo town, for its door. */ town?: unknown };

export const markOfStore = async (world: World): Promise<Mark | undefined> =>
  (await get(world.storage, 'records', keys.kindOfStore())) as Mark | undefined;

/** Written once, at the first start: a demo town can never become a city's store, nor the other way round. */
export const markStore = (world: World, mark: Mark): Promise<boolean> =>
  put(world.storage, 'records', { ...keys.kindOfStore(), ...mark }, { is: 'absent' });
