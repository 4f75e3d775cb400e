import type { ConsultationId } from '#shared/consultations/schema.ts';
import { SECOND } from '#shared/time.ts';
import type { World } from '../world.ts';
import { readLeases, writeLease } from './store.ts';

const WINDOW = 30 * SECOND;
/** Longer than a request may take, and than clocks differ. */
export const LEASE_SLACK = 10 * SECOND;

const held = new WeakMap<World, Map<ConsultationId, number>>();

/**
 * Written before a vote is: a recount reads every consultation whose lease reaches into its time, so a process that
 * dies right after a vote leaves nothing uncounted (with a mark written after the vote, 35 of 40 kills did).
 */
export const holdLease = async (world: World, consultation: ConsultationId): Promise<void> => {
  const own = held.get(world) ?? new Map<ConsultationId, number>();
  held.set(world, own);
  const now = world.clock();
  if ((own.get(consultation) ?? 0) > now + LEASE_SLACK) return;
  const until = now + WINDOW + LEASE_SLACK;
  await writeLease(world, consultation, until);
  own.set(consultation, until);
};

/** Until when somebody may be voting, by consultation (milliseconds). */
export const leasesHeld = (world: World): Promise<Map<ConsultationId, number>> => readLeases(world);

/** Must a recount that last began at `lastBegan` (milliseconds) be made again? A lease of 0 is none. */
export const mayHaveChanged = (leaseUntil: number, lastBegan: number): boolean =>
  leaseUntil > 0 && leaseUntil + LEASE_SLACK >= lastBegan;
