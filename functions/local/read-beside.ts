import { Worker } from 'node:worker_threads';
import { SECOND } from '#shared/time.ts';
import type { ReadSource } from '../documents/source/blocks.ts';
import type { SourceReader } from '../documents/source/reading.ts';

const MOST_MEMORY_MB = 512;

/**
 * Reads in a thread of its own: a text made to be slow (thousands of brackets that open and never close) or to fill the
 * memory ends with its thread, and nobody else waits.
 */
export const readWithin =
  (longest: number): SourceReader =>
  (sent) =>
    new Promise<ReadSource>((resolve, reject) => {
      const worker = new Worker(new URL('./read-thread.ts', import.meta.url), {
        workerData: sent,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
      });
      const tooLong = setTimeout(() => void worker.terminate(), longest);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        clearTimeout(tooLong);
        reject(new Error('The thread ended without an answer.'));
      });
    });

/** Longer than any text takes that a person wrote. */
const LONGEST = 15 * SECOND;

export const readBeside = readWithin(LONGEST);
