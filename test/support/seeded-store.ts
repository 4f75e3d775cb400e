import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine } from '#functions/storage/engine.ts';
import { seedTown, type SeededTown } from '#functions/town/seed.ts';
import { solmira } from '#functions/town/solmira.ts';
import { createWorld } from '#functions/world.ts';
import { SEEDED_STORES } from './seeded-stores.ts';
import { aTown } from './town.ts';

/** The demo's own town, and one that nobody wrote: no page may know which of them it is in. */
const TOWNS = { Solmira: () => solmira, 'a random town': () => aTown(4711) } as const;
export type TownName = keyof typeof TOWNS;

export const SECRET = 'a secret that only tests know';

const found = async (name: TownName, folder: string): Promise<void> => {
  const engine = await startEngine(folder);
  try {
    const world = createWorld({ storage: engine.storage, secret: SECRET, log: () => undefined });
    writeFileSync(join(folder, 'town.json'), JSON.stringify(await seedTown(world, TOWNS[name]())));
  } finally {
    await engine.stop();
  }
};

/** Another process may be founding the same town just now: then wait for it. */
const foundOnce = async (name: TownName, folder: string): Promise<void> => {
  const work = `${folder} in work`;
  try {
    mkdirSync(work);
  } catch {
    while (!existsSync(folder) && existsSync(work)) await sleep(50);
    if (!existsSync(folder)) throw new Error(`${name} could not be founded.`);
    return;
  }
  try {
    // Done between the look and the work?
    if (existsSync(folder)) return;
    await found(name, work);
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

/** Puts a copy of a founded town's store into a folder. */
export const copyTown = async (name: TownName, into: string): Promise<SeededTown> => {
  const all = process.env[SEEDED_STORES];
  if (!all) throw new Error('The global set-up of the tests has not run.');
  const folder = join(all, name);
  if (!existsSync(folder)) await foundOnce(name, folder);
  cpSync(folder, into, { recursive: true });
  return JSON.parse(readFileSync(join(into, 'town.json'), 'utf8')) as SeededTown;
};
