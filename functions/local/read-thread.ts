import { parentPort, workerData } from 'node:worker_threads';
import { readSource, type SentSource } from '../documents/source/reading.ts';

/** The thread of `read-beside.ts`. */
parentPort?.postMessage(await readSource(workerData as SentSource));
