/**
 * A drafter's desk at 100, 1,000 and 10,000 suggestions: what a page asks of the store in a process that remembers
 * nothing, how long the server takes beside a desk page without any list, and how long the main thread of a slow phone
 * is busy with scrolling and filtering.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#functions/app.ts';
import { startPlatform } from '#functions/local/platform.ts';
import { lastCount } from '#functions/opinion/service.ts';
import { startEngine } from '#functions/storage/engine.ts';
import { createWorld } from '#functions/world.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { readsOf } from '#test/support/reads.ts';
import { openVisitor } from '#test/support/visitor.ts';
import { aCountedConsultation } from './desk/scene.ts';
import { busyWhile, slowPhone, type Busy } from './desk/main-thread.ts';

const SIZES = [100, 1_000, 10_000];
const SECRET = 'a secret of forty-two letters, for a bench';
const TIMES = 15;
const FILTER = 'kind=suggestion&language=en';
const PAGES: Record<string, { page: string; api: string }> = {
  'no list at all': { page: '/dates', api: '' },
  overview: { page: '/overview', api: '/overview' },
  'all, by rank': { page: '/suggestions?list=all', api: '/suggestions?list=all' },
  'a late page': { page: '/suggestions?list=all&from=80', api: '/suggestions?list=all&from=80' },
  filtered: { page: `/suggestions?list=all&${FILTER}`, api: `/suggestions?list=all&${FILTER}` },
  'words looked for': { page: '/suggestions?list=all&words=thing+13', api: '/suggestions?list=all&words=thing+13' },
  report: { page: '/overview/report', api: '/overview/report' },
};

const quiet = { log: () => undefined };
const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const timesOf = async (ask: () => Promise<Response>): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) {
    const begun = performance.now();
    const answer = await ask();
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    await answer.text();
    times.push(performance.now() - begun);
  }
  return middle(times);
};

const settled = 600;
const LANGUAGES_IN_TURN = ['it', 'ar', 'en', 'it', 'ar', 'en', 'it', 'ar'];

const middleOf = (acts: readonly Busy[]): Busy => ({
  total: middle(acts.map(({ total }) => total)),
  longest: middle(acts.map(({ longest }) => longest)),
  worked: middle(acts.map(({ worked }) => worked)),
});

/**
 * Scrolling down the list, narrowing it down, and scrolling down what was found, on a phone. It is touched as a finger
 * does, and nothing asks the page anything meanwhile: that would be work of its own.
 */
const onPhone = async (address: string, id: string, token: string): Promise<Record<string, Busy>> => {
  const browser = await launchChromium();
  try {
    const visitor = await openVisitor(browser, address, { device: 'phone' });
    await visitor.context.addCookies([
      { name: '__Host-session', value: token, url: address.replace('http:', 'https:'), secure: true, httpOnly: true },
    ]);
    await visitor.go(`/en/c/${id}/desk/suggestions?list=all`);
    const { page } = visitor;
    const session = await slowPhone(page);
    const scroll = () =>
      busyWhile(session, async () => {
        for (let n = 0; n < 10; n++) {
          await page.mouse.wheel(0, 600);
          await page.waitForTimeout(50);
        }
        await page.waitForTimeout(settled);
      });
    const first = () => page.locator('.suggestion-rows h3').first().innerText();
    const filter = async (language: string): Promise<Busy> => {
      await page.locator('form[role=search] select[name=language]').selectOption(language);
      const button = page.locator('form[role=search] button');
      await button.scrollIntoViewIfNeeded();
      await page.waitForTimeout(settled);
      const { x, y, width, height } = (await button.boundingBox())!;
      const before = await first();
      const busy = await busyWhile(session, async () => {
        const answer = page.waitForResponse((one) => one.url().includes(`/suggestions?`));
        await page.touchscreen.tap(x + width / 2, y + height / 2);
        await (await answer).finished();
        await page.waitForTimeout(settled);
      });
      if ((await first()) === before) throw new Error('The list is still the one before.');
      return busy;
    };
    await page.waitForTimeout(settled);
    const scrolling = await scroll();
    await page.locator('form[role=search] summary').click();
    const filters: Busy[] = [];
    for (const language of LANGUAGES_IN_TURN) filters.push(await filter(language));
    const scrollingOn = await scroll();
    await visitor.leave();
    return {
      scrolling,
      'the first filter': filters[0]!,
      [`a filter, the middle of ${filters.length}`]: middleOf(filters),
      'scrolling what was found': scrollingOn,
    };
  } finally {
    await browser.close();
  }
};

const measure = async (suggestions: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-bench-'));
  try {
    const engine = await startEngine(folder);
    const fresh = () => createWorld({ storage: engine.storage, secret: SECRET, ...quiet });
    const { id, token } = await aCountedConsultation(fresh(), suggestions);
    const headers = { Cookie: `__Host-session=${token}` };
    const { parts = 0 } = (await lastCount(fresh(), id))?.header ?? {};
    const reads: Record<string, number> = {};
    for (const [name, { api }] of Object.entries(PAGES)) {
      const app = createApp(fresh());
      reads[name] = await readsOf(engine.storage, async () => {
        const answer = await app.request(`/api/consultations/${id}${api}`, { headers });
        if (!answer.ok) throw new Error(`${api}: ${answer.status}`);
      });
    }
    await engine.stop();
    const platform = await startPlatform({
      folder,
      port: 0,
      host: 'localhost',
      secret: SECRET,
      world: quiet,
      prepare: () => Promise.resolve(),
    });
    try {
      const times: Record<string, number> = {};
      for (const [name, { page }] of Object.entries(PAGES))
        times[name] = await timesOf(() => fetch(`${platform.address}/en/c/${id}/desk${page}`, { headers }));
      const bare = times['no list at all'] ?? 1;
      console.info(
        `${suggestions} suggestions; their count is kept in parts of 350 kB at most: ${parts}, each one read`,
      );
      console.table(
        Object.keys(PAGES).map((name) => ({
          page: name,
          'reads, cold': reads[name],
          'ms on the server': times[name]?.toFixed(1),
          'beside no list': ((times[name] ?? 0) / bare).toFixed(1),
        })),
      );
      console.table(
        Object.entries(await onPhone(platform.address, id, token)).map(([act, { total, longest, worked }]) => ({
          'on a slow phone': act,
          'ms of the main thread': total.toFixed(0),
          'longest task, ms': longest.toFixed(0),
          'of the processor, ms': worked.toFixed(0),
        })),
      );
    } finally {
      await platform.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export async function run(): Promise<void> {
  for (const size of SIZES) await measure(size);
}
