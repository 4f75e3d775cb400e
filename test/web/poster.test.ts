import { expect, test } from 'vitest';
import { asStaff } from '#test/support/as-staff.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aDraftIn } from '#test/support/consulting-states.ts';
import { scan } from '#test/support/qr.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { wordsIn } from '#test/support/wording.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

test.each([true, false])(
  'A poster is one sheet for each language, and its picture leads to the consultation in that language (JavaScript: %s)',
  async (javaScript) => {
    const { id } = town().in('suggesting');
    const visitor = await browser.visitor(town().address, { device: 'desktop', javaScript });
    await asStaff(visitor, town(), ['coordinator']);
    const { page, context } = visitor;
    await visitor.go(`/en/c/${id}/desk`);
    await visitor.tap(page.getByRole('link', { name: wordsIn('en')('desk.room.poster'), exact: true }).first());
    await visitor.arrive('**/desk/poster');
    const sheets = page.locator('.poster');
    await sheets.first().waitFor();
    await page.locator('[name=languages][value=en]').uncheck();
    await visitor.tap(page.getByRole('button', { name: wordsIn('en')('poster.show') }));
    const shown = () => sheets.evaluateAll((all) => all.map((one) => one.getAttribute('lang')).toSorted());
    await expect.poll(shown).toEqual(['ar', 'it']);
    const arabic = page.locator('.poster[lang=ar]');
    await expect.poll(() => arabic.innerText()).toContain(wordsIn('ar')('poster.call'));
    if (!javaScript) return;
    expect(await scan(page, context, '.poster[lang=ar] svg')).toBe(`${town().address}/ar/c/${id}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
  },
);

test('Nobody is invited to a draft: its poster says that it has to be published first', async () => {
  const { id } = await aDraftIn(town());
  const visitor = await browser.visitor(town().address);
  await asStaff(visitor, town(), ['coordinator']);
  await visitor.go(`/en/c/${id}/desk/poster`);
  await visitor.page.getByText(wordsIn('en')('poster.draft')).waitFor();
  await expect.poll(() => visitor.page.locator('.poster').count()).toBe(0);
});
