import { leasesHeld } from '../ballots/leases.ts';
import { consultationsIn } from '../consultations/service.ts';
import { recountIfDue } from '../opinion/recount.ts';
import { listPlaces } from '../places/service.ts';
import type { World } from '../world.ts';

/**
 * Recounts what may have changed since its last snapshot, and what has an announced moment behind it. Needs no trigger
 * to be right: leases and dates say it all. One that fails is logged and tried again by the next run.
 */
export const recountConsultations = async (world: World): Promise<number> => {
  const leases = await leasesHeld(world);
  let recounted = 0;
  for (const place of await listPlaces(world)) {
    for (const consultation of await consultationsIn(world, place.id)) {
      try {
        if (await recountIfDue(world, consultation, leases.get(consultation.id) ?? 0)) recounted++;
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        world.log({ level: 'error', message: 'recount failed', error: name });
      }
    }
  }
  return recounted;
};
