import type { ConsultationId } from '#shared/consultations/schema.ts';
import { exposureIn } from '#shared/opinion/tally.ts';
import { MINUTE } from '#shared/time.ts';
import type { World } from '../world.ts';
import { latestHeader, rowsOf } from './store.ts';

/** On how many ballots each card had a dealt answer in the last snapshot: the deck shows the seldom seen first. */
export const exposureOf = (world: World, consultation: ConsultationId): Promise<Map<number, number>> =>
  world.cache.remember(`exposure ${consultation}`, MINUTE, async () => {
    const header = await latestHeader(world, consultation);
    const rows = header ? await rowsOf(world, header) : [];
    return new Map(rows.map((row) => [row.item, exposureIn(row)]));
  });
