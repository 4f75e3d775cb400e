import { Place, type PlaceId } from '#shared/places/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

export const savePlace = (world: World, place: Place, alsoWrite: Step[]): Promise<boolean> =>
  transact(world.storage, [
    { table: 'records', put: { ...keys.place(place.id), ...place }, if: { is: 'absent' } },
    { table: 'records', put: { ...keys.placeBySlug(place.slug), place: place.id }, if: { is: 'absent' } },
    ...alsoWrite,
  ]);

export const findPlace = async (world: World, id: PlaceId): Promise<Place | undefined> => {
  const item = await get(world.storage, 'records', keys.place(id));
  return item && Place.parse(item);
};

export const findPlaceId = async (world: World, slug: string): Promise<PlaceId | undefined> => {
  const item = await get(world.storage, 'records', keys.placeBySlug(slug));
  return item?.place as PlaceId | undefined;
};

export const listPlaceIds = async (world: World): Promise<PlaceId[]> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.placeBySlug('').pk });
  return items.map((item) => item.place as PlaceId);
};
