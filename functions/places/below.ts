import type { ConsultationBrief } from '#shared/consultations/views.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { mayDo } from '#shared/places/rules.ts';
import { MOST_LEVELS } from '#shared/places/tree.ts';
import { isSmall } from '#shared/progress/suppression.ts';
import type { BelowView } from '#shared/places/views.ts';
import { consultationOf } from '../consultations/service.ts';
import { countCards } from '../contributions/service.ts';
import { lastResultOf } from '../opinion/service.ts';
import { requireActor, requireOffice, type MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { briefOf, placeAt, placesBelow, publicConsultations } from './service.ts';
import { placesAsking } from './tree.ts';

/** A country with all its cities would be a page that nobody reads. */
const MOST_PLACES = 200;

type Row = BelowView['places'][number];

const figuresOf = async (world: World, brief: ConsultationBrief): Promise<Row['consultations'][number]> => {
  const consultation = await consultationOf(world, brief.id);
  const [cards, header] = await Promise.all([countCards(world, brief.id), lastResultOf(world, consultation)]);
  return {
    ...brief,
    cards,
    ...(header && { result: { at: header.at, people: isSmall(header.ballots) ? null : header.ballots } }),
  };
};

const rowsBelow = async (world: World, above: PlaceId, level: number, room: number): Promise<Row[]> => {
  const rows: Row[] = [];
  if (level > MOST_LEVELS) return rows;
  for (const place of await placesBelow(world, above)) {
    if (rows.length >= room) break;
    const briefs = await publicConsultations(world, place.id);
    const consultations = await Promise.all(briefs.map((brief) => figuresOf(world, brief)));
    rows.push({ ...briefOf(place), level, consultations });
    rows.push(...(await rowsBelow(world, place.id, level + 1, room - rows.length)));
  }
  return rows;
};

/** What is asked in all places below, with figures that everybody may know. Cases and people of a place stay there. */
export const viewBelow = async (world: World, actor: MaybeActor, slug: string): Promise<BelowView> => {
  const { id } = await placeAt(world, slug);
  requireOffice(actor, 'read-places-below', id);
  const mayAnswer = mayDo('open-place', requireActor(actor).roles.get(id) ?? []).allowed;
  const asking = mayAnswer ? (await placesAsking(world, id)).map(briefOf) : [];
  return { asking, places: await rowsBelow(world, id, 1, MOST_PLACES) };
};
