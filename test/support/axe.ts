import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What can be wrong in other colours and another language of the same page. */
export const COLOURS_AND_LANGUAGE = [
  'color-contrast',
  'link-in-text-block',
  'html-has-lang',
  'html-lang-valid',
  'valid-lang',
  'document-title',
];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Half as many letters as `axe.source`; a page that nobody looks at does not run them. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const START = `globalThis.startAxe = () => { if (!globalThis.axe) { ${SOURCE} } return globalThis.axe; };`;
const HAVE_IT = new WeakSet<Page>();

/** Handed over once for all pages that are met here: sending and reading it costs more than many a rule. */
const handOver = async (page: Page): Promise<void> => {
  if (HAVE_IT.has(page)) return;
  HAVE_IT.add(page);
  await page.addInitScript(START);
  await page.evaluate(START);
};

/** In the page itself: everything unfolded, and only what is wrong comes back. What stands in a frame is looked at as itself. */
const lookAround = async (tags: string[]): Promise<string[]> => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const there = (globalThis as unknown as { startAxe: () => typeof axe }).startAxe();
  const { violations } = await there.run(document, { iframes: false, runOnly: tags, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary ?? ''}`),
  );
};

/** What axe finds on the page with everything unfolded: by all its rules, or by some of them. */
export const axeFindings = async (page: Page, only: readonly string[] = TAGS): Promise<string[]> => {
  await handOver(page);
  return page.evaluate(lookAround, [...only]);
};
