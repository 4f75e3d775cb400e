import type { BatchDecision } from '#shared/batches/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { World } from '../world.ts';
import { listDecisions } from './store.ts';

/** Batches that one consultation does not count as all others, past every cache: each decision with its reason. */
export const batchesLeftOut = async (world: World, consultation: ConsultationId): Promise<BatchDecision[]> =>
  (await listDecisions(world, consultation)).filter(({ counting }) => counting !== 'counted');

/** When it was last decided how a batch is counted here. */
export const lastDecidedAt = async (world: World, consultation: ConsultationId): Promise<string | undefined> =>
  (await listDecisions(world, consultation))
    .map(({ at }) => at)
    .sort()
    .at(-1);
