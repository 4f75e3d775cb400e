import type { Job } from '#shared/operations/rules.ts';
import { codeOf } from '../operations/attempts.ts';
import { runJob } from '../operations/running.ts';
import type { World } from '../world.ts';

/** Runs a job again and again, never two of it at once; one that fails is logged and runs again. */
export const runEvery = (
  pause: number,
  job: Job,
  world: World,
  act: () => Promise<unknown>,
): { stop: () => Promise<void> } => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    running = runJob(world, job, act)
      .catch((error: unknown) => world.log({ level: 'error', message: 'job failed', error: codeOf(error) }))
      .finally(() => {
        if (!stopped) timer = setTimeout(run, pause);
      });
  };
  run();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
