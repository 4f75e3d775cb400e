import { createHash } from 'node:crypto';
import { editTexts } from '#shared/editing.ts';
import { pictureIn } from '#shared/places/picture.ts';
import type { Place } from '#shared/places/schema.ts';
import type { NewLogo } from '#shared/places/set-up.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import type { MaybeActor } from '../participants/actor.ts';
import type { Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { changePart } from './set-up.ts';
import { findPicture, pictureRemoval, pictureStep, type StoredPicture } from './store.ts';

const ID_BYTES = 16;

/** The picture that a place showed so far, unless it is the one that it shows from now on. */
const picturesGone = ({ look }: Place, next?: string): Step[] =>
  look?.logo && look.logo.id !== next ? [pictureRemoval(look.logo.id)] : [];

/**
 * A new logo, by what its bytes are, whatever its name or its sender says. Its address is made from the place and the
 * bytes and so never shows anything else; the picture that it replaces goes.
 */
export const changeLogo = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  { version, picture, alt }: NewLogo,
): Promise<void> => {
  const bytes = Uint8Array.from(Buffer.from(picture, 'base64'));
  await changePart(world, actor, slug, { part: 'look', seen: version }, (place) => {
    const found = pictureIn(bytes);
    if (!found) {
      throw wrongField('/picture', 'not-a-picture');
    }
    const { type, width, height } = found;
    const id = createHash('sha256').update(place.id).update(bytes).digest().subarray(0, ID_BYTES).toString('base64url');
    const logo = { id, width, height, alt: editTexts(place.look?.logo?.alt ?? {}, alt, place.languages) };
    return {
      place: { ...place, look: { ...place.look, logo } },
      also: [...picturesGone(place, id), pictureStep({ id, type, bytes })],
    };
  });
};

export const removeLogo = (world: World, actor: MaybeActor, slug: string, version: number): Promise<void> =>
  changePart(world, actor, slug, { part: 'look', seen: version }, (place) => {
    const { logo: _, ...look } = place.look ?? {};
    return { place: { ...place, look }, also: picturesGone(place) };
  });

export const pictureOf = async (world: World, id: string): Promise<StoredPicture> => {
  const found = await findPicture(world, id);
  if (!found) throw new Problem('not-found');
  return found;
};
