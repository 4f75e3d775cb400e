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
  /** A second process over the same store and clock, remembering nothing of what the first one knows. */
  beside: () => TestWorld;
  end: () => Promise<void>;
};

/** So high that no test meets them by chance; the tests of limits set their own. */
const GENEROUS = Object.fromEntries(
  (Object.keys(LIMITS) as LimitName[]).map((name) => [name, { points: 1_000_000, duration: LIMITS[name].duration }]),
) as Limits;

const BEGINNING: Instant = '2026-03-02T08:00:00.000Z';

type Given = { limits?: Partial<Limits>; proxies?: number };
type Time = { now: number };

const worldOver = (engine: Engine, time: Time, given: Given, end: TestWorld['end']): TestWorld => {
  const logged: Omit<LogLine, 'at'>[] = [];
  const world = createWorld({
    storage: engine.storage,
    secret: 'a secret that only tests know',
    clock: () => time.now,
    log: (line) => void logged.push(line),
    limits: { ...GENEROUS, ...given.limits },
    proxies: given.proxies ?? 0,
  });
  const own = Object.assign(world, {
    engine,
    logged,
    app: createApp(world),
    now: () => instant(time.now),
    setClock: (at: Instant) => void (time.now = milliseconds(at)),
    pass: (by: number) => void (time.now += by),
    beside: () => worldOver(engine, time, given, () => Promise.resolve()),
    end,
  });
  return own;
};

export const aWorld = async (given: Given = {}): Promise<TestWorld> => {
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-'));
  const engine = await startEngine(folder);
  return worldOver(engine, { now: milliseconds(BEGINNING) }, given, async () => {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });
};
