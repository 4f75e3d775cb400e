import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BY_CLOCK } from '#functions/jobs/by-clock.ts';
import { remindStaff } from '#functions/jobs/remind-staff.ts';
import { sendMails } from '#functions/jobs/send-mails.ts';
import { tellNews } from '#functions/jobs/tell-news.ts';
import type { Mail } from '#functions/mail/mailer.ts';
import { setWorkMail } from '#functions/staff/work-mail.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { News } from '#shared/news/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import { DAY, HOUR } from '#shared/time.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import type { Ledger } from '#test/support/ledger.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
const outbox: Mail[] = [];
beforeAll(async () => {
  world = await aWorld();
  world.mail = async (mail) => void outbox.push(mail);
  world.say = (_, key, parameters) => `${key} ${JSON.stringify(parameters)}`;
});
afterAll(() => world.end());

const inOffice = async ({ place }: TestConsultation, role: Role = 'coordinator') => {
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, role)).token}`);
  return person;
};
const path = ({ consultation }: TestConsultation) => `/consultations/${consultation.id}/news`;
const meeting = (number: number) => ({
  number,
  title: { en: 'A meeting', it: 'Un incontro' },
  text: { en: 'On Monday.', it: 'Lunedì.' },
});

const tokenIn = ({ unsubscribe }: Mail): string => /mail\/([\w-]{43})/.exec(unsubscribe ?? '')?.[1] ?? '';
/** Somebody who left an address and said that it is hers. */
const aReader = async (made: TestConsultation, name: string, locale: 'en' | 'it' | 'ar', news: boolean) => {
  const { id } = made.consultation;
  const reader = await aParticipant(world, made.consultation, { locale });
  const email = `${name}@example.org`;
  await reader.ask('PUT', `/consultations/${id}/contact`, { email, locale, news });
  outbox.length = 0;
  await sendMails(world);
  const [asked] = outbox.splice(0);
  if (asked) await reader.ask('POST', '/contacts/confirm', { token: tokenIn(asked) });
  return reader;
};

describe('to everybody who takes part', () => {
  test('news is public at once, with its date, the newest first', async () => {
    const made = await aConsultation(world);
    await (await inOffice(made)).ask('POST', path(made), meeting(1));
    world.pass(HOUR);
    await (await inOffice(made)).ask('POST', path(made), { ...meeting(2), title: { en: 'Another meeting' } });
    const told = await someoneIn(world).ask<News[]>('GET', path(made));
    expect(told.map(({ number, title }) => [number, title.en?.text])).toEqual([
      [2, 'Another meeting'],
      [1, 'A meeting'],
    ]);
    expect(told[1]?.text.it).toMatchObject({ text: 'Lunedì.', provenance: 'human' });
  });

  test('by mail it reaches those who asked for news, once, in their language, and nobody else', async () => {
    const made = await aConsultation(world);
    await aReader(made, 'anna', 'it', true);
    await aReader(made, 'bo', 'ar', true);
    await aReader(made, 'cy', 'en', false);
    await (await inOffice(made)).ask('POST', path(made), meeting(1));
    await tellNews(world);
    await sendMails(world);
    await tellNews(world);
    await sendMails(world);
    expect(outbox.map(({ to, subject }) => [to, /"news":"([^"]*)"/.exec(subject)?.[1]]).toSorted()).toEqual([
      ['anna@example.org', 'Un incontro'],
      ['bo@example.org', 'A meeting'],
    ]);
    expect(outbox.every(({ unsubscribe }) => unsubscribe?.endsWith('/stop'))).toBe(true);
  });

  test('the link in such a mail ends them, and leaving takes waiting ones out', async () => {
    const made = await aConsultation(world);
    const anna = await aReader(made, 'anna', 'en', true);
    const bo = await aReader(made, 'bo', 'en', true);
    outbox.length = 0;
    await (await inOffice(made)).ask('POST', path(made), meeting(1));
    await tellNews(world);
    await bo.ask('DELETE', `/consultations/${made.consultation.id}/join`);
    await sendMails(world);
    expect(outbox.map(({ to }) => to)).toEqual(['anna@example.org']);
    const [mail] = outbox.splice(0);
    await anna.ask('POST', '/contacts/remove', { token: mail ? tokenIn(mail) : '' });
    await (await inOffice(made)).ask('POST', path(made), meeting(2));
    await BY_CLOCK.mail(world);
    expect(outbox).toEqual([]);
  });

  test('the same form sent twice tells it once, by two at once too; the ledger has one line', async () => {
    const made = await aConsultation(world);
    const coordinator = await inOffice(made);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => refusalOf(coordinator.ask('POST', path(made), meeting(1)))),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await refusalOf(coordinator.ask('POST', path(made), meeting(1)))).toBe('changed-meanwhile');
    const { lines } = await coordinator.ask<Ledger>('GET', `/places/${made.place.slug}/ledger`);
    expect(lines.filter(({ act }) => act === 'announce')).toMatchObject([
      { subject: made.consultation.id, why: 'A meeting' },
    ]);
  });

  test('news without a title or a text is refused, and so is news of what nobody can read yet', async () => {
    const made = await aConsultation(world);
    const coordinator = await inOffice(made);
    const empty = { number: 1, title: { en: ' ' }, text: { en: '' } };
    const response = await coordinator.send('POST', path(made), empty);
    expect(await response.json()).toMatchObject({
      errors: [
        { pointer: '/title', code: 'words-missing' },
        { pointer: '/text', code: 'words-missing' },
      ],
    });
    const draft = await coordinator.ask<Consultation>('POST', `/places/${made.place.slug}/consultations`, {
      title: 'Parks',
      question: 'What should change?',
      language: 'en',
      languages: ['en'],
    });
    const early = coordinator.ask('POST', `/consultations/${draft.id}/news`, meeting(1));
    expect(await refusalOf(early)).toBe('consultation-in-preparation');
  });
});

describe('to whoever runs a consultation', () => {
  /** In a world of its own, where nothing else has dates. */
  const remindedOver = async (days: number, also: Role[] = []) => {
    const other = await aWorld();
    const got: string[] = [];
    other.mail = async ({ to, subject }) => void got.push(`${to} ${subject.split(' ')[0]}`);
    other.say = (_, key) => `${key} `;
    const made = await aConsultation(other, { phase: 'suggesting' });
    for (const role of ['coordinator', 'drafter', ...also] as const) {
      const { actor } = await aStaffMember(other, made.place, role);
      const way = { ...actor, office: 'open' as const };
      await setWorkMail(other, way, { email: `${role}@example.org`, locale: 'en', rhythm: 'at-once' });
    }
    for (let hours = 0; hours < days * 24; hours += 6) {
      await remindStaff(other);
      await remindStaff(other);
      other.pass(6 * HOUR);
    }
    other.pass(DAY);
    await sendMails(other);
    await other.end();
    return got.toSorted();
  };

  test('before each date one mail comes to coordinators only, and one more when a step began without what it needs', async () => {
    // The consultation began a day ago, its next steps come in nine and in nineteen days.
    expect(await remindedOver(12)).toEqual([
      'coordinator@example.org mail.date-lacks-subject',
      'coordinator@example.org mail.step-lacks-subject',
      'coordinator@example.org mail.step-lacks-subject',
    ]);
  });
});
