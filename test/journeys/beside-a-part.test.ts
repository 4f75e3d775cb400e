import { expect, test } from 'vitest';
import { nowIn } from '#functions/world.ts';
import type { DraftPassageView } from '#shared/versions/views.ts';
import { DAY } from '#shared/time.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { useCookie } from '#test/support/use-cookie.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

const SAID = ['Benches in the shade.', 'Più panchine in piazza.', 'مقاعد في الساحة', 'Trees at the stop.'];

/** A draft of a text about which people suggested these, and the page of its first part. */
const aDraft = async (suggestions: readonly string[]) => {
  const { world } = town();
  const setting = { ...world, now: () => nowIn(world) };
  const made = await aConsultation(setting);
  const con = made.consultation.id;
  const anna = town().resident();
  await anna.join(con);
  for (const text of suggestions) await anna.suggest(con, text);
  town().pass(20 * DAY);
  const { token } = await aStaffMember(setting, made.place, 'drafter');
  const drafter = town().resident();
  drafter.useCookie(`__Host-session=${token}`);
  const [part] = made.passages;
  const draft = `/consultations/${con}/documents/${part!.document}/draft`;
  await drafter.ask('POST', draft);
  const see = () => drafter.ask<DraftPassageView>('GET', `${draft}/passages/${part!.id}`);
  const path = `/en/c/${con}/desk/version/passages/${part!.id}?doc=${part!.document}`;
  return { made, setting, token, drafter, draft, see, path };
};

test('whoever writes finds a suggestion by its words as she types, and what is ticked stays ticked', async () => {
  const { token, see, path } = await aDraft(SAID);
  const drafter = await browser.visitor(town().address, { device: 'desktop' });
  await useCookie(drafter, town(), `__Host-session=${token}`);
  const { page } = drafter;
  await drafter.go(path);
  const shown = () => page.locator('[aria-labelledby=suggested] li:visible h3').allInnerTexts();
  await page.getByRole('checkbox', { name: 'Taken up in this part' }).first().check();
  const [ticked] = await shown();
  await page.getByLabel('Filter').fill('piu PANCH');
  await expect.poll(shown).toEqual(['Più panchine in piazza.']);
  await page.getByLabel('Filter').fill('مقاعد');
  await expect.poll(shown).toEqual(['مقاعد في الساحة']);
  await page.getByText('1 suggestion', { exact: true }).waitFor();
  await page.getByRole('checkbox', { name: 'Taken up in this part' }).check();
  await page.locator('.in-sight').getByText('Cites 2 suggestions').waitFor();
  await page.locator('.in-sight button').click();
  await expect.poll(async () => (await see()).cites.length).toBe(2);
  const { cites, suggestions } = await see();
  const words = suggestions.filter(({ contribution }) => cites.includes(contribution.id));
  expect(words.map(({ contribution }) => contribution.text).toSorted()).toEqual([ticked, 'مقاعد في الساحة'].toSorted());
});

test('how many there are besides the first hundred is said', async () => {
  const { token, see, path } = await aDraft(Array.from({ length: 103 }, (_, n) => `Bench ${n}.`));
  expect([(await see()).suggestions.length, (await see()).more]).toEqual([100, 3]);
  const drafter = await browser.visitor(town().address, { javaScript: false });
  await useCookie(drafter, town(), `__Host-session=${token}`);
  await drafter.go(path);
  await drafter.page.getByRole('link', { name: '3 more, ranked lower' }).waitFor();
});

test('a colleague who is not shown the count reads a shared draft, and is not told that few have voted', async () => {
  const { made, setting, drafter, draft, see, path } = await aDraft(SAID);
  await drafter.ask('PUT', `${draft}/note`, { note: { en: '' }, shared: true, version: 1 });
  const [one] = (await see()).suggestions;
  const cites = `${draft}/passages/${(await see()).id}/cites`;
  await drafter.ask('PUT', cites, { contributions: [one?.contribution.id], version: 0 });
  const { token } = await aStaffMember(setting, made.place, 'mediator');
  const mediator = await browser.visitor(town().address);
  await useCookie(mediator, town(), `__Host-session=${token}`);
  await mediator.go(path);
  const beside = mediator.page.locator('[aria-labelledby=suggested]');
  await beside.getByText('Taken up in this part').waitFor();
  await expect
    .poll(() => beside.locator('article', { hasText: 'Taken up in this part' }).locator('h3').allInnerTexts())
    .toEqual([one?.contribution.text]);
  await expect.poll(() => beside.innerText()).not.toContain('Too few votes');
  await expect.poll(() => beside.locator('input[type=checkbox]').count()).toBe(0);
});
