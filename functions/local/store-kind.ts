import { keys } from '../storage/keys.ts';
import { get, put } from '../storage/table.ts';
import type { World } from '../world.ts';

type Kind = 'demo' | 'city';

export const kindOfStore = async (world: World): Promise<Kind | undefined> =>
  (await get(world.storage, 'records', keys.kindOfStore()))?.kind as Kind | undefined;

/** Written once, at the first start: a demo town can never become a city's store, nor the other way round. */
export const markStore = (world: World, kind: Kind): Promise<boolean> =>
  put(world.storage, 'records', { ...keys.kindOfStore(), kind }, { is: 'absent' });
