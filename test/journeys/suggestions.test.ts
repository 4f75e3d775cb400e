import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nowIn } from '#functions/world.ts';
import { DAY } from '#shared/time.ts';
import type { SuggestionView } from '#shared/suggestions/views.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { squeezed, tooWide } from '#test/support/layout.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { useCookie } from '#test/support/use-cookie.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();
/** In pixels of CSS. */
const A4_BETWEEN_MARGINS = 688;

describe.each([{ javaScript: false }, { javaScript: true }])('At the desk of suggestions (%o)', (given) => {
  test('a drafter merges two, tags and answers one, collides with a colleague and sees both texts, takes the merge apart', async () => {
    const { world } = town();
    const made = await aConsultation({ ...world, now: () => nowIn(world) });
    const con = made.consultation.id;
    const anna = town().resident();
    await anna.join(con);
    const [lifts, trees] = [
      await anna.suggest(con, 'Lifts in every house.'),
      await anna.suggest(con, 'A lift for all.'),
    ];
    town().pass(DAY);
    const staff = await aStaffMember({ ...world, now: () => nowIn(world) }, made.place, 'drafter');
    const colleague = town().resident();
    colleague.useCookie(`__Host-session=${staff.token}`);
    const path = `/consultations/${con}/suggestions/${lifts.id}`;
    const seen = () => colleague.ask<SuggestionView>('GET', path);

    const drafter = await browser.visitor(town().address, given);
    await useCookie(drafter, town(), `__Host-session=${staff.token}`);
    // Without JavaScript the page that shows both texts is itself the refusal.
    drafter.expected.add(409);
    const { page } = drafter;
    await drafter.go(`/en/c/${con}/desk/suggestions`);
    await page.locator(`input[name=of][value^="${trees.id}"]`).check();
    await page.locator(`input[name=into][value="${lifts.id}"]`).check();
    await page.locator('summary', { hasText: 'Merge' }).click();
    await page.locator('button[value=merge]').click();
    await expect.poll(async () => (await seen()).merged.map(({ text }) => text)).toEqual(['A lift for all.']);

    await drafter.go(`/en/c/${con}/desk/suggestions/${lifts.id}`);
    await colleague.ask('PATCH', path, { tags: ['hers'], version: 0 });
    await page.locator('input[name=tags]').fill('houses, stairs');
    await page.locator('select[name=outcome]').selectOption('taken-up');
    await page.locator('textarea[name="reason.en"]').fill('We build them.');
    const save = page.locator('form:has(input[value=work]) button').last();
    await save.click();
    await page.locator('.both-texts').waitFor();
    await expect.poll(() => page.locator('.both-texts').innerText()).toContain('hers');
    await save.click();
    await expect.poll(async () => (await seen()).work).toMatchObject({ tags: ['houses', 'stairs'], version: 2 });
    expect((await seen()).work.outcome).toMatchObject({ outcome: 'taken-up' });

    await drafter.go(`/en/c/${con}/desk/suggestions/${lifts.id}`);
    await page.getByRole('button', { name: 'Take apart' }).click();
    await expect.poll(async () => (await seen()).merged).toEqual([]);

    // For many at once: what a colleague changed meanwhile is named as it stands now, and stays chosen.
    drafter.expected.add(422);
    await drafter.go(`/en/c/${con}/desk/suggestions`);
    for (const { id } of [lifts, trees]) await page.locator(`input[name=of][value^="${id}"]`).check();
    await colleague.ask('PATCH', path, { tags: ['quicker'], version: 2 });
    await page.locator('summary', { hasText: 'Tags' }).click();
    await page.locator('form[method=post] input[name=tag]').fill('together');
    await page.locator('button[value=tag]').click();
    const told = page.locator('.notice', { hasText: 'Done for 1 suggestion' });
    await told.waitFor();
    await expect.poll(() => told.locator('li > a').allInnerTexts()).toEqual(['Lifts in every house.']);
    await expect.poll(() => told.innerText()).toContain('#quicker');
    await expect.poll(() => page.locator('input[name=of]:checked').count()).toBe(1);
    const tag = page.locator('form[method=post] input[name=tag]');
    await tag.waitFor({ state: 'attached' });
    if (!(await tag.isVisible())) await page.locator('summary', { hasText: 'Tags' }).click();
    await expect.poll(() => tag.inputValue()).toBe('together');
    await page.locator('button[value=tag]').click();
    await expect.poll(async () => (await seen()).work.tags).toEqual(['quicker', 'together']);
  });
});

