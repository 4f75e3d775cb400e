import { describe, expect, test } from 'vitest';
import { aBrowser } from '#test/support/browser.ts';
import { holdBack } from '#test/support/hold-back.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { LOOKED_AT } from '#test/support/locales.ts';
import type { Choice } from '#shared/ballots/rules.ts';
import type { VisitorGiven } from '#test/support/visitor.ts';
import { useCookie } from '#test/support/use-cookie.ts';
import { stepsOf, type Steps } from './steps.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

/** Somebody in front of her first card, with one vote cast. */
const aVoter = async (given: VisitorGiven) => {
  const visitor = await browser.visitor(town().address, given);
  const steps = stepsOf(town(), visitor, town().in('suggesting'));
  await steps.firstVote();
  return { visitor, steps };
};

const choices = async (steps: Steps): Promise<Choice[]> => (await steps.ballot()).votes.map(({ choice }) => choice);

describe('Whoever uses no mouse and no touch screen', () => {
  test.each([
    ['en', 'ArrowLeft', 'ArrowRight'],
    ['ar', 'ArrowRight', 'ArrowLeft'],
  ] as const)('votes by arrows as the buttons lie on the screen, and takes back (%s)', async (locale, start, end) => {
    const { visitor, steps } = await aVoter({ device: 'desktop', locale });
    const { page } = visitor;
    const said = (expected: Choice[]) =>
      expect.poll(async () => (await choices(steps)).sort()).toEqual(expected.sort());
    const item = page.locator('.vote-form input[name=item]');
    await page.keyboard.press(start);
    await said(['agree', 'agree']);
    const divided = await item.inputValue();
    await page.keyboard.press(end);
    await said(['agree', 'agree', 'disagree']);
    await page.keyboard.press('ArrowDown');
    await said(['agree', 'agree', 'disagree', 'pass']);
    await page.keyboard.press('z');
    await page.keyboard.press('z');
    await expect.poll(steps.votes).toBe(2);
    await expect.poll(() => item.inputValue()).toBe(divided);
  });

  test('reaches each answer with Tab, from the card on, and presses it with Enter', async () => {
    const { visitor, steps } = await aVoter({ device: 'desktop' });
    const { page } = visitor;
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('deck-card');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain(steps.words('ui.choice.agree'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => choices(steps)).toContain('disagree');
  });
});

test.each([true, false])(
  'Whoever reads none of the languages that others write in is told so, and comes back to cards by one form (JavaScript: %s)',
  async (javaScript) => {
    const visitor = await browser.visitor(town().address, { javaScript });
    const { page, tap } = visitor;
    const steps = stepsOf(town(), visitor, town().in('suggesting'));
    const reader = town().resident();
    await reader.join(town().in('suggesting').id, { locale: 'en', reads: ['wo'], consent: town().consentVersion });
    await useCookie(visitor, town(), reader.cookie());
    await visitor.go(`${steps.home}/deck`);
    await page.getByText(steps.words('ballots.end-reads-none')).waitFor();
    await tap(steps.link('ballots.change-languages'));
    await tap(page.locator('input[name=reads][value=it]'));
    await tap(steps.button('participants.save'));
    await page.locator('.deck-card').waitFor();
  },
);

test('Whoever votes faster than cards come is told that more are coming, not that this was all', async () => {
  const { visitor, steps } = await aVoter({ device: 'desktop' });
  const { page } = visitor;
  const letCome = await holdBack(visitor, '**/api/consultations/*/deck?*');
  const coming = page.getByText(steps.words('ballots.next-come'));
  const before = await steps.votes();
  let laid = 0;
  for (; (await page.locator('.deck-card').count()) > 0; laid++) await page.keyboard.press('ArrowDown');
  await coming.waitFor();
  await expect.poll(() => page.locator('.deck-end').count()).toBe(0);
  await letCome();
  await page.locator('.deck-card').waitFor();
  await page.keyboard.press('ArrowDown');
  await expect.poll(steps.votes).toBe(before + laid + 1);
});

describe('Whoever loses the network while voting', () => {
  test('goes on voting, is told what is not sent yet, and has it sent when the network is back', async () => {
    const { visitor, steps } = await aVoter({ device: 'phone' });
    const online = await visitor.offline();
    await visitor.tap(steps.button('ui.choice.agree'));
    await visitor.tap(steps.button('ui.choice.disagree'));
    await visitor.page.getByText(steps.words('ballots.not-sent-why')).waitFor();
    expect(await steps.votes()).toBe(1);
    await online();
    await expect.poll(steps.votes).toBe(3);
    await expect.poll(() => visitor.page.getByText(steps.words('ballots.not-sent-why')).count()).toBe(0);
  });

  test.each(['deck', 'my page'])('may close the page: the votes go out when she comes back to: %s', async (where) => {
    const { visitor, steps } = await aVoter({ device: 'phone' });
    const online = await visitor.offline();
    await visitor.tap(steps.button('ui.choice.disagree'));
    await visitor.tap(steps.button('ui.choice.pass'));
    await visitor.page.getByText(steps.words('ballots.not-sent-why')).waitFor();
    expect(await steps.votes()).toBe(1);
    await visitor.page.close();
    await online();
    const back = await visitor.context.newPage();
    await back.goto(where === 'deck' ? `${steps.home}/deck` : '/en/me');
    await expect.poll(async () => (await choices(steps)).sort()).toEqual(['agree', 'disagree', 'pass']);
    if (where === 'my page') await back.getByText('3 votes').waitFor();
  });

  test('is told that she has not joined yet, in words, and joins once the network is back', async () => {
    const visitor = await browser.visitor(town().address, { device: 'phone' });
    const steps = stepsOf(town(), visitor, town().in('suggesting'));
    await visitor.go(`${steps.home}/join`);
    const online = await visitor.offline();
    await steps.sayYes();
    await visitor.page.getByText(steps.words('site.no-answer')).first().waitFor();
    await expect.poll(() => visitor.page.locator('main').innerText()).not.toContain('problems.');
    await online();
    await visitor.tap(steps.button('join.yes'));
    await steps.note('joined').waitFor();
  });

  test('finds what she has half written after a page change, and nobody finds it after she has left quickly', async () => {
    const { visitor, steps } = await aVoter({ device: 'phone' });
    const { page, context } = visitor;
    await context.route(/wikipedia/, (route) => route.fulfill({ contentType: 'text/html', body: 'Elsewhere.' }));
    const words = page.locator('textarea[name=text]');
    await visitor.go(`${steps.home}/suggest`);
    await words.fill('A bench at every stop');
    await visitor.tap(page.locator('.page-nav a').last());
    await visitor.arrive('**/me');
    await visitor.go(`${steps.home}/suggest`);
    await expect.poll(() => words.inputValue()).toBe('A bench at every stop');

    const passage = `${steps.home}/passages/${steps.passage}`;
    const reply = page.locator('form:has(input[name=form][value=reply]) textarea');
    await visitor.go(passage);
    await visitor.tap(steps.opener('replies.write').first());
    await reply.fill('My street has none');
    await visitor.go(`${steps.home}/suggest`);
    await visitor.go(passage);
    await expect.poll(() => reply.inputValue()).toBe('My street has none');
    await expect.poll(() => reply.isVisible()).toBe(true);

    await visitor.tap(page.locator('.leave-quickly'));
    await visitor.arrive(/wikipedia/);
    await visitor.go(`${steps.home}/suggest`);
    await expect.poll(() => words.inputValue()).toBe('');
    await visitor.go(passage);
    await expect.poll(() => reply.inputValue()).toBe('');
  });
});

describe('Whoever cannot read a card', () => {
  test.each([true, false])('lays it aside, and this is no vote (JavaScript: %s)', async (javaScript) => {
    const { visitor, steps } = await aVoter({ javaScript });
    const words = visitor.page.locator('.deck-card .words');
    const first = await words.innerText();
    await visitor.tap(steps.link('ballots.cannot-read'));
    await expect.poll(() => words.innerText()).not.toBe(first);
    expect(await steps.votes()).toBe(1);
  });
});

describe('Whoever comes with a slow phone', () => {
  test.each(LOOKED_AT)('votes as well, each tap once (%s)', async (locale) => {
    const { visitor, steps } = await aVoter({ locale, slower: 6 });
    for (const count of [2, 3, 4]) {
      await visitor.tap(steps.button('ui.choice.agree'));
      await expect.poll(steps.votes).toBe(count);
    }
  });
});
