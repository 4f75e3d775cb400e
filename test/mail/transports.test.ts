import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { describe, expect, test } from 'vitest';
import { folderMailer, smtpMailer } from '#functions/mail/transports.ts';

const MAIL = {
  to: 'reader@example.org',
  subject: 'ظهرت النتيجة',
  text: 'C’è il risultato.\nhttps://say.example.org/it/c/con_1/results\n',
  unsubscribe: 'https://say.example.org/it/mail/token/stop',
};
const FROM = 'Equal Say <say@example.org>';

/** What a mail program reads: the words of headers (RFC 2047) and of the body, decoded. */
const read = (message: string) => {
  const [head = '', ...body] = message.split('\r\n\r\n');
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(head)?.[1]?.replaceAll(/\r\n\s+/g, ' ') ?? '';
  const subject = header('Subject')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?B\?([^?]+)\?=/gi, (_, base64: string) => Buffer.from(base64, 'base64').toString('utf8'));
  const encoding = header('Content-Transfer-Encoding').toLowerCase();
  const words = body.join('\r\n\r\n');
  const bytes =
    encoding === 'base64'
      ? Buffer.from(words, 'base64')
      : Buffer.from(
          words
            .replaceAll(/=\r\n/g, '')
            .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
          'latin1',
        );
  return {
    subject,
    to: header('To'),
    unsubscribe: header('List-Unsubscribe'),
    oneClick: header('List-Unsubscribe-Post'),
    text: bytes.toString('utf8'),
  };
};

const expectTheMail = (message: string): void => {
  const mail = read(message);
  expect(mail.to).toBe(MAIL.to);
  expect(mail.subject).toBe(MAIL.subject);
  expect(mail.unsubscribe).toBe(`<${MAIL.unsubscribe}>`);
  // RFC 8058: without it no mail program offers to stop with one click.
  expect(mail.oneClick).toBe('List-Unsubscribe=One-Click');
  expect(mail.text.replaceAll('\r\n', '\n').trim()).toBe(MAIL.text.trim());
};

describe('to whoever reads our mails', () => {
  test('a mail in the outbox folder opens in any mail program, in every script, with a way to unsubscribe', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outbox-'));
    try {
      await folderMailer(join(folder, 'outbox'), FROM)(MAIL);
      const [file = ''] = readdirSync(join(folder, 'outbox'));
      expect(file).toMatch(/\.eml$/);
      expectTheMail(readFileSync(join(folder, 'outbox', file), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('the same mail reaches a city’s mail server, and a server that refuses is an error', async () => {
    const arriving: Promise<string>[] = [];
    let refuses = false;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_, __, done) => done(refuses ? new Error('no') : undefined),
      onData: (stream, _, done) => {
        stream.on('end', () => done());
        arriving.push(text(stream));
      },
    });
    const listener = server.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const mail = smtpMailer(`smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`, FROM);
    await mail(MAIL);
    refuses = true;
    await expect(mail(MAIL)).rejects.toThrow();
    await new Promise<void>((closed) => server.close(() => closed()));
    const [received = '', ...more] = await Promise.all(arriving);
    expect(more).toEqual([]);
    expectTheMail(received);
  });
});
