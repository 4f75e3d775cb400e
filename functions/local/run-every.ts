import type { World } from '../world.ts';

/** Runs a job again and again, never two of it at once; one that fails is logged and runs again. */
export const runEvery = (pause: number, job: () => Promise<unknown>, world: World): { stop: () => Promise<void> } => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    running = job()
      .then(
        () => undefined,
        (error: unknown) =>
          world.log({ level: 'error', message: 'job failed', error: error instanceof Error ? error.name : 'unknown' }),
      )
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
