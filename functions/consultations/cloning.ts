import { openedAt, type Stage } from '#shared/consultations/phases.ts';
import type { CloneSource } from '#shared/consultations/views.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { daysLaterIn } from '#shared/local-time.ts';
import type { Place, PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { DAY, milliseconds, type Instant } from '#shared/time.ts';
import { addDocument, documentsOf, passagesOf } from '../documents/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { briefOf, listPlaces, placeIdAt, placeOf } from '../places/service.ts';
import { nowIn, type World } from '../world.ts';
import { beginDraft } from './drafts.ts';
import { consultationOf, consultationsIn } from './service.ts';

const mayCloneFrom = ({ id, clonableBy = [] }: Place, into: PlaceId): boolean =>
  id === into || clonableBy === 'everybody' || clonableBy.includes(into);

/** Drafts of one's own place too; of other places only what they have published. */
const isCloneable = ({ draft, place }: Consultation, into: PlaceId): boolean => place === into || !draft;

/** What a new consultation may begin as a copy of: one's own first, then those of places that allow it. */
export const listCloneSources = async (world: World, actor: MaybeActor, slug: string): Promise<CloneSource[]> => {
  const into = await placeIdAt(world, slug);
  requireOffice(actor, 'prepare-consultation', into);
  const all = await Promise.all((await listPlaces(world)).map(({ id }) => placeOf(world, id)));
  const places = all
    .filter((place) => mayCloneFrom(place, into))
    .sort((a, b) => Number(b.id === into) - Number(a.id === into));
  const sources = places.map(async (place) =>
    (await consultationsIn(world, place.id))
      .filter((consultation) => isCloneable(consultation, into))
      .map(({ id, title }): CloneSource => ({ id, title, place: briefOf(place) })),
  );
  return (await Promise.all(sources)).flat();
};

/** A copy opens in two weeks at the same time of day, and its later dates keep their distance. */
const BEGINS_IN = 14;

const shifted = ({ stages, draft, resultDates }: Consultation, zone: string, now: Instant) => {
  const old: readonly Stage[] = draft?.plan ?? stages.filter(({ phase }) => phase !== 'preparing');
  const opening = openedAt({ stages: old });
  if (opening === undefined) return { plan: [], resultDates: [] };
  const days = BEGINS_IN + Math.ceil((milliseconds(now) - milliseconds(opening)) / DAY);
  const later = (at: Instant): Instant => daysLaterIn(zone, at, days);
  return { plan: old.map(({ phase, from }) => ({ phase, from: later(from) })), resultDates: resultDates.map(later) };
};

/** Copies set-up and texts, never people, votes or words of theirs. */
export const cloneConsultation = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  from: ConsultationId,
): Promise<Consultation> => {
  const into = await placeOf(world, await placeIdAt(world, slug));
  requireOffice(actor, 'prepare-consultation', into.id);
  const source = await consultationOf(world, from);
  if (!mayCloneFrom(await placeOf(world, source.place), into.id) || !isCloneable(source, into.id)) {
    throw new Problem('not-found');
  }
  const { title, question, why, whatHappens, audience, areas, grounds, languages, doors, belonging } = source;
  const { plan, resultDates } = shifted(source, into.timeZone, nowIn(world));
  const words = { title, question, why, whatHappens, ...(audience && { audience }) };
  const asked = belonging && { belonging: { ...belonging, version: 1 } };
  const draft = { plan, opensAtOnce: false };
  const setUp = { place: into.id, areas, grounds, languages, doors, draft, resultDates };
  const clone = await beginDraft(world, actor, { ...words, ...setUp, ...asked }, { from });
  const [documents, passages] = await Promise.all([documentsOf(world, from), passagesOf(world, from)]);
  for (const { id, kind, title: name } of documents) {
    const own = passages.filter(({ document }) => document === id).sort((a, b) => a.position - b.position);
    const texts = own.map(({ heading, text, summary }) => ({ heading, text, summary }));
    await addDocument(world, clone.id, { kind, title: name, passages: texts });
  }
  return clone;
};
