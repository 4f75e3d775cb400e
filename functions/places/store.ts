import { z } from 'zod';
import { PICTURE_TYPES } from '#shared/places/picture.ts';
import { PictureId, Place, type PlaceId } from '#shared/places/schema.ts';
import { EarlierConsent } from '#shared/places/set-up.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** Where its parent finds it. */
export const belowStep = (parent: PlaceId, place: PlaceId): Step => ({
  table: 'records',
  put: { ...keys.placesBelow(parent, place), place },
});
export const belowRemoval = (parent: PlaceId, place: PlaceId): Step => ({
  table: 'records',
  remove: keys.placesBelow(parent, place),
});

/** Holds while it is as it was read. */
export const unchanged = ({ id, version }: Place): Step => ({
  table: 'records',
  check: keys.place(id),
  if: { is: 'version', version },
});

export const savePlace = (world: World, place: Place, alsoWrite: Step[]): Promise<boolean> =>
  transact(world.storage, [
    { table: 'records', put: { ...keys.place(place.id), ...place }, if: { is: 'absent' } },
    { table: 'records', put: { ...keys.placeBySlug(place.slug), place: place.id }, if: { is: 'absent' } },
    ...(place.parent ? [belowStep(place.parent, place.id)] : []),
    ...alsoWrite,
  ]);

/** The place as it is from now on, if nobody has changed it since it was read. */
export const replacePlace = (world: World, before: Place, after: Place, alsoWrite: Step[]): Promise<boolean> =>
  transact(world.storage, [
    {
      table: 'records',
      put: { ...keys.place(after.id), ...after },
      if: { is: 'version', version: before.version },
    },
    ...alsoWrite,
  ]);

/** What those agreed to who agreed before a new text came. */
export const earlierConsentStep = ({ id, consent }: Place, until: string): Step => ({
  table: 'records',
  put: { ...keys.earlierConsent(id, consent.version), ...consent, until },
  if: { is: 'absent' },
});

export const listEarlierConsents = async (world: World, place: PlaceId): Promise<EarlierConsent[]> => {
  const { pk, sk } = keys.earlierConsent(place);
  const items = await queryAll(world.storage, 'records', { pk, prefix: sk, order: 'backward' });
  return items.map((item) => EarlierConsent.parse(item));
};

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

export const listPlaceIdsBelow = async (world: World, place: PlaceId): Promise<PlaceId[]> => {
  const { pk, sk } = keys.placesBelow(place);
  const items = await queryAll(world.storage, 'records', { pk, prefix: sk });
  return items.map((item) => item.place as PlaceId);
};

const StoredPicture = z.object({ id: PictureId, type: z.enum(PICTURE_TYPES), bytes: z.instanceof(Uint8Array) });
export type StoredPicture = z.infer<typeof StoredPicture>;

/** At most half of what one item may hold, so one item it is. */
export const pictureStep = (picture: StoredPicture): Step => ({
  table: 'records',
  put: { ...keys.picture(picture.id), ...picture },
});

export const pictureRemoval = (id: string): Step => ({ table: 'records', remove: keys.picture(id) });

export const findPicture = async (world: World, id: string): Promise<StoredPicture | undefined> => {
  const item = await get(world.storage, 'records', keys.picture(id));
  return item && StoredPicture.parse(item);
};
