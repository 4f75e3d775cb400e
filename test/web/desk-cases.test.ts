import { describe, expect, test } from 'vitest';
import { aBrowser } from '#test/support/browser.ts';
import { asStaff } from '#test/support/as-staff.ts';
import { caseNow, removing } from '#test/support/cases.ts';
import { inOffice } from '#test/support/office.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { aTownCase } from '#test/support/town-cases.ts';
import type { Visitor } from '#test/support/visitor.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

const queue = () => `/en/p/${town().slug}/desk/cases`;
const aModeratorAt = async (path: string, given: { javaScript?: boolean } = {}): Promise<Visitor> => {
  const visitor = await browser.visitor(town().address, { device: 'desktop', ...given });
  await asStaff(visitor, town(), ['moderator']);
  await visitor.go(path);
  return visitor;
};
const button = ({ page }: Visitor, act: string) => page.locator(`button[data-act="${act}"]`).first();

/** Presses keys one after the other, each once what it needs is there. */
const pressEach = async ({ page }: Visitor, keys: readonly (readonly [key: string, then: string])[]): Promise<void> => {
  for (const [key, then] of keys) {
    await page.keyboard.press(key);
    await page.locator(then).first().waitFor();
  }
};

describe('to a moderator with a keyboard', () => {
  test('a plain case takes five keys, one whose words are masked takes six, and the words are nowhere before', async () => {
    const TEXT = 'Words that nobody should meet unasked.';
    const grave = await aTownCase(town(), { text: TEXT, notice: { kind: 'incitement' } });
    const plain = await aTownCase(town(), { notice: { kind: 'hate-speech' } });
    const visitor = await aModeratorAt(queue());
    const decision = [
      ['x', 'input[value=remove]:checked'],
      ['1', 'input[name=facts]:checked'],
      ['g', 'input[name=ground]:checked'],
      ['s', 'button[data-act="undo"]'],
    ] as const;
    await pressEach(visitor, [['n', '.case-masked']]);
    await expect.poll(() => visitor.page.content()).not.toContain(TEXT);
    await pressEach(visitor, [['r', '.case-words'], ...decision.slice(0, 2)]);
    // The first ready sentence is the usual one for what was reported.
    await expect
      .poll(() => visitor.page.locator('input[name=facts]:checked').getAttribute('value'))
      .toBe('calls-for-violence');
    await pressEach(visitor, decision.slice(2));
    await pressEach(visitor, [['n', '.decide-form'], ...decision]);
    for (const { id } of [grave, plain])
      expect(await caseNow(town().world, id)).toMatchObject({ state: 'decided', look: { visibility: 'remove' } });
    await pressEach(visitor, [['u', 'button[data-act="take"]']]);
    expect((await caseNow(town().world, plain.id)).state).toBe('waiting');
  });

  test('she decides and goes on with one key, stays in her part of the queue, and can still take back what she decided', async () => {
    const ofArabic = { language: 'ar', notice: { kind: 'harassment' } } as const;
    const made = [await aTownCase(town(), ofArabic), await aTownCase(town(), ofArabic)];
    const english = await aTownCase(town(), { notice: { kind: 'harassment' } });
    const visitor = await aModeratorAt(`${queue()}?show=language:ar`);
    await pressEach(visitor, [
      ['n', '.decide-form'],
      ['k', 'input[value=keep]:checked'],
      ['d', 'main a:text("just decided")'],
      ['k', 'input[value=keep]:checked'],
      // Nothing waits in Arabic any more: what she decided last is before her.
      ['d', 'button[data-act="undo"]'],
    ]);
    const states = await Promise.all([...made, english].map(async ({ id }) => (await caseNow(town().world, id)).state));
    expect(states).toEqual(['decided', 'decided', 'waiting']);
  });

  test('keys are told on the page, never fire in a field, and stay switched off on this device', async () => {
    const made = await aTownCase(town());
    const visitor = await aModeratorAt(`${queue()}/${made.id}`);
    const { page } = visitor;
    await pressEach(visitor, [['t', '.decide-form']]);
    await page.locator('[name="facts.words"]').fill('');
    await page.locator('[name="facts.words"]').pressSequentially('xkls1');
    await expect.poll(() => page.locator('[name="facts.words"]').inputValue()).toBe('xkls1');
    await expect
      .poll(() => page.locator('.decide-form input:checked').count())
      .toBe(
        await page
          .locator('.decide-form input[name=grounds]:checked, input[name=mark]:checked, input[name=measure]:checked')
          .count(),
      );
    await page.locator('summary', { hasText: 'Keys' }).click();
    await page.getByLabel('Single keys are on').uncheck();
    await page.reload();
    await visitor.alive();
    await page.locator('main h1').click();
    await page.keyboard.press('x');
    await expect.poll(() => page.locator('input[name=visibility]:checked').count()).toBe(0);
  });
});

