import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Mail, Mailer } from './mailer.ts';

const messageOf = (from: string, { unsubscribe, ...mail }: Mail): SendMailOptions => ({
  from,
  ...mail,
  // RFC 8058: one click in the mail program is enough.
  ...(unsubscribe && {
    headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }),
});

/** Writes each mail as a file that any mail program opens: for the demo, and where no mail server is set up yet. */
export const folderMailer = (folder: string, from: string): Mailer => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const transport = createTransport({ streamTransport: true, buffer: true });
  return async (mail) => {
    const { message } = await transport.sendMail(messageOf(from, mail));
    await writeFile(join(folder, `${randomUUID()}.eml`), message as Buffer, { mode: 0o600 });
  };
};

/** A city's own mail server, as `smtps://user:password@host:465`. */
export const smtpMailer = (url: string, from: string): Mailer => {
  const transport = createTransport(url);
  return async (mail) => {
    await transport.sendMail(messageOf(from, mail));
  };
};