describe('With single keys', () => {
  test('a drafter walks the list, merges two, answers one and saves; in a field and switched off they are letters only', async () => {
    const { world } = town();
    const made = await aConsultation({ ...world, now: () => nowIn(world) });
    const con = made.consultation.id;
    const anna = town().resident();
    await anna.join(con);
    for (const words of ['Benches in the shade.', 'A bench for all.']) await anna.suggest(con, words);
    town().pass(DAY);
    const staff = await aStaffMember({ ...world, now: () => nowIn(world) }, made.place, 'drafter');
    const drafter = await browser.visitor(town().address, { device: 'desktop' });
    await useCookie(drafter, town(), `__Host-session=${staff.token}`);
    const { page } = drafter;
    const { keyboard } = page;
    const press = async (keys: string) => {
      for (const key of keys) await keyboard.press(key);
    };
    await drafter.go(`/en/c/${con}/desk/suggestions`);
    const [first = '', second = ''] = await page.locator('article h3 a').allInnerTexts();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await press('jj');
    await expect.poll(() => focused()).toBe(second);
    await press('xki');
    await expect.poll(() => focused()).toBe(first);
    await press('m');
    await keyboard.press('Enter');
    await drafter.arrive('**done=saved**');
    await expect.poll(() => page.locator('article h3 a').allInnerTexts()).toEqual([first]);

    await press('jo');
    await drafter.arrive('**/desk/suggestions/ctr_*');
    await page.locator('input[name=tags]').waitFor();
    await press('t');
    await press('sb');
    await expect.poll(() => page.locator('input[name=tags]').inputValue()).toBe('sb');
    await keyboard.press('Tab');
    await page.locator('h1').click();
    await press('s');
    await drafter.arrive('**done=saved**');

    await drafter.go(page.url());
    await page.locator('summary', { hasText: 'Keys' }).click();
    await page.getByLabel('Single keys are on').uncheck();
    await page.locator('h1').click();
    await press('b');
    expect(page.url()).toContain('/desk/suggestions/ctr_');
    await page.getByLabel('Single keys are on').check();
    await page.locator('h1').click();
    await press('b');
    await drafter.arrive('**/desk/suggestions');
  });
});

/** Until it has stood in one place for so many frames: a browser may glide there, and on. */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let still = 0, last = -1; still < 20; last = scrollY) {
      await new Promise((done) => requestAnimationFrame(done));
      still = scrollY === last ? still + 1 : 0;
    }
  });

