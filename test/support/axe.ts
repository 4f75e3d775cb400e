import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const found = async (axe: AxeBuilder): Promise<string[]> => {
  // One page: the results need no second page to be put together, and what stands in a frame is looked at as itself.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary ?? ''}`),
  );
};

/** What axe finds on the page with everything unfolded, in light and in dark colours. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await found(new AxeBuilder({ page }).options({ iframes: false }).withTags(TAGS));
  // Only colours differ.
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await found(new AxeBuilder({ page }).options({ iframes: false }).withRules(['color-contrast']));
  return [...light, ...dark.map((finding) => `dark: ${finding}`)];
};
