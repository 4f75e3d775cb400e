import { runUntilStopped } from './local/main.ts';
import { PlainError, startPlatform } from './local/platform.ts';
import { demoSecret, readSettings } from './local/settings.ts';
import { markOfStore, markStore } from './local/store-kind.ts';
import { demoDoor } from './town/door.ts';
import { seedTown, type SeededTown } from './town/seed.ts';
import { solmira } from './town/solmira.ts';
import type { World } from './world.ts';

/** The town of this store: seeded when the store is empty, found again at the next start. */
const findTown = async (world: World): Promise<SeededTown> => {
  const mark = await markOfStore(world);
  if (mark?.kind === 'city') {
    throw new PlainError('This store holds a real city. The demo never touches one: name another folder with DATA_DIR.');
  }
  if (mark?.town) return mark.town as SeededTown;
  console.info('Founding the demo town …');
  const town = await seedTown(world, solmira);
  await markStore(world, { kind: 'demo', town });
  return town;
};

/** The demo: the platform with a living town in it and a door to its staff. */
await runUntilStopped(async () => {
  const settings = readSettings();
  let town: SeededTown | undefined;
  const platform = await startPlatform({
    folder: settings.DATA_DIR,
    port: settings.PORT,
    host: settings.HOST,
    secret: demoSecret(settings),
    proxies: settings.PROXIES,
    prepare: async (world) => {
      town = await findTown(world);
    },
    routes: (world) => demoDoor(world, town as SeededTown),
  });
  console.info(`
Equal Say is running.

  The town      ${platform.address}/en/p/${town?.place.slug}   (it, ar: the same with another language)
  The API       ${platform.address}/api/openapi.json
  Its staff     ${platform.address}/demo   ${town?.staff.map(({ name, role }) => `${name} (${role})`).join(', ')}
  Data          ${settings.DATA_DIR}

Press Ctrl-C to stop. The next start finds everything as it was.
`);
  return platform;
});
