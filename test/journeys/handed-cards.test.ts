import { describe, expect, test } from 'vitest';
import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import { nowIn } from '#functions/world.ts';
import { cardNumber } from '#shared/participants/rules.ts';
import { DAY, dayOf, later } from '#shared/time.ts';
import { aBrowser } from '#test/support/browser.ts';
import { scan } from '#test/support/qr.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { useCookie } from '#test/support/use-cookie.ts';
import type { Visitor } from '#test/support/visitor.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

const aCoordinator = async (visitor: Visitor): Promise<void> => {
  const participant = await appointStaff(town().world, town().in('suggesting').place, ['coordinator'], 'Amal');
  await useCookie(visitor, town(), `__Host-session=${await openSession(town().world, participant)}`);
};

/** In pixels of CSS. */
const MILLIMETRE = 96 / 25.4;

const submit = ({ page }: Visitor, form: string) =>
  page.locator(`form:has(input[name=form][value="${form}"]) button`).last().click();

/** Plans a batch at the desk and has its cards on the screen. */
const printing = async (visitor: Visitor, languages: readonly string[], size: number): Promise<void> => {
  const { page, locale } = visitor;
  await aCoordinator(visitor);
  await visitor.go(`/${locale}/p/${town().slug}/desk/cards`);
  await page.locator('[name=purpose]').fill('Open evening');
  await page.locator('[name=size]').fill(String(size));
  await page.locator('[name=lastDay]').fill(dayOf(later(nowIn(town().world), 40 * DAY)));
  await page.locator('[name=name]').fill('Amina');
  await submit(visitor, 'plan');
  await visitor.arrive('**/desk/cards/*?done=batch-planned');
  await page.locator('a[href$="/print"]').click();
  await visitor.arrive('**/print');
  for (const box of await page.locator('[name=languages]').all())
    await box.setChecked(languages.includes((await box.getAttribute('value')) ?? ''));
  await submit(visitor, 'print');
  await page.locator('.handed-card').first().waitFor();
};

describe('to whoever prints a batch and hands it out', () => {
  test('without JavaScript thirty cards are on four sheets of A4, no card cut in two, in two languages', async () => {
    const visitor = await browser.visitor(town().address, { device: 'desktop', locale: 'it', javaScript: false });
    await printing(visitor, ['it', 'ar'], 30);
    const { page } = visitor;
    await expect.poll(() => page.locator('.handed-card').count()).toBe(30);
    const numbers = await page.locator('.handed-card-digits').allInnerTexts();
    expect(new Set(numbers.map(cardNumber)).size).toBe(30);
    await expect.poll(() => page.locator('.handed-card-words p[lang=ar][dir=rtl]').count()).toBe(30);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(4);
    // A4 in points.
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await page.emulateMedia({ media: 'print' });
    const boxes = await page
      .locator('.handed-card')
      .evaluateAll((cards) =>
        cards.map((card) => [card.scrollHeight <= card.clientHeight + 1, card.scrollWidth <= card.clientWidth + 1]),
      );
    expect(boxes.flat()).not.toContain(false);
    const picture = await page.locator('.handed-card-qr path').first().boundingBox();
    expect((picture?.width ?? 0) / MILLIMETRE).toBeGreaterThanOrEqual(25);
  });

  test('the same numbers are nowhere to be had again', async () => {
    const visitor = await browser.visitor(town().address, { device: 'desktop' });
    await printing(visitor, ['en'], 10);
    await visitor.go(new URL(visitor.page.url()).pathname);
    await expect.poll(() => visitor.page.locator('.handed-card, input[name=languages]').count()).toBe(0);
    await expect.poll(() => visitor.page.locator('.notice').innerText()).toContain('were shown already');
  });
});

describe('to somebody who is handed such a card', () => {
  test.each(['en', 'ar'] as const)(
    'in %s her phone reads the picture, she keeps a number of her own, and votes; the printed one is dead',
    async (locale) => {
      const desk = await browser.visitor(town().address, { device: 'desktop', locale });
      await printing(desk, [locale], 10);
      const code = await scan(desk.page, desk.context, '.handed-card-qr');
      expect(code).toMatch(new RegExp(`^${town().address}/join#\\d{16}$`));
      const printed = await desk.page.locator('.handed-card-digits').first().innerText();
      expect(code.endsWith(cardNumber(printed) ?? '–')).toBe(true);

      const visitor = await browser.visitor(town().address, { locale });
      const { page } = visitor;
      await visitor.go(code);
      await visitor.arrive(`**/${locale}/return#card`);
      await submit(visitor, 'return');
      await page.locator('.person-card').waitFor();
      const fresh = await page.locator('.person-card-digits').innerText();
      expect(cardNumber(fresh)).not.toBe(cardNumber(printed));
      expect(page.url()).not.toContain(cardNumber(printed));
      await page.locator(`main a.button[href="/${locale}/p/${town().slug}"]`).click();
      const home = `/${locale}/c/${town().in('suggesting').id}`;
      await page.locator(`main a[href="${home}"]`).click();
      await page.locator(`main a.button[href="${home}/deck"]`).click();
      await visitor.arrive('**/join?*');
      await page.locator('[name=oldEnough]').check();
      await submit(visitor, 'join');
      await visitor.arrive(`**${home}/deck?*`);
      await page.locator('.deck-card').waitFor();
      await page.keyboard.press('1');
      const me = town().resident();
      await me.ask('POST', '/sessions', { digits: fresh });
      await expect.poll(async () => (await me.ballot(town().in('suggesting').id)).votes.length).toBe(1);

      const other = await browser.visitor(town().address, { locale, javaScript: false });
      other.expected.add(409);
      await other.go(`/${locale}/return`);
      await other.page.locator('[name=digits]').fill(printed);
      await submit(other, 'return');
      await expect.poll(() => other.page.locator('.error-summary').count()).toBe(1);
    },
  );
});
