import type { ConsultationId } from '#shared/consultations/schema.ts';
import { MINUTE } from '#shared/time.ts';
import { leasesHeld } from '../ballots/leases.ts';
import { consultationsIn } from '../consultations/service.ts';
import { attemptsOf } from '../operations/attempts.ts';
import { recountIfDue } from '../opinion/recount.ts';
import { listPlaces } from '../places/service.ts';
import type { World } from '../world.ts';

/** Reading all ballots to find that fewer than ten have changed is not repeated sooner than this. */
const PAUSE = 5 * MINUTE;
const triedAt = new WeakMap<World, Map<ConsultationId, number>>();

/** Until when somebody may have voted, as far as it is time to look again; an announced moment waits for no pause. */
const leaseToLookAt = (world: World, consultation: ConsultationId, lease: number | undefined): number => {
  const tried = triedAt.get(world) ?? new Map<ConsultationId, number>();
  triedAt.set(world, tried);
  const now = world.clock();
  if (lease === undefined || now - (tried.get(consultation) ?? -Infinity) < PAUSE) return 0;
  tried.set(consultation, now);
  return lease;
};

/**
 * Recounts what may have changed since its last snapshot, and what has an announced moment behind it. Needs no trigger
 * to be right: leases and dates say it all. One that fails is tried again by the next run.
 */
export const recountConsultations = async (world: World): Promise<number> => {
  const leases = await leasesHeld(world);
  const attempt = await attemptsOf(world, 'recount');
  let recounted = 0;
  for (const place of await listPlaces(world)) {
    for (const consultation of await consultationsIn(world, place.id)) {
      const lease = leaseToLookAt(world, consultation.id, leases.get(consultation.id));
      if (await attempt(consultation.id, () => recountIfDue(world, consultation, lease))) recounted++;
    }
  }
  return recounted;
};
