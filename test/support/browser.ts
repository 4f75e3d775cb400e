import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { openVisitor, type Visitor, type VisitorGiven } from './visitor.ts';

/** A browser for the tests of one file. After each test its visitors leave, and none may have complained. */
export const aBrowser = () => {
  let browser: Browser | undefined;
  const here: Visitor[] = [];
  /** Whose device stays, by what sort of device it is. */
  const staying = new Map<string, Visitor>();
  const open = (address: string, given: VisitorGiven): Promise<Visitor> => {
    if (!browser) throw new Error('The browser is not open yet.');
    return openVisitor(browser, address, given);
  };
  const goodbye = async (visitor: Visitor, wentWell: boolean): Promise<void> => {
    const device = [...staying].find(([, who]) => who === visitor)?.[0];
    if (device !== undefined && wentWell) return visitor.makeRoom();
    if (device !== undefined) staying.delete(device);
    return visitor.leave();
  };

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async ({ task }) => {
    const visitors = here.splice(0);
    await Promise.all(visitors.map((visitor) => goodbye(visitor, task.result?.state !== 'fail')));
    expect(visitors.flatMap(({ complaints }) => complaints.splice(0))).toEqual([]);
  });
  afterAll(() => browser?.close());
  return {
    visitor: async (address: string, given: VisitorGiven = {}): Promise<Visitor> => {
      const visitor = await open(address, given);
      here.push(visitor);
      return visitor;
    },
    /** At the device of whoever was here in the test before: a third less work for one page after the other. */
    nextVisitor: async (address: string, given: VisitorGiven = {}): Promise<Visitor> => {
      const device = JSON.stringify([address, given]);
      const visitor = staying.get(device) ?? (await open(address, given));
      staying.set(device, visitor);
      here.push(visitor);
      return visitor;
    },
  };
};
