import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announceResults } from '#functions/jobs/announce-results.ts';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import { sendMails } from '#functions/jobs/send-mails.ts';
import type { Mail } from '#functions/mail/mailer.ts';
import type { MyData } from '#shared/participants/my-data.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { aResident, Refused } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
const outbox: Mail[] = [];
let isDown = false;
beforeAll(async () => {
  world = await aWorld();
  world.mail = async (mail) => {
    if (isDown) throw new Error('the mail server does not answer');
    outbox.push(mail);
  };
  world.say = (_, key, parameters) => `${key} ${JSON.stringify(parameters)}`;
});
afterAll(() => world.end());

const tokenIn = ({ unsubscribe }: Mail): string => /mail\/([\w-]{43})/.exec(unsubscribe ?? '')?.[1] ?? '';

const aReaderWhoAsks = async (confirmed: boolean) => {
  const { consultation } = await aConsultation(world, { phase: 'deliberating' });
  const reader = aResident((path, init) => world.app.request(path, init));
  await reader.join(consultation.id, { locale: 'it' });
  const email = `${consultation.id}@example.org`;
  await reader.ask('PUT', `/consultations/${consultation.id}/contact`, { email, locale: 'it' });
  outbox.length = 0;
  await sendMails(world);
  const [asked] = outbox.splice(0);
  if (!asked) throw new Error('No mail asked whose address it is.');
  if (confirmed) await reader.ask('POST', '/contacts/confirm', { token: tokenIn(asked) });
  return { reader, consultation, email, asked };
};

const theResultComes = async (): Promise<void> => {
  world.pass(20 * DAY);
  await recountConsultations(world);
  await announceResults(world);
  await sendMails(world);
};

describe('to somebody who left an e-mail address', () => {
  test('she is asked first whether it is hers, and told once when the result is there', async () => {
    const { asked, email } = await aReaderWhoAsks(true);
    expect(asked).toMatchObject({ to: email, subject: expect.stringContaining('mail.confirm-subject') });
    await theResultComes();
    await theResultComes();
    expect(outbox.map(({ to, subject }) => [to, subject.split(' ')[0]])).toEqual([[email, 'mail.result-subject']]);
  });

  test('both links of her mails lead to the consultation that they are about', async () => {
    const { reader, consultation, asked } = await aReaderWhoAsks(false);
    for (const act of ['confirm', 'remove'])
      expect(await reader.ask('POST', `/contacts/${act}`, { token: tokenIn(asked) })).toEqual({
        consultation: consultation.id,
      });
  });

  test('who does not answer that the address is hers hears nothing', async () => {
    await aReaderWhoAsks(false);
    await theResultComes();
    expect(outbox).toEqual([]);
  });

  test('the link in any mail takes the address back, without signing in, and works once', async () => {
    const { asked } = await aReaderWhoAsks(true);
    const stranger = aResident((path, init) => world.app.request(path, init));
    await stranger.ask('POST', '/contacts/remove', { token: tokenIn(asked) });
    await expect(stranger.ask('POST', '/contacts/remove', { token: tokenIn(asked) })).rejects.toThrow('404 not-found');
    await theResultComes();
    expect(outbox).toEqual([]);
  });

  test('leaving the consultation takes back the address and mails that wait', async () => {
    const { reader, consultation } = await aReaderWhoAsks(true);
    await reader.ask('DELETE', `/consultations/${consultation.id}/join`);
    await theResultComes();
    expect(outbox).toEqual([]);
  });

  test('her page shows the address she left, and takes it back', async () => {
    const { reader, consultation, email } = await aReaderWhoAsks(true);
    const [part] = (await reader.ask<MyData>('GET', '/me/data')).consultations;
    expect(part?.contact).toEqual({ email, confirmed: true, news: false });
    await reader.ask('DELETE', `/consultations/${consultation.id}/contact`);
    expect((await reader.ask<MyData>('GET', '/me/data')).consultations[0]?.contact).toBeUndefined();
    await theResultComes();
    expect(outbox).toEqual([]);
  });

  test('a mail server that is down for a day loses no mail and doubles none', async () => {
    const { email } = await aReaderWhoAsks(true);
    isDown = true;
    await theResultComes();
    for (let hours = 0; hours < 24; hours++) {
      world.pass(HOUR);
      await sendMails(world);
    }
    expect(outbox).toEqual([]);
    isDown = false;
    world.pass(4 * HOUR + MINUTE);
    await sendMails(world);
    await sendMails(world);
    expect(outbox.map(({ to }) => to)).toEqual([email]);
  });

  test('nobody can sign up without having joined, nor with something that is no address', async () => {
    const { consultation } = await aConsultation(world);
    const stranger = aResident((path, init) => world.app.request(path, init));
    const path = `/consultations/${consultation.id}/contact`;
    await expect(stranger.ask('PUT', path, { email: 'a@example.org', locale: 'en' })).rejects.toThrow('401');
    await stranger.join(consultation.id);
    const refusal = await stranger.ask('PUT', path, { email: 'no address', locale: 'en' }).catch((error) => error);
    expect((refusal as Refused).problem.errors).toEqual([{ pointer: '/email', code: 'not-an-email' }]);
  });
});
