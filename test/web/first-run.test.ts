import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { axeFindings } from '#test/support/axe.ts';
import { aBrowser } from '#test/support/browser.ts';
import { tooWide, tooWideWithBigLetters } from '#test/support/layout.ts';
import { LOOKED_AT } from '#test/support/locales.ts';
import { aStoreFolder, endAll, serveIn, untilReady, type Running } from '#test/support/platform.ts';

const store = aStoreFolder();
let running: Running;
let path: string;
beforeAll(async () => {
  running = await serveIn(store, { TZ: 'UTC' });
  await untilReady(running);
  path = await vi.waitUntil(() => /\/first-run\/[\w-]{43}/.exec(running.said())?.[0], 60_000);
});
afterAll(() => {
  endAll([running]);
  store.remove();
});
const browser = aBrowser();
/** A session's cookie needs TLS, or this name. */
const address = () => running.address.replace('127.0.0.1', 'localhost');

describe('to the operator who opens the link of an empty store', () => {
  test.each(LOOKED_AT)(
    'in %s, axe finds nothing on the form, nor on it once it is refused and each wrong field is named',
    async (locale) => {
      const visitor = await browser.visitor(address(), { locale });
      visitor.expected.add(400).add(422);
      await visitor.go(`/${locale}${path}`);
      for (const isRefused of [false, true]) {
        if (isRefused) await visitor.page.locator('main form button').click();
        if (isRefused) {
          const name = await visitor.page.locator('label[for=first-run-name]').textContent();
          await visitor.page.locator('.error-summary a', { hasText: name ?? '' }).waitFor();
        }
        expect(await axeFindings(visitor.page)).toEqual([]);
        expect(await tooWide(visitor.page, 320)).toEqual([]);
        expect(await tooWideWithBigLetters(visitor.page, 360)).toEqual([]);
      }
    },
  );

  test('without JavaScript: one summary leads to each wrong field, then to her keys, and to an empty home', async () => {
    const visitor = await browser.visitor(address(), { javaScript: false });
    const { page, expected } = visitor;
    expected.add(422).add(404);
    await visitor.go(`/en${path}`);
    await page.locator('[name=name]').fill('New Town');
    await page.locator('main form button').click();
    const links = page.locator('.error-summary a');
    await expect.poll(() => links.count()).toBe(4);
    for (const link of await links.all())
      await expect.poll(async () => page.locator((await link.getAttribute('href')) ?? '').count()).toBe(1);
    await expect.poll(() => page.locator('[name=name]').inputValue()).toBe('New Town');
    const rest = {
      controller: 'The town',
      contact: 'a@example.org',
      you: 'Olga',
    };
    for (const [name, value] of Object.entries(rest)) await page.locator(`[name=${name}]`).fill(value);
    await page.locator('[name=timeZone]').selectOption('Europe/Rome');
    await page.locator('[name=languages][value=it]').check();
    await page.locator('main form button').click();
    await visitor.arrive('**/en/me/keys?done=place-opened');
    await expect.poll(() => page.locator('main').textContent()).toContain('You have no passkey yet');
    await page.getByRole('button', { name: 'Make ten recovery codes' }).click();
    await expect.poll(() => page.locator('.recovery-codes code').count()).toBe(10);
    await expect.poll(() => page.locator('header').textContent()).toContain('Desk');
    await visitor.go('/it/p/new-town/rules');
    await expect.poll(() => page.locator('main').textContent()).toContain('Parla di quello che sai.');
    await visitor.go('/en/p/new-town');
    await expect.poll(() => page.locator('main').textContent()).toContain('since yesterday or since always');
    await visitor.go(`/en${path}`);
    await expect.poll(() => page.locator('main form').count()).toBe(0);
  });
});
