import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { HOUR, MINUTE, SECOND } from '#shared/time.ts';
import type { Job } from '#shared/operations/rules.ts';
import { createApp } from '../app.ts';
import type { Env } from '../http/env.ts';
import { createPages, type PagesBundle } from '../http/pages.ts';
import { BY_CLOCK, CLOCK_JOBS } from '../jobs/by-clock.ts';
import { startEngine, type Engine } from '../storage/engine.ts';
import { createWorld, type World } from '../world.ts';
import { commitHere } from './commit-here.ts';
import { countBeside } from './count-beside.ts';
import { readBeside } from './read-beside.ts';
import { runEvery } from './run-every.ts';
import { staticFiles } from './static-files.ts';

/** How long each job rests between two runs. */
const PAUSES: Record<(typeof CLOCK_JOBS)[number], number> = {
  recount: 10 * SECOND,
  mail: 10 * SECOND,
  retention: HOUR,
  cases: 10 * MINUTE,
  triage: 10 * SECOND,
  reminders: HOUR,
  versions: MINUTE,
  ledger: MINUTE,
  storage: HOUR,
};

export type Platform = { world: World; engine: Engine; address: string; server: ServerType; stop: () => Promise<void> };

type Given = {
  folder: string;
  port: number;
  host: string;
  secret: string | Uint8Array;
  proxies?: number;
  world?: Partial<Pick<World, 'log' | 'limits' | 'clock' | 'mail' | 'origin' | 'witness' | 'triage'>>;
  /** Runs when the store is open and before anybody is served. */
  prepare: (world: World) => Promise<void>;
  /** More routes in front of the pages: the demo's door. */
  routes?: (world: World) => Hono<Env>;
};

/** Something a person has to put right. Its message is one plain sentence, shown without a stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}

/** Longer than a proxy in front keeps a connection it means to use again (Caddy: two minutes): else it meets a closed one. */
const KEPT_OPEN = 130 * SECOND;

const requireFreePort = async (port: number, host: string): Promise<void> => {
  const probe = createServer();
  probe.listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EADDRINUSE') {
      throw new PlainError(
        `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1}`,
      );
    }
    if (code === 'EACCES')
      throw new PlainError(`This user may not open port ${port}. Choose one above 1023 with PORT.`);
    throw error;
  }
  await new Promise((closed) => probe.close(closed));
};

const bundlePath = new URL('../../dist/server/entry-server.js', import.meta.url);

export const loadPages = async (): Promise<PagesBundle> => {
  if (!existsSync(bundlePath)) throw new PlainError('The pages are not built yet. Run: npm run pages');
  return (await import(fileURLToPath(bundlePath))) as PagesBundle;
};

/** The whole app over a world: API, pages, files. */
const wholeApp = async (world: World, routes?: Given['routes']): Promise<Hono<Env>> => {
  const { render } = await loadPages();
  return createApp(world, {
    pages: (app) => {
      if (routes) app.route('/', routes(world));
      return app.use(staticFiles()).route('/', createPages({ world, api: app, render }));
    },
  });
};

/** Opens the store, prepares it, serves, runs the jobs. */
export const startPlatform = async (given: Given): Promise<Platform> => {
  await requireFreePort(given.port, given.host);
  const engine = await startEngine(given.folder).catch((error: unknown) => {
    throw error instanceof Error ? new PlainError(error.message) : error;
  });
  try {
    const world = createWorld({
      storage: engine.storage,
      secret: given.secret,
      proxies: given.proxies ?? 0,
      say: (await loadPages()).say,
      count: countBeside,
      readSource: readBeside,
      measureTables: engine.measureTables,
      ...commitHere(),
      ...given.world,
    });
    await given.prepare(world);
    const app = await wholeApp(world, given.routes);
    const server = serve({
      fetch: app.fetch,
      port: given.port,
      hostname: given.host,
      serverOptions: { keepAliveTimeout: KEPT_OPEN },
    });
    await once(server, 'listening');
    const every = (pause: number, job: Job, act: (world: World) => Promise<unknown>) =>
      runEvery(pause, job, world, () => act(world));
    const jobs = [
      ...CLOCK_JOBS.filter((job) => job !== 'triage' || world.triage).map((job) =>
        every(PAUSES[job], job, BY_CLOCK[job]),
      ),
      every(MINUTE, 'sweep', engine.sweep),
    ];
    const at = server.address();
    const port = typeof at === 'object' && at ? at.port : given.port;
    const stop = async (): Promise<void> => {
      await Promise.all(jobs.map((job) => job.stop()));
      server.close();
      if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 2 * SECOND).unref();
      await once(server, 'close').catch(() => undefined);
      await engine.stop();
    };
    return { world, engine, address: `http://localhost:${port}`, server, stop };
  } catch (error) {
    await engine.stop();
    throw error;
  }
};
