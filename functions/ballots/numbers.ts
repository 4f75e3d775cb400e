import type { ConsultationId } from '#shared/consultations/schema.ts';
import { keys } from '../storage/keys.ts';
import { take } from '../storage/table.ts';
import type { World } from '../world.ts';

/** The first of `count` fresh item numbers in a consultation's ballots. A number once given is never given again. */
export const takeNumbers = async (world: World, consultation: ConsultationId, count: number): Promise<number> =>
  (await take(world.storage, keys.numbers(consultation), count)) - count + 1;
