import type { ConsultationId } from '#shared/consultations/schema.ts';
import { SHARDS } from '../storage/keys/ballots.ts';
import { keys } from '../storage/keys.ts';
import { scanPages } from '../storage/scan-pages.ts';
import type { World } from '../world.ts';
import { scanPage, type BallotSink } from './page-scanner.ts';

const AT_ONCE = 8;

/** Hands every ballot of a consultation to the sink, eight shards at a time, and keeps none. */
export const scanBallots = async (world: World, consultation: ConsultationId, sink: BallotSink): Promise<void> => {
  const waiting = [...SHARDS];
  const scanShards = async (): Promise<void> => {
    for (let shard = waiting.shift(); shard !== undefined; shard = waiting.shift()) {
      const pk = keys.ballotShard(consultation, shard);
      await scanPages(world.storage, 'ballots', pk, (page) => scanPage(page, sink));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, scanShards));
};
