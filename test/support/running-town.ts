import { afterAll, beforeAll } from 'vitest';
import { startTown, type RunningTown } from './started-town.ts';
import type { TownName } from './seeded-store.ts';

/** One running town for the tests of a file. */
export const aRunningTown = (name: TownName): (() => RunningTown) => {
  let running: Awaited<ReturnType<typeof startTown>> | undefined;
  beforeAll(async () => {
    running = await startTown(name);
  });
  afterAll(() => running?.stop());
  return () => {
    if (!running) throw new Error('The town is not there yet.');
    return running;
  };
};
