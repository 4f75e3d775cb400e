import { isLawful, mayNow } from '#shared/consultations/phases.ts';
import type { Consultation, ConsultationId, PublishedChange } from '#shared/consultations/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { SECOND } from '#shared/time.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type Actor, type MaybeActor } from '../participants/actor.ts';
import { makeConsultationKey } from '../participants/pseudonyms.ts';
import { newId, nowIn, type World } from '../world.ts';
import {
  findConsultation,
  listChanges,
  listConsultationIds,
  saveConsultation,
  saveNewConsultation,
  type StoredConsultation,
} from './store.ts';

/** Less than the minute by which a change is announced: no process can miss a closing. */
const REMEMBERED = 20 * SECOND;
const cacheKey = (id: ConsultationId): string => `consultation ${id}`;

export const consultationOf = async (world: World, id: ConsultationId): Promise<StoredConsultation> => {
  const consultation = await world.cache.remember(cacheKey(id), REMEMBERED, () => findConsultation(world, id));
  if (!consultation || consultation.underImport) throw new Problem('not-found');
  return consultation;
};

/** Every consultation of a place that is not being imported, whatever its phase. */
export const consultationsIn = async (world: World, place: PlaceId): Promise<Consultation[]> => {
  const ids = await world.cache.remember(`consultations of ${place}`, REMEMBERED, () =>
    listConsultationIds(world, place),
  );
  const all = await Promise.all(
    ids.map((id) => world.cache.remember(cacheKey(id), REMEMBERED, () => findConsultation(world, id))),
  );
  return all.filter((consultation) => consultation !== undefined && !consultation.underImport) as Consultation[];
};

/** The same past what this process remembers, for the desk: people in office see what they have just done. */
export const consultationsNow = async (world: World, place: PlaceId): Promise<Consultation[]> => {
  const ids = await listConsultationIds(world, place);
  for (const id of ids) forgetConsultation(world, { id, place });
  return consultationsIn(world, place);
};

const isStaffOf = (actor: MaybeActor, place: PlaceId): boolean => (actor?.roles.get(place)?.length ?? 0) > 0;

/** One that this reader may read: staff see it in preparation, for everybody else it does not exist yet. */
export const readableConsultation = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
): Promise<StoredConsultation> => {
  const consultation = await consultationOf(world, id);
  if (mayNow(consultation, 'read', nowIn(world)).allowed || isStaffOf(actor, consultation.place)) return consultation;
  throw new Problem('not-found');
};

/**
 * As it stands now, to people in office past what this process remembers: they see what they have just done, and change
 * what is there. To everybody else as `readableConsultation` gives it.
 */
export const consultationNow = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<Consultation> => {
  const remembered = await readableConsultation(world, actor, id);
  const isStaff = isStaffOf(actor, remembered.place);
  if (isStaff) world.cache.forget(cacheKey(id));
  const { underImport: _, ...consultation } = isStaff ? await readableConsultation(world, actor, id) : remembered;
  return consultation;
};

const changesKey = (id: ConsultationId): string => `changes ${id}`;

/** What was changed since it was published, newest first. */
export const changesOf = (world: World, id: ConsultationId): Promise<PublishedChange[]> =>
  world.cache.remember(changesKey(id), REMEMBERED, () => listChanges(world, id));

type NewConsultation = Omit<Consultation, 'id' | 'version'>;

/** Opens a consultation with its schedule. With `id`, an import names it, and it stays hidden until `revealImported`. */
export const openConsultation = async (
  world: World,
  actor: MaybeActor,
  given: NewConsultation,
  imported?: { id: ConsultationId },
): Promise<Consultation> => {
  const { by, role } = requireOffice(actor, imported ? 'import-consultation' : 'open-consultation', given.place);
  if (!isLawful(given.stages)) throw new Problem('phase-not-next');
  const consultation: StoredConsultation = {
    ...given,
    id: imported?.id ?? newId(world, 'consultation'),
    version: 1,
    ...(imported && { underImport: true }),
  };
  await makeConsultationKey(world, consultation.id);
  const act = imported ? 'import-consultation' : 'open-consultation';
  const line = writeDown(world, { place: given.place, by, role, act, subject: consultation.id });
  if (!(await saveNewConsultation(world, consultation, [line]))) throw new Problem('changed-meanwhile');
  forgetConsultation(world, consultation);
  return consultation;
};

export const forgetConsultation = (world: World, { id, place }: { id: ConsultationId; place: PlaceId }): void => {
  world.cache.forget(cacheKey(id));
  world.cache.forget(changesKey(id));
  world.cache.forget(`consultations of ${place}`);
};

/** The end of an import: now it can be seen. */
export const revealImported = async (world: World, actor: Actor, id: ConsultationId): Promise<void> => {
  const stored = await findConsultation(world, id);
  if (!stored) throw new Problem('not-found');
  requireOffice(actor, 'import-consultation', stored.place);
  const { underImport: _, ...consultation } = stored;
  const next = { ...consultation, version: consultation.version + 1 };
  if (!(await saveConsultation(world, next, stored.version, []))) throw new Problem('changed-meanwhile');
  forgetConsultation(world, consultation);
};
