import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Locale } from '#shared/locales.ts';

export type Device = 'phone' | 'desktop';
const SCREENS = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } } as const;

export type VisitorGiven = {
  device?: Device;
  locale?: Locale;
  javaScript?: boolean;
  timeZone?: string;
  dark?: boolean;
  viewport?: { width: number; height: number };
  /** Several times slower than this machine, as a cheap phone is. */
  slower?: number;
};

/** One person at one device. Whatever goes wrong in her browser is a complaint, and fails the test. */
export type Visitor = {
  context: BrowserContext;
  page: Page;
  locale: Locale;
  javaScript: boolean;
  complaints: string[];
  /** Statuses above 399 that this visitor is meant to meet. */
  expected: Set<number>;
  /** Loads a page, and waits until its script is at work where there is one. */
  go: (path: string) => Promise<void>;
  /** Waits until the page's script is at work: before that, links and forms go the ordinary way. */
  alive: () => Promise<void>;
  /** Waits until the page of this address stands: the address is there first, while the page before can still be read. */
  arrive: (at: Parameters<Page['waitForURL']>[0]) => Promise<void>;
  /** Taps on a phone, clicks at a desk, and counts. */
  tap: (where: Locator) => Promise<void>;
  taps: () => number;
  /** Everything that the network is asked for fails, and this is no complaint, until the answer is called. */
  offline: () => Promise<() => Promise<void>>;
  leave: () => Promise<void>;
  /** Gets up, so that somebody else can sit down at the same device: nothing is left of her there. */
  makeRoom: () => Promise<void>;
};

const path = (address: string): string => new URL(address).pathname;

/** A refusal of the API that a page then explains is no complaint; everything else above 399 is. */
const isExplained = (address: string, status: number): boolean =>
  path(address).startsWith('/api/') && status >= 400 && status < 500;

/** Chromium repeats on the console each answer that is no success; those are looked at as answers. */
const REPEATED = /^Failed to load resource/;

/**
 * A page that is left gives up what it was still loading; a browser without JavaScript loads no scripts; what failed for
 * want of a network may be told when it is back already.
 */
const NO_FAILURES = ['net::ERR_ABORTED', 'csp', 'net::ERR_INTERNET_DISCONNECTED'];

const listen = (page: Page, complaints: string[], isOffline: () => boolean, expected: Set<number>): void => {
  page.on('console', (message) => {
    if (message.type() !== 'error' && !/Content Security Policy/i.test(message.text())) return;
    if (!REPEATED.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (!isOffline() && !NO_FAILURES.includes(why)) complaints.push(`${request.method()} ${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    const status = response.status();
    if (status < 400 || expected.has(status) || isExplained(response.url(), status)) return;
    complaints.push(`${response.request().method()} ${response.url()}: ${status}`);
  });
};

/** In the page itself: reports of the content security policy that no console line tells. */
const reportViolations = (): void => {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
};

/** In the page itself: the page's script listens to navigation as the last thing of its start. */
const noticeLife = (): void => {
  const original = navigation.addEventListener.bind(navigation) as (...all: unknown[]) => void;
  navigation.addEventListener = (...all: unknown[]) => {
    original(...all);
    if (all[0] === 'navigate') Object.assign(globalThis, { isAlive: true });
  };
};
/** Black on white, without a script; and of this address, whose storage is to be emptied. */
const BETWEEN_VISITORS = '/health';
const emptyStorage = (): void => {
  localStorage.clear();
  sessionStorage.clear();
};
const isAlive = (): boolean => 'isAlive' in globalThis;
const isThere = (): boolean => navigation.transition === null;

export const openVisitor = async (browser: Browser, address: string, given: VisitorGiven): Promise<Visitor> => {
  const { device = 'phone', locale = 'en', javaScript = true } = given;
  const viewport = given.viewport ?? SCREENS[device];
  const context = await browser.newContext({
    baseURL: address,
    locale,
    viewport,
    hasTouch: device === 'phone',
    isMobile: device === 'phone',
    javaScriptEnabled: javaScript,
    colorScheme: given.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(given.timeZone ? { timezoneId: given.timeZone } : {}),
  });
  context.setDefaultTimeout(15_000);
  if (javaScript) {
    await context.addInitScript(reportViolations);
    await context.addInitScript(noticeLife);
  }
  const complaints: string[] = [];
  const expected = new Set<number>();
  let isOffline = false;
  context.on('page', (opened) => listen(opened, complaints, () => isOffline, expected));
  const page = await context.newPage();
  if (given.slower) {
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: given.slower });
  }
  // Asked once before it is waited for: whoever waits is first sent a library, and mostly the script is at work already.
  const alive = async (): Promise<void> => {
    if (!javaScript || (await page.evaluate(isAlive).catch(() => false))) return;
    await page.waitForFunction(isAlive);
  };
  let taps = 0;
  return {
    context,
    page,
    locale,
    javaScript,
    complaints,
    expected,
    go: async (to) => {
      await page.goto(to).catch(async (error: unknown) => {
        // A form that went the ordinary way has arrived, and its answer is still on its way here.
        if (!String(error).includes('interrupted by another navigation')) throw error;
        await page.waitForLoadState();
        await page.goto(to);
      });
      await alive();
    },
    alive,
    arrive: async (at) => {
      await page.waitForURL(at);
      if (new URL(page.url()).origin !== address) return;
      await alive();
      if (javaScript) await page.waitForFunction(isThere);
    },
    tap: async (where) => {
      taps++;
      await (device === 'phone' ? where.tap() : where.click());
    },
    taps: () => taps,
    offline: async () => {
      isOffline = true;
      await context.setOffline(true);
      return async () => {
        await context.setOffline(false);
        isOffline = false;
      };
    },
    leave: () => context.close(),
    makeRoom: async () => {
      await Promise.all(context.pages().flatMap((open) => (open === page ? [] : [open.close()])));
      await page.goto(BETWEEN_VISITORS);
      await page.evaluate(emptyStorage);
      await context.clearCookies();
      await page.setViewportSize(viewport);
      expected.clear();
      taps = 0;
    },
  };
};
