import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '#functions/storage/engine.ts';
import { freePort } from '#functions/storage/free-port.ts';
import { createWorld, nowIn, type World } from '#functions/world.ts';
import type { Instant } from '#shared/time.ts';

const root = join(import.meta.dirname, '../..');
const SECRET = 'a secret of forty-two letters, for tests only';

/** A folder for a store, and beside it the file with the secret. */
export type StoreFolder = { folder: string; secretFile: string; remove: () => void };
export const aStoreFolder = (): StoreFolder => {
  const base = mkdtempSync(join(tmpdir(), 'equal-say-serve-'));
  const secretFile = join(base, 'secret');
  writeFileSync(secretFile, SECRET);
  return { folder: join(base, 'data'), secretFile, remove: () => rmSync(base, { recursive: true, force: true }) };
};

/** Opens the store while no platform runs on it: to set the scene, or to look what is left. */
export const withStore = async <Answer>(
  { folder }: StoreFolder,
  act: (world: World & { now: () => Instant }) => Promise<Answer>,
): Promise<Answer> => {
  const engine = await startEngine(folder);
  try {
    const world = createWorld({ storage: engine.storage, secret: SECRET, log: () => undefined });
    return await act(Object.assign(world, { now: () => nowIn(world) }));
  } finally {
    await engine.stop();
  }
};

export type Running = {
  address: string;
  child: ChildProcess;
  /** What it printed so far. */
  said: () => string;
  /** Its code once it has ended. */
  ended: Promise<number | null>;
  /** The process of its store. */
  engine: () => number | undefined;
};

const childrenOf = (pid: number | undefined): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

/** `npm run serve`, as a process of its own that a test may kill. */
export const serveIn = async (store: StoreFolder, environment: Record<string, string> = {}): Promise<Running> => {
  const port = environment.PORT ?? String(await freePort());
  const child = spawn(process.execPath, ['functions/serve.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: port,
      HOST: '127.0.0.1',
      DATA_DIR: store.folder,
      SECRET_FILE: store.secretFile,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  // Not its exit: what it said last may still be on its way here then.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    address: `http://127.0.0.1:${port}`,
    child,
    said: () => said,
    ended,
    engine: () => childrenOf(child.pid)[0],
  };
};

export const untilReady = async (running: Running): Promise<void> => {
  const gone = running.ended.then((code) => Promise.reject(new Error(`It ended with ${code}: ${running.said()}`)));
  const ready = async (): Promise<void> => {
    for (;;) {
      const isUp = await fetch(`${running.address}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isUp) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  gone.catch(() => undefined);
  await Promise.race([ready(), gone]);
};

/** Ends a process at once, as a power cut does; one that has already ended is fine. */
export const killAtOnce = (pid: number | undefined): void => {
  try {
    if (pid) process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
};

/** Ends a platform and its store, whatever state a test left them in. */
export const endAll = (running: readonly Running[]): void => {
  for (const { child, engine } of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const store = engine();
    killAtOnce(child.pid);
    killAtOnce(store);
  }
};

/** Does it still run? What has ended and waits for its parent to notice does not. */
export const isAlive = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.startsWith('Z') === false;
  } catch {
    return false;
  }
};
