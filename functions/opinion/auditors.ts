import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { AuditorView } from '#shared/opinion/handing.ts';
import type { World } from '../world.ts';
import { listHandings } from './store.ts';

/** Whoever really has the ballots, for everybody to know. */
export const auditorsOf = async (world: World, id: ConsultationId): Promise<AuditorView[]> =>
  (await listHandings(world, id)).flatMap(({ auditor, reason, fetched }) =>
    fetched ? [{ auditor, reason, at: fetched.at }] : [],
  );
