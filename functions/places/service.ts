import type { ConsultationBrief, PlaceBrief, PlaceView, PublicPlace } from '#shared/consultations/views.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { mayNow, phaseAt, stageAfter } from '#shared/consultations/phases.ts';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { NewPlace, Place, PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { SECOND } from '#shared/time.ts';
import { whereNow } from '../answers/line.ts';
import { consultationsIn } from '../consultations/service.ts';
import { writeDown } from '../ledger/service.ts';
import type { Step } from '../storage/table.ts';
import { translatorFor } from '../translations/service.ts';
import { newId, nowIn, type World } from '../world.ts';
import { findPlace, findPlaceId, listPlaceIds, listPlaceIdsBelow, savePlace } from './store.ts';

const REMEMBERED = 20 * SECOND;

export const placeOf = (world: World, id: PlaceId): Promise<Place> =>
  world.cache.remember(`place ${id}`, REMEMBERED, () => placeNow(world, id));

/** As it is stored now, past what processes remember. */
export const placeNow = async (world: World, id: PlaceId): Promise<Place> => {
  const place = await findPlace(world, id);
  if (!place) throw new Problem('not-found');
  return place;
};

export const forgetPlace = (world: World, { id, parent }: Place): void => {
  world.cache.forget(`place ${id}`);
  if (parent) world.cache.forget(`below ${parent}`);
};

export const placeAt = async (world: World, slug: string): Promise<Place> => {
  const id = await world.cache.remember(`slug ${slug}`, REMEMBERED, () => findPlaceId(world, slug));
  if (!id) throw new Problem('not-found');
  return placeOf(world, id);
};
export const placeIdAt = async (world: World, slug: string): Promise<PlaceId> => (await placeAt(world, slug)).id;

export const briefOf = ({ id, slug, kind, parent, name, languages, timeZone, look }: Place): PlaceBrief => ({
  id,
  slug,
  kind,
  name,
  languages,
  timeZone,
  ...(parent && { parent }),
  ...(look && { look }),
});

/** The places directly below this one. */
export const placesBelow = async (world: World, place: PlaceId): Promise<Place[]> => {
  const ids = await world.cache.remember(`below ${place}`, REMEMBERED, () => listPlaceIdsBelow(world, place));
  return Promise.all(ids.map((id) => placeOf(world, id)));
};

export const listPlaces = async (world: World): Promise<PlaceBrief[]> => {
  const ids = await world.cache.remember('places', REMEMBERED, () => listPlaceIds(world));
  return (await Promise.all(ids.map((id) => placeOf(world, id)))).map(briefOf);
};

/** Those that residents may read, the open ones first. */
const briefsOf = async (
  world: World,
  consultations: readonly Consultation[],
  { timeZone }: Pick<Place, 'timeZone'>,
): Promise<ConsultationBrief[]> => {
  const now = nowIn(world);
  const readable = consultations.filter((consultation) => mayNow(consultation, 'read', now).allowed);
  const briefs = readable.map(async ({ id, title, question, languages, stages }): Promise<ConsultationBrief> => {
    const next = stageAfter({ stages }, now);
    const standing = { phase: phaseAt({ stages }, now), ...(next && { next }) };
    return { id, title, question, languages, standing, line: await whereNow(world, { id, stages, timeZone }) };
  });
  return (await Promise.all(briefs)).sort((a, b) => rank(a) - rank(b));
};

export const publicConsultations = async (world: World, place: PlaceId): Promise<ConsultationBrief[]> =>
  briefsOf(world, await consultationsIn(world, place), await placeOf(world, place));

/** A place's home: what it is, and every consultation that residents may read, the open ones first. */
export const viewPlace = async (world: World, slug: string): Promise<PlaceView> => {
  const place = await placeAt(world, slug);
  const [held, below, above] = await Promise.all([
    consultationsIn(world, place.id),
    placesBelow(world, place.id),
    place.parent && placeOf(world, place.parent),
  ]);
  const consultations = await briefsOf(world, held, place);
  const translator = translatorFor(world, place)?.service;
  const triage = place.triage?.isOn ? world.triage?.service : undefined;
  return {
    ...shownToAll(place),
    consultations,
    below: below.map(briefOf),
    ...(translator && { translator }),
    ...(triage && { triage }),
    ...(above && { above: briefOf(above) }),
  };
};

/** Without what is its staff's business only. */
const shownToAll = (place: Place): PublicPlace => {
  const { asks: _, moderation: __, triage: ___, clonableBy: ____, changed: _____, version: ______, ...shown } = place;
  return shown;
};

const rank = ({ standing }: ConsultationBrief): number =>
  ['suggesting', 'deliberating', 'preparing', 'drafting', 'answered', 'closed'].indexOf(standing.phase);

/** Past the cache: the first place of all is opened once. */
export const isAnyPlaceOpen = async (world: World): Promise<boolean> => (await listPlaceIds(world)).length > 0;

/**
 * Opens a place: the operator's act or that of `opener`, written to the place's ledger as its first line. `also` is done
 * in the same write, or nothing is.
 */
export const openPlace = async (
  world: World,
  given: NewPlace,
  also: (place: PlaceId) => Step[] = () => [],
  opener: Pick<LedgerLine, 'by' | 'role'> = { role: 'job' },
): Promise<Place> => {
  const place: Place = { id: newId(world, 'place'), ...given, version: 1 };
  const line = writeDown(world, { place: place.id, ...opener, act: 'create-place', subject: place.id });
  if (!(await savePlace(world, place, [line, ...also(place.id)]))) throw new Problem('changed-meanwhile');
  world.cache.forget('places');
  world.cache.forget(`slug ${place.slug}`);
  forgetPlace(world, place);
  return place;
};
