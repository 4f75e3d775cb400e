import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ListTablesCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { connect } from './connect.ts';
import { createTables } from './create-tables.ts';
import { indexStreams, sizesInFile, sweepExpired, trimStreams } from './engine-upkeep.ts';
import { freePort } from './free-port.ts';
import type { TableMeasure } from './sizes.ts';
import type { Storage } from './table.ts';

/** The embedded DynamoDB-compatible engine: one process of ours, one file, one fsync for each commit. */
export type Engine = {
  storage: Storage;
  endpoint: string;
  /** Deletes what has expired and what a stream has to forget, which the engine does not do by itself. */
  sweep: () => Promise<void>;
  measureTables: TableMeasure;
  stop: () => Promise<void>;
  process: ChildProcess;
};

const enginePath = (): string => {
  if (process.env.DYNOXIDE_BIN) return process.env.DYNOXIDE_BIN;
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'dynoxide');
  } catch {
    throw new Error(
      `The embedded database has no package for ${process.platform}-${process.arch} here. ` +
        'Put its program somewhere and name it in DYNOXIDE_BIN.',
    );
  }
};

const START_PATIENCE = 10_000;

const untilReady = async (client: DynamoDBClient, child: ChildProcess): Promise<void> => {
  for (let waited = 0; waited < START_PATIENCE; waited += 20) {
    if (child.exitCode !== null) break;
    try {
      await client.send(new ListTablesCommand({ Limit: 1 }));
      return;
    } catch {
      await sleep(20);
    }
  }
  throw new Error('The store could not be opened: its file is damaged, or another program is using it.');
};

const PID_FILE = 'engine.pid';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const commandOf = (pid: number): string =>
  spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';

/** Somebody who starts two programs on one store has to put that right. Its message is one plain sentence. */
export class StoreInUse extends Error {
  override name = 'StoreInUse';
}

/**
 * One program at a time may have a store open. When the last one was killed without a chance to stop its engine, that
 * engine still holds the file, and goes.
 */
const takeOver = (folder: string): void => {
  const file = join(folder, PID_FILE);
  if (!existsSync(file)) return;
  const [engine = 0, owner = 0] = readFileSync(file, 'utf8').split(' ').map(Number);
  if (!isAlive(engine) || !commandOf(engine).includes(folder)) return;
  if (isAlive(owner)) throw new StoreInUse(`The store in ${folder} is in use by process ${owner}. Stop that first.`);
  process.kill(engine, 'SIGKILL');
};

/** Opens (or makes) the store in a folder. Tables that are missing are created from the one definition. */
export const startEngine = async (folder: string, prefix = 'equal-say'): Promise<Engine> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'store.sqlite');
  const isNew = !existsSync(file);
  takeOver(folder);
  const port = await freePort();
  const child = spawn(enginePath(), ['--port', String(port), '--db-path', file], {
    stdio: 'ignore',
    // Its own group: Ctrl-C reaches us first, and we stop it when the last request is done.
    detached: true,
  });
  writeFileSync(join(folder, PID_FILE), `${child.pid} ${process.pid}`, { mode: 0o600 });
  const endpoint = `http://127.0.0.1:${port}`;
  const storage = connect({ endpoint, prefix });
  const stop = async (): Promise<void> => {
    storage.documents.destroy();
    storage.client.destroy();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  const sweep = async (): Promise<void> => {
    trimStreams(file);
    await sweepExpired(storage);
  };
  const measureTables: TableMeasure = () => Promise.resolve(sizesInFile(file, storage));
  const orphaned = (): void => void child.kill('SIGTERM');
  process.once('exit', orphaned);
  child.once('exit', () => process.removeListener('exit', orphaned));
  try {
    await untilReady(storage.client, child);
    await createTables(storage);
    if (isNew) indexStreams(file);
  } catch (error) {
    await stop();
    throw error;
  }
  return { storage, endpoint, sweep, measureTables, stop, process: child };
};
