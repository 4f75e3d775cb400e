import { DEFAULT_LOCALE } from '#shared/locales.ts';
import type { OpenFirstPlace, Place } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { DAY, SECOND } from '#shared/time.ts';
import { hashOf } from '../participants/sessions.ts';
import { isAnyPlaceOpen, openPlace } from '../places/service.ts';
import { appointmentWithSession } from '../staff/service.ts';
import type { World } from '../world.ts';
import { beginning } from '../places/beginning.ts';
import { findLink, saveLink, useStep } from './store.ts';

const TOKEN_BYTES = 32;
const LIFETIME = DAY;

/** While there is no place: a new link that opens the first one. It is shown to the operator once; we keep its hash. */
export const openFirstRun = async (world: World): Promise<string | undefined> => {
  if (await isAnyPlaceOpen(world)) return undefined;
  const token = Buffer.from(world.randomBytes(TOKEN_BYTES)).toString('base64url');
  await saveLink(world, { state: hashOf(token), expires: Math.floor((world.clock() + LIFETIME) / SECOND) });
  return `${world.origin}/${DEFAULT_LOCALE}/first-run/${token}`;
};

const orNotFound = (error: unknown): never => {
  // Somebody was quicker with the same link, or a new link replaced it: to whoever asks, it never was.
  if (error instanceof Problem && error.code === 'changed-meanwhile') throw new Problem('not-found');
  throw error;
};

/** The first place, its coordinator and her session, and the end of the link: all of it at once, or nothing. */
export const openFirstPlace = async (
  world: World,
  given: OpenFirstPlace,
): Promise<{ place: Place; session: string }> => {
  const link = await findLink(world);
  if (link?.state !== hashOf(given.token) || link.expires * SECOND <= world.clock()) throw new Problem('not-found');
  if (await isAnyPlaceOpen(world)) throw new Problem('not-found');
  let session = '';
  const place = await openPlace(world, await beginning(world, given.place), (id) => {
    const { token, steps } = appointmentWithSession(world, { place: id, roles: ['coordinator'], name: given.you });
    session = token;
    return [useStep(link), ...steps];
  }).catch(orNotFound);
  return { place, session };
};
