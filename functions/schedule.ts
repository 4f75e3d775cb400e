import { z } from 'zod';
import { writingWorld } from './aws-world.ts';
import { BY_CLOCK, CLOCK_JOBS } from './jobs/by-clock.ts';
import { runJob } from './operations/running.ts';
import { inTurn } from './limits/turns.ts';

const Tick = z.object({ job: z.enum(CLOCK_JOBS) });
const world = writingWorld();

/** Lambda entry of the clock: one tick is one job, and none runs twice at once. */
export const handler = async (tick: unknown, context: { getRemainingTimeInMillis: () => number }): Promise<void> => {
  const { job } = Tick.parse(tick);
  await inTurn(world, job, context.getRemainingTimeInMillis(), () => runJob(world, job, () => BY_CLOCK[job](world)));
};
