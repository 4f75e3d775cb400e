import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#functions/app.ts';
import type { Env } from '#functions/http/env.ts';
import { LIMITS, type LimitName, type Limits } from '#functions/limits/limits.ts';
import { startEngine, type Engine } from '#functions/storage/engine.ts';
import { createWorld, type LogLine, type World } from '#functions/world.ts';
import { instant, milliseconds, type Instant } from '#shared/time.ts';
import type { Hono } from 'hono';

/** A world on the real embedded engine, with a clock that stands still until a test moves it. */
export type TestWorld = World & {
  engine: Engine;
  app: Hono<Env>;
  logged: Omit<LogLine, 'at'>[];
  now: () => Instant;
  setClock: (at: Instant) => void;
  pass: (milliseconds: number) => void;
  end: () => Promise<void>;
};

/** So high that no test meets them by chance; the tests of limits set their own. */
const GENEROUS = Object.fromEntries(
  (Object.keys(LIMITS) as LimitName[]).map((name) => [name, { points: 1_000_000, duration: LIMITS[name].duration }]),
) as Limits;

export const BEGINNING: Instant = '2026-03-02T08:00:00.000Z';

export const aWorld = async (given: { limits?: Partial<Limits>; proxies?: number } = {}): Promise<TestWorld> => {
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-'));
  const engine = await startEngine(folder);
  const logged: Omit<LogLine, 'at'>[] = [];
  let now = milliseconds(BEGINNING);
  const world = createWorld({
    storage: engine.storage,
    secret: 'a secret that only tests know',
    clock: () => now,
    log: (line) => void logged.push(line),
    limits: { ...GENEROUS, ...given.limits },
    proxies: given.proxies ?? 0,
  });
  return Object.assign(world, {
    engine,
    app: createApp(world),
    logged,
    now: () => instant(now),
    setClock: (at: Instant) => void (now = milliseconds(at)),
    pass: (by: number) => void (now += by),
    end: async () => {
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  });
};
