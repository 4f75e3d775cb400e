import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './chromium.ts';
import { MEETINGS } from './pages.ts';
import { startTown } from './started-town.ts';
import foundStores from './seeded-stores.ts';
import { STATES, type State } from './states.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/** By hand: `node test/support/screenshots.ts <folder> [part of a page's name]` writes a picture of every page. */
const [folder, only = ''] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder for the pictures.');
mkdirSync(folder, { recursive: true });

const forget = foundStores();
const town = await startTown('Solmira');
const browser = await launchChromium();
const looks: { name: string; reach: State['reach'] }[] = [
  ...MEETINGS.map(({ file, name, at }) => ({
    name: `${file} ${name}`,
    reach: async (visitor: Visitor) => visitor.go(`/${visitor.locale}${await at(town)}`),
  })),
  ...STATES.map(({ name, reach }) => ({ name: `state ${name}`, reach })),
];
for (const [device, width] of [
  ['phone', 360],
  ['desktop', 1280],
] as const) {
  for (const locale of ['en', 'ar'] as const) {
    for (const { name, reach } of looks.filter((look) => look.name.includes(only))) {
      const visitor = await openVisitor(browser, town.address, { device, locale });
      await reach(visitor, town);
      for (const colorScheme of ['light', 'dark'] as const) {
        await visitor.page.emulateMedia({ colorScheme });
        const picture = `${name} ${width} ${locale} ${colorScheme}.png`.replaceAll(/[ /,]+/g, '-');
        await visitor.page.screenshot({ path: join(folder, picture), fullPage: true });
      }
      for (const complaint of visitor.complaints) console.error(`${name}: ${complaint}`);
      await visitor.leave();
    }
  }
}
await browser.close();
await town.stop();
forget();
