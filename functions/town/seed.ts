import { DAY, HOUR, instant } from '#shared/time.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import { openPlace } from '../places/service.ts';
import { appointStaff } from '../staff/service.ts';
import type { World } from '../world.ts';
import { pastOf } from './clockwork.ts';
import { liveThrough } from './history.ts';
import type { Town } from './shape.ts';

/** Who works for the town, so that the demo door can sign a visitor in as one of them. */
type TownStaff = { role: Role; name: string; at?: string; participant: ParticipantId };
export type SeededTown = { place: { id: PlaceId; slug: string }; staff: TownStaff[] };

const FOUNDED = -400;
/** Phases begin in the morning, also on the day of seeding. */
const MORNING = 7 * HOUR;

/**
 * Writes a town into an empty store, through the same services that residents and staff use, so that demo data obeys
 * the law. Days of the town count from the world's present; everything is written at the moment it is said to happen.
 */
export const seedTown = async (world: World, town: Town, seed = 1): Promise<SeededTown> => {
  const now = world.clock();
  const today = Math.floor(now / DAY) * DAY + MORNING;
  const founding = pastOf(world, now + FOUNDED * DAY).world;
  const ids = new Map<string, PlaceId>();
  for (const { parent, help, ...given } of town.places) {
    const above = parent === undefined ? undefined : ids.get(parent);
    const place = await openPlace(founding, { ...given, help: [...help], ...(above && { parent: above }) });
    ids.set(place.slug, place.id);
  }
  const last = town.places.at(-1);
  const id = last && ids.get(last.slug);
  if (!last || !id) throw new Error('A town needs a place.');
  const staff: TownStaff[] = [];
  for (const { role, name, at } of town.staff) {
    const where = (at && ids.get(at)) || id;
    staff.push({ role, name, ...(at && { at }), participant: await appointStaff(founding, where, [role], name) });
  }
  const coordinator = staff.find(({ role, at }) => role === 'coordinator' && !at);
  if (!coordinator) throw new Error('A town needs a coordinator.');
  for (const [i, consultation] of town.consultations.entries()) {
    await liveThrough(world, consultation, {
      place: id,
      consentVersion: last.consent.version,
      coordinator: coordinator.participant,
      dayToInstant: (day) => instant(today + day * DAY),
      seed: seed * 1000 + i,
    });
  }
  for (const key of ['places', ...town.places.map(({ slug }) => `slug ${slug}`)]) world.cache.forget(key);
  return { place: { id, slug: last.slug }, staff };
};
