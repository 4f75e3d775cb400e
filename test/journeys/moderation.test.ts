import { describe, expect, test } from 'vitest';
import { deliverStatements } from '#functions/jobs/deliver-statements.ts';
import { sendMails } from '#functions/jobs/send-mails.ts';
import type { Mail } from '#functions/mail/mailer.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { MINUTE } from '#shared/time.ts';
import { asStaff } from '#test/support/as-staff.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { useCookie } from '#test/support/use-cookie.ts';
import type { Visitor } from '#test/support/visitor.ts';
import { wordsIn } from '#test/support/wording.ts';

const town = aRunningTown('Solmira');
const browser = aBrowser();

const TEXT = 'Toți cei ca ei trebuie alungați.';
const [AUTHOR, NOTIFIER] = ['autoare@example.org', 'shahid@example.org'];

const form = ({ page }: Visitor, name: string) => page.locator(`form:has(input[name=form][value="${name}"])`).first();
const press = ({ page }: Visitor, act: string) => page.locator(`button[data-act="${act}"]`).first();
const mainOf = async ({ page }: Visitor): Promise<string> => (await page.locator('main').textContent()) ?? '';

describe('From a report in Arabic to words that are back', () => {
  test('a signed-out reader reports, a moderator decides, the author reads why in Romanian and appeals, another moderator gives it all back, and both are told', async () => {
    const { world } = town();
    const outbox: Mail[] = [];
    world.mail = async (mail) => void outbox.push(mail);
    // The platform's own job may be at it just now: then a mail comes a moment later.
    const mailed = async (to: string, count: number): Promise<Mail[]> => {
      const mails = async () => {
        await deliverStatements(world);
        await sendMails(world);
        return outbox.filter((mail) => mail.to === to);
      };
      await expect.poll(mails).toHaveLength(count);
      return mails();
    };
    const con = town().in('suggesting').id;

    // Somebody writes in Romanian, and confirms where she can be told.
    const writer = town().resident();
    await writer.join(con, { locale: 'ro', reads: ['ro'], consent: town().consentVersion });
    const { id } = await writer.suggest(con, TEXT, { language: 'ro' });
    await writer.ask('PUT', `/consultations/${con}/contact`, { email: AUTHOR, locale: 'ro' });
    const [asked] = await mailed(AUTHOR, 1);
    const token = /mail\/([\w-]{43})/.exec(`${asked?.unsubscribe} ${asked?.text}`)?.[1] ?? '';
    await writer.ask('POST', '/contacts/confirm', { token });
    const seen = (): Promise<PublicContribution> =>
      town().resident().ask('GET', `/consultations/${con}/contributions/${id}`);

    // A reader without a session reports it in Arabic, in the browser.
    const reader = await browser.visitor(town().address, { locale: 'ar' });
    await reader.go(`/ar/c/${con}/contributions/${id}`);
    await reader.tap(reader.page.locator('main a[href*="/report?ctr="]').first());
    const report = form(reader, 'report');
    await report.locator('input[name=kind][value="incitement"]').check();
    await report.locator('[name=why]').fill('تدعو هذه الكلمات إلى طرد الناس.');
    await report.locator('summary').last().click();
    await report.locator('[name=name]').fill('شاهد');
    await report.locator('[name=email]').fill(NOTIFIER);
    await report.locator('[name=goodFaith]').check();
    await reader.tap(report.locator('button').last());
    await reader.page.locator('.person-card-digits').waitFor();
    const code = (await reader.page.locator('.person-card-digits').textContent()) ?? '';
    expect((await seen()).text).toBe(TEXT);

    // A moderator takes it from the queue, reveals the words, and decides.
    const moderator = await browser.visitor(town().address, { device: 'desktop' });
    await asStaff(moderator, town(), ['moderator']);
    await moderator.go(`/en/p/${town().slug}/desk/cases`);
    await moderator.tap(press(moderator, 'next'));
    await moderator.page.locator('.case-masked').waitFor();
    const casePath = new URL(moderator.page.url()).pathname;
    await expect.poll(() => moderator.page.content()).not.toContain(TEXT);
    await moderator.tap(press(moderator, 'reveal'));
    await moderator.page.locator('.case-words', { hasText: TEXT }).waitFor();
    await expect.poll(() => mainOf(moderator)).toContain('تدعو هذه الكلمات إلى طرد الناس.');
    await moderator.page.locator('input[name=visibility][value=remove]').check();
    await moderator.page.locator('input[name=facts][value="calls-for-violence"]').check();
    await moderator.page.locator('input[name=ground][value="law:hatred-law"]').check();
    await moderator.tap(press(moderator, 'decide'));
    await press(moderator, 'undo').waitFor();
    expect(await seen()).toMatchObject({ text: null, state: 'withheld' });
    await mailed(NOTIFIER, 1);

    // Ten minutes later both are told. The author reads why, in Romanian, and appeals.
    town().pass(10 * MINUTE);
    await mailed(NOTIFIER, 2);
    const [, statement] = await mailed(AUTHOR, 2);
    const author = await browser.visitor(town().address, { locale: 'ro' });
    await useCookie(author, town(), writer.cookie());
    const statementPath = /\/ro\/me\/decisions\/\w+/.exec(statement?.text ?? '')?.[0] ?? '';
    await author.go(statementPath);
    const ro = wordsIn('ro');
    await expect.poll(() => mainOf(author)).toContain(ro('phrases.calls-for-violence.text'));
    await expect.poll(() => mainOf(author)).toContain(ro('phrases.hatred-law.text'));
    await author.tap(author.page.locator('main details:has(input[value=appeal]) > summary'));
    await form(author, 'appeal').locator('[name=why]').fill('Am citat ce mi-a strigat vecinul.');
    await author.tap(form(author, 'appeal').locator('button').last());
    await author.arrive('**done=appealed**');

    // Whoever decided cannot hear it; another moderator does, and is right to give it back.
    await moderator.go(casePath);
    await expect.poll(() => mainOf(moderator)).toContain('You have decided in this case');
    await expect.poll(() => press(moderator, 'take').count()).toBe(0);
    const second = await browser.visitor(town().address, { device: 'desktop' });
    await asStaff(second, town(), ['moderator']);
    await second.go(casePath);
    await second.tap(press(second, 'take'));
    await second.page.locator('input[name=review][value=reversed]').check();
    await expect.poll(() => mainOf(second)).toContain('Am citat ce mi-a strigat vecinul.');
    await second.page.locator('[name="reasons.words"]').fill('She quotes a neighbour to show what she hears.');
    await second.tap(press(second, 'decide'));
    await press(second, 'undo').waitFor();
    expect(await seen()).toMatchObject({ text: TEXT, state: 'published' });

    town().pass(10 * MINUTE);
    await mailed(AUTHOR, 3);
    await mailed(NOTIFIER, 3);
    await author.go(statementPath);
    await expect.poll(() => mainOf(author)).toContain('She quotes a neighbour to show what she hears.');
    await reader.go('/ar/notices');
    await form(reader, 'look').locator('[name=code]').fill(code);
    await reader.tap(form(reader, 'look').locator('button').last());
    await reader.page.getByText(wordsIn('ar')('moderation.outcome.kept')).first().waitFor();
  });
});
