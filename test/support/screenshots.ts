import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './chromium.ts';
import { MEETINGS } from './pages.ts';
import { startTown } from './platform.ts';
import foundStores from './seeded-stores.ts';
import { openVisitor } from './visitor.ts';

/** By hand: `node test/support/screenshots.ts <folder> [part of a page's name]` writes a picture of every page. */
const [folder, only = ''] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder for the pictures.');
mkdirSync(folder, { recursive: true });

const forget = foundStores();
const town = await startTown('Solmira');
const browser = await launchChromium();
for (const width of [360, 1280]) {
  for (const locale of ['en', 'ar'] as const) {
    for (const dark of [false, true]) {
      const given = { device: width === 360 ? 'phone' : 'desktop', locale, dark } as const;
      const visitor = await openVisitor(browser, town.address, given);
      for (const { file, name, at } of MEETINGS.filter((meeting) => meeting.name.includes(only))) {
        await visitor.go(`/${locale}${await at(town)}`);
        const picture = `${file.replace('/', '-')} ${name} ${width} ${locale}${dark ? ' dark' : ''}.png`;
        await visitor.page.screenshot({ path: join(folder, picture.replaceAll(' ', '-')), fullPage: true });
      }
      for (const complaint of visitor.complaints) console.error(complaint);
      await visitor.leave();
    }
  }
}
await browser.close();
await town.stop();
forget();
