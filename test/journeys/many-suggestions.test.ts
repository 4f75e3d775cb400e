import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nowIn } from '#functions/world.ts';
import type { SuggestionsPage, SuggestionView } from '#shared/suggestions/views.ts';
import { DAY } from '#shared/time.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { useCookie } from '#test/support/use-cookie.ts';
import type { VisitorGiven } from '#test/support/visitor.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

/** A drafter before so many suggestions that nobody has worked on, the newest first. */
const before = async (many: number, given: VisitorGiven) => {
  const { world } = town();
  const setting = { ...world, now: () => nowIn(world) };
  const made = await aConsultation(setting);
  const con = made.consultation.id;
  const anna = town().resident();
  await anna.join(con);
  const [part] = made.passages;
  for (let n = many; n > 0; n--) await anna.suggest(con, `Bench ${n}.`, { passage: part!.id });
  town().pass(DAY);
  const { token } = await aStaffMember(setting, made.place, 'drafter');
  const colleague = town().resident();
  colleague.useCookie(`__Host-session=${token}`);
  const drafter = await browser.visitor(town().address, given);
  await useCookie(drafter, town(), `__Host-session=${token}`);
  drafter.expected.add(400);
  drafter.expected.add(422);
  const list = (search = '') => colleague.ask<SuggestionsPage>('GET', `/consultations/${con}/suggestions${search}`);
  const see = (id = '') => colleague.ask<SuggestionView>('GET', `/consultations/${con}/suggestions/${id}`);
  return { drafter, page: drafter.page, room: `/en/c/${con}/desk/suggestions`, list, see };
};

const unfold = async (page: Page, what: string): Promise<void> => {
  const fold = page.locator('[aria-labelledby=with-chosen] details', {
    has: page.locator('summary', { hasText: what }),
  });
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
};

describe.each([{ javaScript: false }, { javaScript: true }])('Before many suggestions (%o)', (given) => {
  test('what was chosen for an act that was refused still is, and the field that lacks something says so', async () => {
    const { drafter, page, room, list } = await before(4, given);
    await drafter.go(room);
    for (const n of [0, 2]) await page.locator('input[name=of]').nth(n).check();
    await unfold(page, 'Answer');
    await page.locator('#many-outcome').selectOption('partly');
    await page.locator('button[value=answer]').click();
    await page.locator('.error-summary a[href="#many-reason"]').waitFor();
    await expect.poll(() => page.locator('input[name=of]:checked').count()).toBe(2);
    await page.locator('textarea[name="reason.en"]').fill('Half of them.');
    await page.locator('button[value=answer]').click();
    await expect.poll(async () => (await list('?outcome=partly')).total).toBe(2);
    const rows = (await list()).rows.filter(({ work }) => work.outcome);
    expect(rows.map(({ contribution }) => contribution.text)).toEqual(['Bench 1.', 'Bench 3.']);
  });

  test('no reason without an answer and no day without a colleague is dropped in silence', async () => {
    const { drafter, page, room, list, see } = await before(2, given);
    await drafter.go(room);
    await page.locator('article h3 a').first().click();
    await page.locator('textarea[name="reason.en"]').fill('We do half of it.');
    await page.locator('input[name=until]').fill('2030-05-01');
    await page.locator('form:has(input[value=work]) button').last().click();
    await page.locator('.error-summary').waitFor();
    await expect
      .poll(() => page.locator('.error-summary a').evaluateAll((all) => all.map((one) => one.getAttribute('href'))))
      .toEqual(['#work-assigned', '#work-outcome']);
    await expect.poll(() => page.locator('textarea[name="reason.en"]').inputValue()).toBe('We do half of it.');
    const id = (await list()).rows[0]?.contribution.id;
    expect((await see(id)).work.version).toBe(0);
    await page.locator('select[name=outcome]').selectOption('partly');
    await page.locator('#work-assigned').selectOption({ index: 1 });
    await page.locator('form:has(input[value=work]) button').last().click();
    await expect
      .poll(async () => (await see(id)).work)
      .toMatchObject({
        outcome: { reason: { en: { text: 'We do half of it.' } } },
        assigned: { until: '2030-05-01' },
      });
    // An answer is taken back, and a colleague relieved, without emptying every other field.
    await drafter.arrive('**done=saved**');
    await page.locator('select[name=outcome]').selectOption('');
    await page.locator('#work-assigned').selectOption('');
    await page.locator('form:has(input[value=work]) button').last().click();
    await expect.poll(async () => (await see(id)).work.version).toBe(2);
    expect((await see(id)).work).not.toHaveProperty('outcome');
  });

  test('she goes from one to the next in the list that she looks at, and back to where she was in it', async () => {
    const { drafter, page, room, list } = await before(23, given);
    await drafter.go(`${room}?outcome=none&list=new&from=20`);
    await page.getByRole('link', { name: 'Bench 22.' }).click();
    await page.getByText('22 of 23').waitFor();
    await page.locator('main').getByRole('link', { name: 'Recommendation 1' }).waitFor();
    await page.locator('select[name=outcome]').selectOption('partly');
    await page.locator('textarea[name="reason.en"]').fill('Half of it.');
    await page.locator('form:has(input[value=work]) button').last().click();
    await expect.poll(async () => (await list('?outcome=partly')).total).toBe(1);
    await drafter.arrive('**done=saved**');
    await page.getByRole('link', { name: 'Next suggestion' }).click();
    await page.getByText('Bench 23.').waitFor();
    await page.getByRole('link', { name: 'Previous suggestion' }).click();
    await page.getByText('Bench 21.').waitFor();
    await page.getByRole('link', { name: 'Back to the suggestions' }).click();
    await expect.poll(() => page.locator('article h3').allInnerTexts()).toEqual(['Bench 21.', 'Bench 23.']);
  });
});

describe('Before a page of suggestions', () => {
  test('all of it are chosen at once, also those that the browser has not made yet; how many stays in sight', async () => {
    const { drafter, page, room, list } = await before(24, { device: 'phone' });
    await drafter.go(room);
    const bar = page.locator('.in-sight');
    await bar.getByText('Nothing chosen yet').waitFor();
    // Narrowed down, the rows of the list are made as somebody comes to them.
    await page.locator('input[name=words]').fill('bench');
    await page.locator('form[role=search] button').click();
    await drafter.arrive('**words=bench**');
    await expect.poll(() => page.locator('article').count()).toBeLessThan(20);
    await bar.getByRole('button', { name: 'Choose all 20' }).click();
    await bar.getByText('With the 20 you chose').waitFor();
    await page.locator('input[name=of]').first().uncheck();
    await bar.getByText('With the 19 you chose').waitFor();
    await expect.poll(() => bar.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await bar.getByRole('link').click();
    await unfold(page, 'Tags');
    await page.locator('form[method=post] input[name=tag]').fill('seats');
    await page.locator('button[value=tag]').click();
    await expect.poll(async () => (await list('?tag=seats')).total).toBe(19);
    await drafter.arrive('**done=saved**');
    await bar.getByText('Nothing chosen yet').waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('c');
    await bar.getByText('With the 20 you chose').waitFor();
    await page.keyboard.press('c');
    await bar.getByText('Nothing chosen yet').waitFor();
  });
});
