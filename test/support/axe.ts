import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** In the page itself: everything unfolded, and only what is wrong comes back. What stands in a frame is looked at as itself. */
const lookAround = async (tags: string[]): Promise<string[]> => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const there = (globalThis as unknown as { axe: typeof axe }).axe;
  const { violations } = await there.run(document, { iframes: false, runOnly: tags, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary ?? ''}`),
  );
};

/** What axe finds on the page with everything unfolded. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(lookAround, TAGS);
};
