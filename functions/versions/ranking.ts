import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ResultRow } from '#shared/consultations/views.ts';
import { Problem } from '#shared/problems.ts';
import { staffSnapshot } from '../opinion/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import type { World } from '../world.ts';

/** Rows of the last recount by what they are about; none before the first. */
export const lastRows = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
): Promise<{ rows: Map<number, ResultRow>; groups: string[] }> => {
  try {
    const { rows, groups } = await staffSnapshot(world, actor, id);
    return { rows: new Map(rows.map((row) => [row.item, row])), groups: groups.list.map(({ label }) => label) };
  } catch (error) {
    if (error instanceof Problem && ['results-not-yet-public', 'role-missing'].includes(error.code)) {
      return { rows: new Map(), groups: [] };
    }
    throw error;
  }
};
