import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { folderWitness, type Witness } from '../ledger/witness.ts';
import type { Mailer } from '../mail/mailer.ts';
import { folderMailer, smtpMailer } from '../mail/transports.ts';
import { triageFrom } from '../moderation/guardrail.ts';
import { translatorNamed, TranslatorName } from '../translations/named.ts';
import { PlainError } from './platform.ts';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('.data'),
  /** How many proxies of yours stand in front and write X-Forwarded-For. */
  PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  SECRET_FILE: z.string().optional(),
  /** Where people reach us, for links in mails and on cards. */
  ORIGIN: z.url().optional(),
  /** The way out for mail: `smtps://user:password@host`. Without it, mails are written as files into `DATA_DIR/outbox`. */
  SMTP_URL: z.url().optional(),
  /** Where a copy of each seal of the ledger is kept: a folder that somebody else answers for. Without it there is none. */
  WITNESS_DIR: z.string().optional(),
  /** Who may translate, where a place switches it on: nobody, or Amazon Translate with the region and rights of AWS's own settings. */
  TRANSLATOR: TranslatorName,
  /** A guardrail of Amazon Bedrock and its version, for places that want a hint for the order of reports. */
  GUARDRAIL_ID: z.string().optional(),
  GUARDRAIL_VERSION: z.string().optional(),
  GUARDRAIL_TIER: z.enum(['STANDARD', 'CLASSIC']).default('STANDARD'),
  MAIL_FROM: z.string().default('Equal Say <no-reply@localhost>'),
});

export type Settings = z.infer<typeof Environment>;

export const readSettings = (): Settings => {
  const read = Environment.safeParse(process.env);
  if (read.success) return { ...read.data, DATA_DIR: resolve(read.data.DATA_DIR) };
  const names = read.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new PlainError(`These settings are not valid: ${names}. The README lists what each may be.`);
};

export const mailerFrom = ({ SMTP_URL, DATA_DIR, MAIL_FROM }: Settings): { mail: Mailer; lands: string } => {
  if (SMTP_URL) return { mail: smtpMailer(SMTP_URL, MAIL_FROM), lands: new URL(SMTP_URL).host };
  const folder = join(DATA_DIR, 'outbox');
  return { mail: folderMailer(folder, MAIL_FROM), lands: folder };
};

/** Copies of the ledger's seals go where this program only ever adds files. */
const witnessFrom = ({ WITNESS_DIR }: Settings): { witness?: Witness } =>
  WITNESS_DIR ? { witness: folderWitness(resolve(WITNESS_DIR)) } : {};

/** What the world outside is for one program on one machine: its address, its witness, and services that places may use. */
export const outsideFrom = (settings: Settings) => ({
  origin: settings.ORIGIN ?? `http://localhost:${settings.PORT}`,
  ...witnessFrom(settings),
  ...translatorNamed(settings.TRANSLATOR),
  ...triageFrom(settings),
});

const SHORTEST_SECRET = 32;

/** Production reads its secret from a file that lies outside the data folder, so that no backup of data holds it. */
export const requiredSecret = ({ SECRET_FILE, DATA_DIR }: Settings): Buffer => {
  if (!SECRET_FILE) {
    throw new PlainError(
      'SECRET_FILE is missing: name a file with at least 32 random bytes, outside the data folder. ' +
        'Make one with: head -c 48 /dev/urandom > secret',
    );
  }
  const path = resolve(SECRET_FILE);
  if (path.startsWith(`${DATA_DIR}/`)) throw new PlainError('SECRET_FILE lies in the data folder; keep it elsewhere.');
  if (!existsSync(path)) throw new PlainError(`SECRET_FILE names ${path}, and there is no such file.`);
  const secret = readFileSync(path);
  if (secret.length < SHORTEST_SECRET) throw new PlainError('The secret is too short: at least 32 random bytes.');
  return secret;
};

/** The demo makes its own. */
export const demoSecret = ({ DATA_DIR }: Settings): Buffer => {
  const path = join(DATA_DIR, 'secret');
  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
  if (!existsSync(path)) writeFileSync(path, randomBytes(48), { mode: 0o600 });
  return readFileSync(path);
};
