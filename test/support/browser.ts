import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { openVisitor, type Visitor, type VisitorGiven } from './visitor.ts';

/** A browser for the tests of one file. After each test its visitors leave, and none may have complained. */
export const aBrowser = () => {
  let browser: Browser | undefined;
  const here: Visitor[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    const visitors = here.splice(0);
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(() => browser?.close());
  return {
    visitor: async (address: string, given: VisitorGiven = {}): Promise<Visitor> => {
      if (!browser) throw new Error('The browser is not open yet.');
      const visitor = await openVisitor(browser, address, given);
      here.push(visitor);
      return visitor;
    },
  };
};
