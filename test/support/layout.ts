import type { Page } from 'playwright-core';

/** The innermost elements that stick out. */
const widest = (): string[] => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const outside = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (right > clientWidth + 1 || left < -1);
  });
  const culprits = outside.filter((element) => !outside.some((other) => other !== element && element.contains(other)));
  return [`${scrollWidth} pixels of ${clientWidth}`, ...culprits.map(({ outerHTML }) => outerHTML.slice(0, 200))];
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

/** Words that stand letter under letter, because something beside them takes the room. */
const letterUnderLetter = (): string[] => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  const range = document.createRange();
  while (texts.nextNode()) {
    const { currentNode } = texts;
    const words = currentNode.textContent?.trim() ?? '';
    range.selectNodeContents(currentNode);
    // Letters of two fonts in one line begin at different heights.
    let [lines, end] = [0, -Infinity];
    for (const { top, bottom } of range.getClientRects()) {
      if (top > end - (bottom - top) / 2) lines++;
      end = bottom;
    }
    const { parentElement } = currentNode;
    const isSeen = parentElement?.checkVisibility() && !parentElement.closest('.visually-hidden');
    if (lines > 2 && words.length / lines < 4 && isSeen) found.push(words);
  }
  return found;
};

export const squeezed = (page: Page): Promise<string[]> => page.evaluate(letterUnderLetter);