describe('A list that is narrowed down', () => {
  const MANY = 24;
  const aLongList = async (locale: 'en' | 'ar' = 'en') => {
    const { world } = town();
    const made = await aConsultation({ ...world, now: () => nowIn(world) });
    const con = made.consultation.id;
    const people = [town().resident(), town().resident(), town().resident(), town().resident()];
    for (const one of people) await one.join(con);
    for (let n = 0; n < MANY; n++) await people[n % people.length]!.suggest(con, `Bench ${n} in the shade.`);
    await people[0]!.suggest(con, 'A roof over the market.');
    town().pass(DAY);
    const staff = await aStaffMember({ ...world, now: () => nowIn(world) }, made.place, 'drafter');
    const drafter = await browser.visitor(town().address, { device: 'phone', locale });
    await useCookie(drafter, town(), `__Host-session=${staff.token}`);
    await drafter.go(`/${locale}/c/${con}/desk/suggestions`);
    return { drafter, page: drafter.page, rows: drafter.page.locator('.suggestion-rows > article') };
  };

  test('stands where it is told how much was found; no row is chosen any more, and what was filled in is kept', async () => {
    const { page, rows } = await aLongList();
    await expect.poll(() => rows.count()).toBe(20);
    await rows.first().locator('input[name=of]').check();
    await page.locator('summary', { hasText: 'Tags' }).click();
    await page.locator('form[method=post] input[name=tag]').fill('shade');
    await page.locator('details:has(#many-assigned) > summary').click();
    await page.locator('#many-assigned').selectOption({ index: 1 });
    await page.evaluate(() => ((globalThis as { here?: boolean }).here = true));
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.locator('input[name=words]').fill('roof');
    await page.locator('form[role=search] button').click();
    await expect.poll(() => rows.locator('h3').allInnerTexts()).toEqual(['A roof over the market.']);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('found');
    await atRest(page);
    const { y = -1 } = (await page.locator('#found').boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(page.viewportSize()!.height / 2);
    await expect.poll(() => page.locator('#found').innerText()).toContain('1 suggestion');
    await expect.poll(() => page.locator('input[name=of]:checked').count()).toBe(0);
    await expect.poll(() => page.locator('form[method=post] input[name=tag]').inputValue()).toBe('shade');
    await expect.poll(() => page.locator('#many-assigned').inputValue()).not.toBe('');
    await expect.poll(() => page.locator('a[hreflang=it]').first().getAttribute('href')).toContain('words=roof');

    await page.goBack();
    await expect.poll(() => rows.locator('h3').first().innerText()).toContain('A roof');
    await expect.poll(() => page.locator('#found').innerText()).toContain(`${MANY + 1}`);
    await expect.poll(() => page.locator('input[name=words]').inputValue()).toBe('');
    await expect.poll(() => page.evaluate(() => (globalThis as { here?: boolean }).here)).toBe(true);
  });

  test('makes its rows as somebody comes to them, by scrolling or on paper, and leaves none out', async () => {
    const { drafter, page, rows } = await aLongList();
    const lookFor = async (words: string, found: number) => {
      await page.locator('input[name=words]').fill(words);
      await page.locator('form[role=search] button').click();
      await drafter.arrive(`**words=${words}**`);
      await expect.poll(() => page.locator('#found').innerText()).toContain(`${found} suggestions · 1 to 20`);
      await expect.poll(() => rows.count()).toBeLessThan(20);
    };
    await lookFor('shade', MANY);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => rows.count()).toBe(20);

    await lookFor('', MANY + 1);
    await expect
      .poll(async () => {
        await rows.last().locator('h3').scrollIntoViewIfNeeded();
        return rows.count();
      })
      .toBe(20);
    const first = await rows.locator('h3').allTextContents();

    await page.locator('a[rel=next]').click();
    await drafter.arrive('**from=20**');
    await expect.poll(() => page.locator('#found').innerText()).toContain(`21 to ${MANY + 1}`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('found');
    await expect
      .poll(async () => {
        await rows.last().locator('h3').scrollIntoViewIfNeeded();
        return rows.count();
      })
      .toBe(MANY + 1 - 20);
    expect(new Set([...first, ...(await rows.locator('h3').allTextContents())]).size).toBe(MANY + 1);
  });
});

describe('On paper', () => {
  test.each(['en', 'ar'] as const)(
    'in %s nothing leads elsewhere, and no word or column is cut off',
    async (locale) => {
      const { world } = town();
      const { id, place } = town().in('suggesting');
      const { token } = await aStaffMember({ ...world, now: () => nowIn(world) }, { id: place }, 'drafter');
      const drafter = await browser.visitor(town().address, { locale });
      await useCookie(drafter, town(), `__Host-session=${token}`);
      const { page } = drafter;
      for (const room of ['overview', 'overview/report', 'suggestions']) {
        await drafter.go(`/${locale}/c/${id}/desk/${room}`);
        await page.emulateMedia({ media: 'print' });
        expect(await tooWide(page, A4_BETWEEN_MARGINS)).toEqual([]);
        expect(await squeezed(page)).toEqual([]);
        await expect.poll(() => page.locator('nav:visible, button:visible').count()).toBe(0);
        await expect.poll(() => page.locator('main table:visible, main article:visible').count()).toBeGreaterThan(0);
        await page.emulateMedia({ media: 'screen' });
      }
    },
  );
});
