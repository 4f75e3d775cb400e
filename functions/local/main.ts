import { StoreInUse } from '../storage/engine.ts';
import { PlainError, type Platform } from './platform.ts';

/** Starts, waits for Ctrl-C, stops all of it. What a person can put right is told in one sentence. */
export const runUntilStopped = async (start: () => Promise<Platform>): Promise<void> => {
  try {
    const platform = await start();
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(1);
        stopping = true;
        void platform.stop().then(() => process.exit(0));
      });
    }
    platform.engine.process.once('exit', () => {
      if (stopping) return;
      console.error('The store has stopped by itself. Nothing that was acknowledged is lost; start again.');
      process.exit(1);
    });
  } catch (error) {
    console.error(error instanceof PlainError || error instanceof StoreInUse ? error.message : error);
    process.exit(1);
  }
};
