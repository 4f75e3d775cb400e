import { expect, test } from 'vitest';
import { aBrowser } from '#test/support/browser.ts';
import { squeezed } from '#test/support/layout.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { signIn } from '#test/support/states.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

/** Does one of them lie over the other? */
const overlap = ([one, other]: readonly [string, string]): boolean => {
  const [a, b] = [one, other].map((name) => document.querySelector(name)?.getBoundingClientRect());
  if (!a || !b) return true;
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
};

test.each(['uk', 'ar', 'it'] as const)(
  'With letters twice as big on a phone no word of the deck is broken, and nothing lies over the name of the platform (%s)',
  async (locale) => {
    const visitor = await browser.visitor(town().address, { locale });
    const { page, context } = visitor;
    await signIn(visitor, town());
    const session = await context.newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await visitor.go(`/${locale}/c/${town().in('suggesting').id}/deck`);
    await page.locator('.deck-card').waitFor();
    expect(await squeezed(page)).toEqual([]);
    await expect.poll(() => page.evaluate(overlap, ['.brand', '.leave-quickly'] as const)).toBe(false);
  },
);
