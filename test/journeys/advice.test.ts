import { expect, test } from 'vitest';
import { aBrowser } from '#test/support/browser.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { signIn } from '#test/support/states.ts';
import { wordsIn } from '#test/support/wording.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();
const words = wordsIn('en');

test.each([true, false])(
  'Words with an address in them are advised against once, and go out when she sends them again (JavaScript: %s)',
  async (javaScript) => {
    const visitor = await browser.visitor(town().address, { javaScript });
    const { page, tap } = visitor;
    await signIn(visitor, town());
    if (!javaScript) visitor.expected.add(422);
    await visitor.go(`/en/c/${town().in('suggesting').id}/suggest`);
    await page.locator('textarea[name=text]').fill('Ask anna@example.org.');
    await tap(page.getByRole('button', { name: words('contributions.send'), exact: true }));
    await page.locator('.error-summary', { hasText: words('field.shows-email') }).waitFor();
    await expect.poll(() => page.locator('textarea[name=text]').inputValue()).toBe('Ask anna@example.org.');
    await tap(page.getByRole('button', { name: words('nudge.send'), exact: true }));
    await page.getByText(words('site.done.suggested')).first().waitFor();
  },
);
