import { describe, expect, test } from 'vitest';
import { changePhase } from '#functions/consultations/dates.ts';
import { consultationOf } from '#functions/consultations/service.ts';
import { openSession } from '#functions/participants/service.ts';
import { nowIn } from '#functions/world.ts';
import type { WritingView } from '#shared/versions/views.ts';
import { DAY, HOUR, later } from '#shared/time.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { useCookie } from '#test/support/use-cookie.ts';
import type { Visitor } from '#test/support/visitor.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

const send = (visitor: Visitor, form: string, button?: string) => {
  const found = visitor.page.locator(`form:has(input[name=form][value="${form}"])`).first();
  return (button ? found.locator(`button[value="${button}"]`) : found.locator('button').last()).click();
};

describe.each([{ javaScript: false }, { javaScript: true }])(
  'From suggestions to the next version and back (%o)',
  (given) => {
    test('a drafter takes a suggestion up and publishes R2; its author reads so, and is asked once whether her vote still holds', async () => {
      const { world } = town();
      const setting = { ...world, now: () => nowIn(world) };
      const made = await aConsultation(setting);
      const con = made.consultation.id;
      const [passage] = made.passages;
      const anna = town().resident();
      await anna.join(con);
      const own = await anna.suggest(con, 'Lifts in every house.', {
        passage: passage!.id,
        anchor: { quote: 'do thing', before: '', after: '', language: 'en' },
      });
      await anna.suggest(con, 'And doors that open by themselves.', {
        passage: passage!.id,
        anchor: { quote: 'The city will', before: '', after: '', language: 'en' },
      });
      await anna.vote(con, passage!.item, 'agree');
      town().pass(20 * DAY);

      const drafter = await browser.visitor(town().address, given);
      const staff = await aStaffMember(setting, made.place, 'drafter');
      await useCookie(drafter, town(), `__Host-session=${staff.token}`);
      const desk = `/en/c/${con}/desk/version`;
      await drafter.go(desk);
      await send(drafter, 'begin');
      await drafter.page.getByRole('link', { name: 'Recommendation 1' }).click();
      await drafter.page.locator('textarea[name="text.en"]').fill('Every house gets lifts and wide doors.');
      for (const box of await drafter.page.getByRole('checkbox', { name: 'Taken up in this part' }).all())
        await box.check();
      await send(drafter, 'words');
      await drafter.page.getByText('Says something else').first().waitFor();
      const colleague = town().resident();
      colleague.useCookie(`__Host-session=${staff.token}`);
      const draft = async () => (await colleague.ask<WritingView[]>('GET', `/consultations/${con}/drafts`))[0]?.draft;
      await expect.poll(async () => (await draft())?.passages[0]?.cites).toBe(2);
      await drafter.go(desk);
      await drafter.page.locator('textarea[name="note.en"]').fill('You asked for lifts.');
      await send(drafter, 'note');
      await expect.poll(async () => (await draft())?.note.en?.text).toBe('You asked for lifts.');
      await drafter.page.getByRole('link', { name: 'Check and publish' }).click();
      await drafter.page.getByText('Everything that people said is taken up or answered.').waitFor();
      // The words that she marked are gone: a person says where hers belong, all at once, before anything is published.
      const undecided = drafter.page.getByText(/comments? (has|have) no place yet/);
      await drafter.page.getByText('2 comments have no place yet.').waitFor();
      const places = drafter.page.getByLabel('It belongs to');
      for (const place of await places.all()) await place.selectOption({ label: 'Leave it where it is' });
      await send(drafter, 'place');
      await undecided.waitFor({ state: 'detached' });
      for (const place of await places.all()) await expect.poll(() => place.inputValue()).toBe(passage!.id);
      await send(drafter, 'publish');
      await drafter.page.getByText('You asked for lifts.').waitFor();

      const resident = await browser.visitor(town().address, given);
      await useCookie(resident, town(), anna.cookie());
      await resident.go(`/en/c/${con}/contributions/${own.id}`);
      await resident.page.getByText('Your words are in R2:').waitFor();
      const { version } = await consultationOf(world, con);
      const at = later(nowIn(world), HOUR);
      await changePhase(world, made.coordinator, con, { to: 'suggesting', at, reason: 'Again.', version });
      town().pass(2 * HOUR);
      await resident.go(`/en/c/${con}/passages/${passage!.id}`);
      await expect.poll(() => resident.page.locator('.notice .differences ins').allInnerTexts()).not.toEqual([]);
      await resident.page.getByRole('button', { name: 'Yes, still: Agree' }).click();
      await resident.page.getByText('Does this still hold for you?').waitFor({ state: 'detached' });
      await expect
        .poll(async () => (await anna.ballot(con)).votes.map(({ choice, former }) => [choice, former]))
        .toEqual([
          ['agree', true],
          ['agree', undefined],
        ]);
    });
  },
);

test('a new round is opened with a day and a reason: what is missing is said of its field', async () => {
  const { world } = town();
  const made = await aConsultation({ ...world, now: () => nowIn(world) });
  const [passage] = made.passages;
  town().pass(20 * DAY);
  const cookie = `__Host-session=${await openSession(world, made.coordinator.participant)}`;
  const colleague = town().resident();
  colleague.useCookie(cookie);
  await colleague.ask('POST', `/consultations/${made.consultation.id}/documents/${passage!.document}/draft`);
  const coordinator = await browser.visitor(town().address);
  await useCookie(coordinator, town(), cookie);
  for (const status of [400, 422]) coordinator.expected.add(status);
  const { page } = coordinator;
  await coordinator.go(`/en/c/${made.consultation.id}/desk/version/publish`);
  const form = page.locator('form:has(input[name=form][value=publish])');
  await form.locator('input[name=reopen]').check();
  await form.locator('input[name=day]').fill('');
  await form.locator('button').click();
  await page.locator('.error-summary a[href="#publish-day"]').click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('publish-day');
  await form.locator('input[name=day]').fill('2030-05-01');
  await form.locator('button').click();
  await page.locator('.error-summary a[href="#publish-why"]').click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('publish-why');
});
