import { describe, expect, test } from 'vitest';
import { askAddressee } from '#functions/answers/asking.ts';
import { writeAnswer } from '#functions/answers/answering.ts';
import { nowIn } from '#functions/world.ts';
import type { PublicMeasure } from '#shared/measures/schema.ts';
import { DAY, dayOf, later } from '#shared/time.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { useCookie } from '#test/support/use-cookie.ts';
import type { VisitorGiven } from '#test/support/visitor.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();
const day = (days: number) => dayOf(later(nowIn(town().world), days * DAY));

const atDesk = async (given: VisitorGiven) => {
  const { world } = town();
  const setting = { ...world, now: () => nowIn(world) };
  const made = await aConsultation(setting, { phase: 'answered' });
  const drafter = await browser.visitor(town().address, given);
  const { token } = await aStaffMember(setting, made.place, 'drafter');
  await useCookie(drafter, town(), `__Host-session=${token}`);
  for (const status of [400, 409, 422]) drafter.expected.add(status);
  return { made, drafter, page: drafter.page, desk: `/en/c/${made.consultation.id}/desk` };
};

describe.each([{ javaScript: false }, { javaScript: true }])('Whoever asks an institution (%o)', (given) => {
  test('is shown the link alone, not what was refused before, and told whether it goes by mail too', async () => {
    const { drafter, page, desk } = await atDesk(given);
    await drafter.go(`${desk}/answers`);
    const ask = page.locator('form:has(input[name=document])');
    await ask.locator('input[name=name]').fill('Parks office');
    await ask.locator('input[name=due]').fill(day(-3));
    await ask.locator('input[name=email]').fill('parks@example.org');
    await ask.locator('button').click();
    await page.locator('.error-summary').waitFor();
    await ask.locator('input[name=due]').fill(day(30));
    await ask.locator('button').click();
    await page.getByText('It is also on its way by e-mail.').waitFor();
    await expect.poll(() => page.locator('.error-summary').count()).toBe(0);
    const first = await page.locator('.notice code').innerText();
    await page.getByRole('link', { name: 'I have it, go on' }).click();
    await page.locator('summary', { hasText: 'Make a new link' }).click();
    await page.locator('form:has(input[value=renew]) button').click();
    await page.getByText('It is also on its way by e-mail.').waitFor();
    await expect.poll(() => page.locator('.notice code').innerText()).not.toBe(first);
  });

  test('plans a measure: what is wrong with it is in sight, and what was written is still there', async () => {
    const { made, drafter, page, desk } = await atDesk(given);
    const [part] = made.passages;
    const con = made.consultation.id;
    const asked = { name: 'Parks office', locale: 'en' as const, document: part!.document, points: [part!.id] };
    const { link } = await askAddressee(town().world, made.coordinator, con, { ...asked, due: day(9) });
    const given_ = { outcome: 'taken-up' as const, why: { en: 'Yes.' }, who: '', give: true, version: 0 };
    await writeAnswer(town().world, link.split('/answer/')[1] ?? '', part!.id, given_);
    await drafter.go(`${desk}/measures`);
    await page.locator('summary', { hasText: 'Plan a measure' }).click();
    await page.locator('textarea[name="title.en"]').fill('Forty benches');
    await page.locator('form:has(input[name=owner]) button').click();
    await page.locator('.error-summary').waitFor({ state: 'visible' });
    await expect.poll(() => page.locator('textarea[name="title.en"]').inputValue()).toBe('Forty benches');
    await page.locator('input[name=owner]').fill('Parks office');
    await page.locator('input[name=deadline]').fill(day(40));
    await page.locator('[name="indicator.en"]').fill('Benches that stand');
    await page.locator('form:has(input[name=owner]) button').click();
    const measures = () => town().resident().ask<PublicMeasure[]>('GET', `/consultations/${con}/measures`);
    await expect.poll(async () => (await measures()).map(({ title }) => title.en?.text)).toEqual(['Forty benches']);
  });
});
