import type { Page } from 'playwright-core';

const widest = (): string[] => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    })
    .map((element) => `${element.tagName}.${element.className}`);
};

/** What makes the page scroll sideways at this width, in pixels of CSS (WCAG 2.2, 1.4.10). */
export const tooWide = async (page: Page, width: number): Promise<string[]> => {
  await page.setViewportSize({ width, height: 740 });
  return page.evaluate(widest);
};

/** The same with letters twice as big, as a reader can choose in her browser (1.4.4). */
export const tooWideWithBigLetters = async (page: Page, width: number): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  const found = await tooWide(page, width);
  await session.detach();
  return found;
};
