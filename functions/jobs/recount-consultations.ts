import { publicationDates } from '#shared/consultations/rules.ts';
import { instant, milliseconds } from '#shared/time.ts';
import { LEASE_SLACK, mayHaveChanged } from '../ballots/leases.ts';
import { readLeases } from '../ballots/store.ts';
import { consultationsIn } from '../consultations/service.ts';
import { recountIfDue } from '../opinion/recount.ts';
import { latestHeader } from '../opinion/store.ts';
import { listPlaces } from '../places/service.ts';
import type { World } from '../world.ts';

/**
 * Recounts what may have changed since its last snapshot, and what has an announced moment behind it. Needs no trigger
 * to be right: leases and dates say it all. One that fails is logged and tried again by the next run.
 */
export const recountConsultations = async (world: World): Promise<number> => {
  const leases = await readLeases(world);
  let recounted = 0;
  for (const place of await listPlaces(world)) {
    for (const consultation of await consultationsIn(world, place.id)) {
      try {
        const last = await latestHeader(world, consultation.id);
        const changed = mayHaveChanged(leases.get(consultation.id), last ? milliseconds(last.at) : 0);
        const reached = instant(world.clock() - LEASE_SLACK);
        const awaited = publicationDates(consultation).some((date) => date <= reached && (!last || last.at < date));
        if ((changed || awaited) && (await recountIfDue(world, consultation))) recounted++;
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        world.log({ level: 'error', message: 'recount failed', error: name });
      }
    }
  }
  return recounted;
};
