import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '#shared/locales.ts';
import { runUntilStopped } from './local/main.ts';
import { loadPages, PlainError, startPlatform } from './local/platform.ts';
import { demoSecret, mailerFrom, outsideFrom, readSettings } from './local/settings.ts';
import { markOfStore, markStore } from './local/store-kind.ts';
import { workInTown } from './town/at-work.ts';
import { demoDoor } from './town/door.ts';
import { reportInTown } from './town/moderation.ts';
import { seedTown, type SeededTown } from './town/seed.ts';
import { solmira } from './town/solmira.ts';
import type { World } from './world.ts';

/** Somebody stopped us while the town was being founded: its store is of no use. */
class UnfinishedTown extends Error {}

/** The town of this store: seeded when the store is empty, found again at the next start. */
const findTown = async (world: World): Promise<SeededTown> => {
  const mark = await markOfStore(world);
  if (mark?.kind === 'city') {
    throw new PlainError(
      'This store holds a real city. The demo never touches one: name another folder with DATA_DIR.',
    );
  }
  if (mark?.town) return mark.town as SeededTown;
  if (mark) throw new UnfinishedTown();
  console.info('Founding the demo town …');
  await markStore(world, { kind: 'demo' });
  const town = await seedTown(world, solmira);
  await reportInTown(world, town);
  await workInTown(world, town);
  await markStore(world, { kind: 'demo', town });
  return town;
};

/** The demo: the platform with a living town in it and a door to its staff. */
await runUntilStopped(async () => {
  const settings = readSettings();
  const { mail, lands } = mailerFrom(settings);
  const { stylesheet } = await loadPages();
  let town: SeededTown | undefined;
  const start = () =>
    startPlatform({
      folder: settings.DATA_DIR,
      port: settings.PORT,
      host: settings.HOST,
      secret: demoSecret(settings),
      proxies: settings.PROXIES,
      world: { mail, ...outsideFrom(settings) },
      prepare: async (world) => {
        town = await findTown(world);
      },
      routes: (world) => demoDoor(world, town as SeededTown, stylesheet),
    });
  const platform = await start().catch((error: unknown) => {
    if (!(error instanceof UnfinishedTown)) throw error;
    for (const file of ['store.sqlite', 'store.sqlite-wal', 'store.sqlite-shm']) {
      rmSync(join(settings.DATA_DIR, file), { force: true });
    }
    return start();
  });
  console.info(`
Equal Say is running.

  A resident    ${platform.address}/en/p/${town?.place.slug}   (or ${LOCALES.slice(1).join(', ')} in place of en)
  Its staff     ${platform.address}/demo   choose who you are; each lands at her desk:
                ${town?.staff.map(({ name, role }) => `${name} (${role})`).join(', ')}
  The API       ${platform.address}/api/openapi.json
  Mail          lands as files in ${lands}
  Data          ${settings.DATA_DIR}

Press Ctrl-C to stop. The next start finds everything as it was.
`);
  return platform;
});
