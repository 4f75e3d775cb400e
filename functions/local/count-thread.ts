import { parentPort, workerData } from 'node:worker_threads';
import { count, type Counting } from '../opinion/counting.ts';

/** The thread of `count-beside.ts`. */
parentPort?.postMessage(count(workerData as Counting));
