import { describe, expect, test } from 'vitest';
import { aBrowser } from '#test/support/browser.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { STATES } from '#test/support/states.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

describe('A form that was refused', () => {
  test.each(STATES.filter(({ name }) => name.includes('refused') || name.includes('wrong')))(
    'says so where she is, and leads to the field: $name',
    async ({ reach }) => {
      const visitor = await browser.visitor(town().address, { device: 'desktop' });
      await reach(visitor, town());
      const { page } = visitor;
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('.error-summary') !== null))
        .toBe(true);
      const link = page.locator('.error-summary a').first();
      const field = (await link.getAttribute('href')) ?? '';
      await link.press('Enter');
      await expect.poll(() => page.evaluate(() => `#${document.activeElement?.id ?? ''}`)).toBe(field);
      // What is wrong with a choice is said of the whole group.
      const describedBy = await page
        .locator(`[id="${field.slice(1)}"]`)
        .evaluate((element) =>
          [element, element.closest('fieldset')].map((one) => one?.getAttribute('aria-describedby') ?? '').join(' '),
        );
      expect(describedBy).toContain('-error');
    },
  );
});

describe('The skip link', () => {
  test('comes first and leads past the header', async () => {
    const visitor = await browser.visitor(town().address, { device: 'desktop' });
    await visitor.go('/en');
    await visitor.page.keyboard.press('Tab');
    await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.className)).toContain('skip-link');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.keyboard.press('Tab');
    await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });
});
