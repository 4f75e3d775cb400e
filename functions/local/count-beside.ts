import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Count, Counter } from '../opinion/counting.ts';

/**
 * Counts in a thread of its own, so that votes are answered meanwhile: thousands of texts take seconds to compare. The
 * thread ends with the count and takes its memory along.
 */
export const countBeside: Counter = async (counting) => {
  const worker = new Worker(new URL('./count-thread.ts', import.meta.url), { workerData: counting });
  const [count] = (await once(worker, 'message')) as [Count];
  return count;
};
