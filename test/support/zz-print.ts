import { launchChromium } from './chromium.ts';
import { openSession } from '#functions/participants/service.ts';
import { planBatch } from '#functions/batches/service.ts';
import { whoIs } from '#functions/participants/sessions.ts';
import { appointStaff } from '#functions/staff/service.ts';
import { startTown } from './started-town.ts';
import foundStores from './seeded-stores.ts';
import { openVisitor } from './visitor.ts';
import { useCookie } from './states.ts';
const forget = foundStores();
const town = await startTown('Solmira');
const browser = await launchChromium();
for (const [locale, languages] of [['it', ['it','en','ar']], ['ar', ['ar']], ['ar', ['ar', 'it']], ['it', ['it']]] as const) {
  const visitor = await openVisitor(browser, town.address, { device: 'desktop', locale, javaScript: false });
  const participant = await appointStaff(town.world, town.in('suggesting').place, ['coordinator'], 'Amal');
  const token = await openSession(town.world, participant);
  await useCookie(visitor, town, `__Host-session=${token}`);
  const { number } = await planBatch(town.world, await whoIs(town.world, token), town.slug, { purpose: 'x', size: 10, lastDay: '2027-12-31', consultations: [], name: 'Amina' });
  await visitor.go(`/${locale}/p/${town.slug}/desk/cards/${number}/print`);
  for (const box of await visitor.page.locator('[name=languages]').all()) await box.setChecked((languages as readonly string[]).includes((await box.getAttribute('value')) ?? ''));
  await visitor.page.locator('form:has(input[name=form][value="print"]) button').last().click();
  await visitor.page.locator('.handed-card').first().waitFor();
  await visitor.page.pdf({ path: `/tmp/w/cards-${locale}-${languages.length}.pdf`, preferCSSPageSize: true });
  await visitor.page.screenshot({ path: `/tmp/w/cards-${locale}-${languages.length}.png` });
  await visitor.leave();
}
await browser.close(); await town.stop(); forget();
