import type { PlaceId } from '#shared/places/schema.ts';
import type { World } from '../world.ts';
import { pageOfQueue, queueOf } from './store.ts';

/** More are not counted: whoever sees a hundred waiting knows enough. */
const MOST = 100;

/** How many cases wait at a place's desk: a number for those who run the place, who never see a case. */
export const reportsWaiting = async (world: World, place: PlaceId): Promise<number> =>
  (await pageOfQueue(world, { ...queueOf(place), limit: MOST, after: undefined })).items.length;
