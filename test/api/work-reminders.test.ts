import { afterAll, beforeAll, expect, test } from 'vitest';
import { remindColleagues } from '#functions/jobs/remind-colleagues.ts';
import { sendMails } from '#functions/jobs/send-mails.ts';
import { setWorkMail } from '#functions/staff/work-mail.ts';
import { DAY, dayOf, later } from '#shared/time.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aParticipant, someoneIn } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

test('to a colleague: one mail before her day and after it, however many suggestions it is about, none about what was answered', async () => {
  const mails: { to: string; subject: string }[] = [];
  world.mail = async (mail) => void mails.push(mail);
  world.say = (_, key, says) => `${key} ${says?.count}`;
  const made = await aConsultation(world);
  const author = await aParticipant(world, made.consultation);
  const { actor, token } = await aStaffMember(world, made.place, 'drafter');
  await setWorkMail(world, actor, { email: 'amal@example.org', locale: 'en', rhythm: 'daily' });
  const who = someoneIn(world);
  who.useCookie(`__Host-session=${token}`);
  const assigned = { to: actor.participant, until: dayOf(later(world.now(), 10 * DAY)) };
  const outcome = { outcome: 'partly', reason: { en: 'Half of it.' } };
  for (const [text, more] of [
    ['One', {}],
    ['Two', {}],
    ['Three', { outcome }],
  ] as const) {
    const { id } = await author.suggest(made.consultation.id, text);
    await who.ask('PATCH', `/consultations/${made.consultation.id}/suggestions/${id}`, {
      assigned,
      ...more,
      version: 0,
    });
  }
  for (let days = 0; days < 30; days++) {
    await remindColleagues(world);
    await remindColleagues(world);
    await sendMails(world);
    world.pass(DAY);
  }
  expect(mails.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
    'amal@example.org mail.work-soon-subject 2',
    'amal@example.org mail.work-late-subject 2',
    'amal@example.org mail.work-late-subject 2',
  ]);
});
