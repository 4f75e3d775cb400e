import { openFirstRun } from './first-run/service.ts';
import { runUntilStopped } from './local/main.ts';
import { PlainError, startPlatform } from './local/platform.ts';
import { mailerFrom, outsideFrom, readSettings, requiredSecret } from './local/settings.ts';
import { markOfStore, markStore } from './local/store-kind.ts';

/** Production on one machine. Refuses a demo store, and seeds nothing. */
await runUntilStopped(async () => {
  const settings = readSettings();
  let firstRun: string | undefined;
  const { mail, lands } = mailerFrom(settings);
  const platform = await startPlatform({
    folder: settings.DATA_DIR,
    port: settings.PORT,
    host: settings.HOST,
    secret: requiredSecret(settings),
    proxies: settings.PROXIES,
    world: { mail, ...outsideFrom(settings) },
    prepare: async (world) => {
      if ((await markOfStore(world))?.kind === 'demo') {
        throw new PlainError('This store holds a demo town. Name another folder with DATA_DIR.');
      }
      await markStore(world, { kind: 'city' });
      firstRun = await openFirstRun(world);
    },
  });
  console.info(`Equal Say serves at ${platform.address}, data in ${settings.DATA_DIR}, mail goes to ${lands}`);
  if (firstRun) {
    console.info(`There is no place yet. This link opens the first one, once and within 24 hours:\n${firstRun}`);
  }
  return platform;
});
