import { describe, expect, test } from 'vitest';
import { LOCALES } from '#shared/locales.ts';
import { aBrowser } from '#test/support/browser.ts';
import { MEETINGS } from '#test/support/pages.ts';
import { aRunningTown } from '#test/support/running-town.ts';

const town = aRunningTown('a random town');
const browser = aBrowser();

const PERSONAL = [
  'passkeys/',
  'ballots/deck',
  'consultations/join',
  'participants/',
  'contacts/confirm',
  'contacts/stop',
  'moderation/notices',
  'moderation/flag',
];
const isPublic = (file: string): boolean => !PERSONAL.some((start) => file.startsWith(start));
const PUBLIC = MEETINGS.filter(({ file, name }) => isPublic(file) && name !== 'an address that leads nowhere');

const load = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(town().address + path, { headers });
  // The moment of rendering stands in the page's data, for what depends on it; so does the number it gives to a vote.
  const html = (await response.text()).replace(/"now":"[^"]+"/, '').replaceAll(/"nextNumber":\d+/g, '');
  return { response, html, cached: response.headers.get('cache-control') };
};

const aSession = async (): Promise<string> => {
  const resident = town().resident();
  await resident.join(town().in('suggesting').id, { consent: town().consentVersion });
  return resident.cookie() ?? '';
};

describe('Whoever has no session', () => {
  test.each(PUBLIC)(
    'gets a page that may be kept for everybody, and it is the same for everybody: $name',
    async ({ at }) => {
      const path = `/en${await at(town())}`;
      const one = await load(path, { 'accept-language': 'it', 'user-agent': 'one' });
      const other = await load(path, {
        'accept-language': 'ar',
        'user-agent': 'other',
        'x-forwarded-for': '203.0.113.9',
      });
      expect(one.cached).toBe('public, s-maxage=30');
      expect(one.response.headers.getSetCookie()).toEqual([]);
      expect(other.html).toBe(one.html);
    },
  );

  test.each(MEETINGS.filter(({ file }) => !isPublic(file)))(
    'gets nothing kept of what is personal: $name',
    async ({ at }) => {
      expect((await load(`/en${await at(town())}`)).cached).toBe('private, no-store');
    },
  );
});

describe('Whoever has a session', () => {
  test.each(MEETINGS)('gets pages that nobody keeps: $name', async ({ at }) => {
    const { cached } = await load(`/en${await at(town())}`, { cookie: await aSession() });
    expect(cached).toBe('private, no-store');
  });
});

describe('Whoever shares a link', () => {
  test.each(PUBLIC)('shows its title and what it is about: $name', async ({ file, at }) => {
    const reader = await browser.visitor(town().address, { javaScript: false });
    await reader.go(`/en${await at(town())}`);
    const content = (property: string) =>
      reader.page.locator(`meta[property="og:${property}"]`).getAttribute('content');
    await expect.poll(() => content('title')).toBeTruthy();
    await expect.poll(() => reader.page.title()).toContain((await content('title'))?.trim().replaceAll(/\s+/g, ' '));
    await expect.poll(() => content('url')).toBe(reader.page.url().replace(/\?.*/, ''));
    if (!['problems/problem', 'info/rules'].includes(file))
      await expect.poll(() => content('description')).toBeTruthy();
  });
});

describe('Whoever changes the language', () => {
  test.each(MEETINGS)('stays on the page: $name', async ({ file, at }) => {
    const reader = await browser.visitor(town().address, { javaScript: false });
    reader.expected.add(404);
    const path = await at(town());
    await reader.go(`/en${path}`);
    const links = await reader.page
      .locator('a[hreflang]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const kept = file === 'ballots/deck' ? path.replace(/\?.*/, '') : path;
    expect(links).toEqual(LOCALES.map((locale) => `/${locale}${kept}`));
  });
});

test('An address that a poster or a message shortened by its language leads to the page in the reader’s own', async () => {
  const { id } = town().in('suggesting');
  for (const path of [`/p/${town().slug}`, `/c/${id}/deck?passage=psg_1`, '/me']) {
    const answer = await fetch(town().address + path, { headers: { 'accept-language': 'uk' }, redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`/uk${path}`);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  }
});

describe('Whoever reads with a screen reader', () => {
  test('hears what people wrote in the language they wrote in, in its direction', async () => {
    const reader = await browser.visitor(town().address, { javaScript: false });
    const { id } = town().in('suggesting');
    const languages = new Set<string>();
    for (const contribution of await town().contributions('suggesting')) {
      await reader.go(`/en/c/${id}/contributions/${contribution.id}`);
      const words = reader.page.locator('main .words').first();
      await expect.poll(async () => (await words.textContent())?.trim()).toBe(contribution.text);
      await expect.poll(() => words.getAttribute('lang')).toBe(contribution.language);
      await expect.poll(() => words.getAttribute('dir')).toBe(contribution.language === 'ar' ? 'rtl' : 'ltr');
      languages.add(contribution.language);
    }
    expect(languages.size).toBeGreaterThan(1);
  });
});

test('What an address says was done is told only where it is something of ours', async () => {
  const { html: ours } = await load('/en?done=signed-out');
  expect(ours).toContain('class="notice');
  for (const words of ['your-vote-was-deleted', 'constructor', '__proto__', 'Pay%20here'])
    expect((await load(`/en?done=${words}`)).html).not.toContain('class="notice');
});
