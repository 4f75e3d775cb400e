import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { PlainError } from './platform.ts';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('.data'),
  /** How many proxies of yours stand in front and write X-Forwarded-For. */
  PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  SECRET_FILE: z.string().optional(),
});

export type Settings = z.infer<typeof Environment>;

export const readSettings = (): Settings => {
  const read = Environment.safeParse(process.env);
  if (read.success) return { ...read.data, DATA_DIR: resolve(read.data.DATA_DIR) };
  const names = read.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new PlainError(`These settings are not valid: ${names}. The README lists what each may be.`);
};

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
