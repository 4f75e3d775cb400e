import { z } from 'zod';

/** One prefix for each noun, so that an id in a log or a link says what it names. */
const PREFIX = {
  place: 'plc',
  participant: 'prt',
  consultation: 'con',
  document: 'doc',
  passage: 'psg',
  contribution: 'ctr',
  reply: 'rpl',
  session: 'ses',
  snapshot: 'snp',
  line: 'lin',
  case: 'cas',
  notice: 'ntc',
  decision: 'dec',
  appeal: 'apl',
  message: 'msg',
  phrase: 'phr',
  flagger: 'flg',
  invitation: 'inv',
  passkey: 'pky',
  addressee: 'adr',
  measure: 'msr',
} as const;

export type IdKind = keyof typeof PREFIX;
export type Id<Kind extends IdKind> = `${(typeof PREFIX)[Kind]}_${string}`;

/** Crockford's base 32 in lower case: no i, l, o, u, so an id can be read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_LENGTH = 16;
const TIME_LENGTH = 9;

const letters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');

/** A new id from 16 random bytes (80 bits are used). It holds no time: nobody can tell from it when a person joined. */
export const idFrom = <Kind extends IdKind>(kind: Kind, bytes: Uint8Array): Id<Kind> =>
  `${PREFIX[kind]}_${letters(bytes.subarray(0, RANDOM_LENGTH))}`;

/** An id that sorts by time, for things in a sequence (replies, snapshots, ledger lines, messages in a case), never for people. */
export const timedIdFrom = <Kind extends 'reply' | 'snapshot' | 'line' | 'message'>(
  kind: Kind,
  milliseconds: number,
  bytes: Uint8Array,
): Id<Kind> => {
  let time = '';
  for (let rest = Math.floor(milliseconds), i = 0; i < TIME_LENGTH; i++, rest = Math.floor(rest / 32)) {
    time = ALPHABET[rest % 32] + time;
  }
  return `${PREFIX[kind]}_${time}${letters(bytes.subarray(0, RANDOM_LENGTH - TIME_LENGTH))}`;
};

/** When a timed id was made, in milliseconds since 1970. */
export const timeOf = (id: string): number => {
  const time = id.slice(id.indexOf('_') + 1, id.indexOf('_') + 1 + TIME_LENGTH);
  return Array.from(time).reduce((sum, letter) => sum * ALPHABET.length + ALPHABET.indexOf(letter), 0);
};

/** The schema of one kind of id: to JSON a string with a pattern, to TypeScript the branded type. */
export const idSchema = <Kind extends IdKind>(kind: Kind): z.ZodType<Id<Kind>, Id<Kind>> =>
  z.string().regex(new RegExp(`^${PREFIX[kind]}_[${ALPHABET}]{16}$`), { error: 'not-an-id' }) as unknown as z.ZodType<
    Id<Kind>,
    Id<Kind>
  >;