describe('to two moderators who decide at once', () => {
  test('the second is told so, and what she has typed is still before her', async () => {
    const made = await aTownCase(town());
    const visitor = await aModeratorAt(`${queue()}/${made.id}`);
    await visitor.tap(button(visitor, 'take'));
    const { page } = visitor;
    await page.locator('input[value=remove]').check();
    await page.locator('[name="facts.words"]').fill('I had thought about it for long.');
    // Her half hour passes, and a colleague decides.
    town().pass(31 * 60_000);
    const other = await inOffice(town(), ['moderator']);
    const { version } = await caseNow(town().world, made.id);
    await other.ask('POST', `/places/${town().slug}/cases/${made.id}/decision`, removing(made.text, version));
    await visitor.tap(button(visitor, 'decide'));
    await page.locator('.error-summary').waitFor();
    await expect.poll(() => page.locator('main').textContent()).toContain('I had thought about it for long.');
    await expect.poll(() => page.locator('main').textContent()).toContain('A colleague was quicker');
    expect((await caseNow(town().world, made.id)).deciders).toHaveLength(1);
  });
});

describe('to a moderator without JavaScript', () => {
  test('taking, deciding with a ground, and taking it back all work', async () => {
    const made = await aTownCase(town());
    const visitor = await aModeratorAt(`${queue()}/${made.id}`, { javaScript: false });
    visitor.expected.add(409);
    const { page } = visitor;
    await visitor.tap(button(visitor, 'take'));
    await page.locator('input[value=restrict]').check();
    await visitor.tap(button(visitor, 'decide'));
    await page.locator('.error-summary').waitFor();
    await expect.poll(() => page.locator('input[value=restrict]').isChecked()).toBe(true);
    await page.locator('.error-summary a[href="#decide-facts.words"]').waitFor();
    await page.locator('input[name=facts]').first().check();
    await visitor.tap(button(visitor, 'decide'));
    // What is missing has a name, and the way to its field.
    await expect.poll(() => page.locator('.error-summary').textContent()).toContain('The ground is missing');
    await page.locator('.error-summary a').click();
    await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('ground');
    await page.locator('input[name=ground]').first().check();
    await visitor.tap(button(visitor, 'decide'));
    await expect.poll(async () => (await caseNow(town().world, made.id)).look.visibility).toBe('restrict');
    await visitor.tap(button(visitor, 'undo'));
    await expect
      .poll(() => caseNow(town().world, made.id))
      .toMatchObject({ state: 'waiting', look: { visibility: 'keep' } });
  });
});

describe('to somebody who was asked what she thinks', () => {
  test('what she says after the decision is refused, and stands in her field and nowhere else', async () => {
    const made = await aTownCase(town());
    const asker = await inOffice(town(), ['moderator']);
    const path = `/places/${town().slug}/cases/${made.id}`;
    await asker.ask('POST', `${path}/take`, { version: (await caseNow(town().world, made.id)).version });
    const visitor = await aModeratorAt(`${queue()}/${made.id}`);
    const { page } = visitor;
    const ask = (): Promise<string> =>
      page.evaluate(async (slug) => {
        const all = (await (await fetch(`/api/places/${slug}/colleagues`)).json()) as { id: string; isMe: boolean }[];
        return all.find(({ isMe }) => isMe)?.id ?? '';
      }, town().slug);
    const { version } = await caseNow(town().world, made.id);
    await asker.ask('POST', `${path}/opinions`, { version, of: await ask() });
    await visitor.go(`${queue()}/${made.id}`);
    const field = page.locator('form:has(input[value="give-opinion"]) textarea');
    await field.fill('It is a quotation.');
    await asker.ask('POST', `${path}/decision`, removing(made.text, version + 1));
    await visitor.tap(page.locator('form:has(input[value="give-opinion"]) button').last());
    await page.locator('.error-summary').waitFor();
    await expect.poll(() => field.inputValue()).toBe('It is a quotation.');
    await expect.poll(() => page.locator('main p.words', { hasText: 'It is a quotation.' }).count()).toBe(0);
  });
});

describe('to a coordinator who trusts an organisation', () => {
  test('its last day is the one she wrote, and it is named again with its name', async () => {
    const visitor = await browser.visitor(town().address, { device: 'desktop' });
    await asStaff(visitor, town(), ['coordinator']);
    await visitor.go(`/en/p/${town().slug}/desk/flaggers`);
    const { page } = visitor;
    const name = page.locator('form:has(input[value=appoint]) button');
    await visitor.tap(name);
    await page.locator('.error-summary a').first().waitFor();
    // Once for each field.
    await expect.poll(() => page.locator('.error-summary a').count()).toBe(3);
    await page.locator('[name=organisation]').fill('Bridges');
    await page.locator('[name=from]').fill('2026-01-01');
    await page.locator('[name=until]').fill('2031-12-05');
    await visitor.tap(name);
    await page.locator('.invite-link').waitFor();
    await visitor.go(`/en/p/${town().slug}/desk/flaggers`);
    await expect
      .poll(() => page.locator('main .lines li').first().textContent())
      .toContain('1 January 2026 – 5 December 2031');
    await visitor.tap(page.locator('main .lines a[href*="again="]').first());
    await visitor.arrive(/again=/);
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name=organisation]')?.value === 'Bridges',
    );
  });
});
