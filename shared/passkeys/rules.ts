import { allowed, refused, type Verdict } from '../verdict.ts';

export const MOST_PASSKEYS = 10;
export const PASSKEY_NAME_LENGTH = 60;
export const RECOVERY_CODES = 10;
const CODE_LENGTH = 12;

/** The same letters as in ids: no i, l, o, u, so a code can be read from paper. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new code from random bytes: 60 bits, more than anybody can try. */
export const recoveryCodeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET[byte & 31]).join('');

/** A code as typed (large letters, spaces, hyphens, and what looks alike) as it was made; null when it is none. */
export const recoveryCode = (typed: string): string | null => {
  const code = typed
    .replaceAll(/[\s\u2010-\u2015\u200e\u200f-]/gu, '')
    .toLowerCase()
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
  return code.length === CODE_LENGTH && Array.from(code).every((letter) => ALPHABET.includes(letter)) ? code : null;
};

/** In three groups, as it is printed and read aloud. */
export const groupedRecoveryCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

type Held = { passkeys: number; codes: number };

/** One lost phone must not lock her out: two passkeys, or codes on paper. */
export const needsSecondWayIn = ({ passkeys, codes }: Held): boolean => passkeys < 2 && codes === 0;

export const mayAddPasskey = ({ passkeys }: Pick<Held, 'passkeys'>): Verdict<'enough-passkeys'> =>
  passkeys < MOST_PASSKEYS ? allowed : refused('enough-passkeys');

export const mayRemovePasskey = ({ passkeys, codes }: Held): Verdict<'last-passkey'> =>
  passkeys > 1 || codes > 0 ? allowed : refused('last-passkey');
