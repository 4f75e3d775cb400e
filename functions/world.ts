import { createHmac, randomBytes } from 'node:crypto';
import { systemClock, instant, type Instant } from '#shared/time.ts';
import { idFrom, timedIdFrom, type Id, type IdKind } from '#shared/ids.ts';
import type { Locale } from '#shared/locales.ts';
import { countHere, type Counter } from './opinion/counting.ts';
import type { Witness } from './ledger/witness.ts';
import { readSource, type SourceReader } from './documents/source/reading.ts';
import type { Mailer } from './mail/mailer.ts';
import { createCache, type Cache } from './storage/cache.ts';
import { describedSizes, type TableMeasure } from './storage/sizes.ts';
import type { Storage } from './storage/table.ts';
import { LIMITS, type Limits } from './limits/limits.ts';
import type { Translator } from './translations/translator.ts';
import type { Triage } from './moderation/triage.ts';

/** One log line. Only these fields exist: never words, addresses, codes or tokens. */
export type LogLine = {
  at: Instant;
  level: 'info' | 'warn' | 'error';
  message: string;
  route?: string;
  method?: string;
  status?: number;
  milliseconds?: number;
  request?: string;
  count?: number;
  error?: string;
};

/** Everything the app needs from outside itself. */
export type World = {
  storage: Storage;
  cache: Cache;
  /** Milliseconds since 1970. */
  clock: () => number;
  randomBytes: (length: number) => Uint8Array;
  log: (line: Omit<LogLine, 'at'>) => void;
  /** A key for one purpose, made from the master secret, which is neither in the tables nor in their backups. */
  secretFor: (purpose: SecretPurpose) => Buffer;
  limits: Limits;
  mail: Mailer;
  /** A message of the interface, as mails and problem titles need it. The built pages provide it. */
  say: Say;
  /** Keeps a copy of each seal of a ledger where whoever runs the platform cannot write it over. None by default. */
  witness?: Witness;
  /** Brings words into another language, for places that have switched it on. None by default. */
  translator?: Translator;
  /** Helps to order the queues of places that have switched it on. None by default. */
  triage?: Triage;
  /** Does the mathematics of a recount. */
  count: Counter;
  /** Reads a text that somebody sent to be put under consultation. */
  readSource: SourceReader;
  /** Where people reach us, for links in mails and on cards: `https://say.example.org`. */
  origin: string;
  /** Of the code that runs, where it is known. */
  commit?: string;
  /** How many items and bytes each table holds. */
  measureTables: TableMeasure;
  /** How many bytes an answer may have, where there is an end to it. */
  largestAnswer?: number;
  /** How many proxies in front of us write `X-Forwarded-For`; 0 when people connect directly. */
  proxies: number;
};

export type Say = (locale: Locale, key: string, parameters?: Record<string, string>) => string | Promise<string>;

type SecretPurpose =
  | 'cards'
  | 'cases'
  | 'deals'
  | 'limits'
  | 'notifiers'
  | 'passkeys'
  | 'proofs'
  | 'receipts'
  | 'recovery-codes'
  | 'sessions'
  | 'translations';

type Given = Pick<World, 'storage'> & { secret: string | Uint8Array } & Partial<
    Omit<World, 'storage' | 'cache' | 'secretFor'>
  >;

const noMailer: Mailer = () => Promise.reject(new Error('No way out for mail is set up.'));

const writeLine = (line: LogLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

export const createWorld = ({ storage, secret, ...given }: Given): World => {
  const clock = given.clock ?? systemClock;
  const keys = new Map<SecretPurpose, Buffer>();
  return {
    storage,
    clock,
    cache: createCache(clock),
    randomBytes: given.randomBytes ?? ((length) => randomBytes(length)),
    log: given.log ?? ((line) => writeLine({ at: instant(clock()), ...line })),
    secretFor: (purpose) => {
      const known = keys.get(purpose) ?? createHmac('sha256', secret).update(`equal-say ${purpose}`).digest();
      keys.set(purpose, known);
      return known;
    },
    limits: given.limits ?? LIMITS,
    mail: given.mail ?? noMailer,
    say: given.say ?? ((_, key) => key),
    count: given.count ?? countHere,
    ...(given.witness && { witness: given.witness }),
    ...(given.translator && { translator: given.translator }),
    ...(given.triage && { triage: given.triage }),
    readSource: given.readSource ?? readSource,
    ...(given.commit && { commit: given.commit }),
    ...(given.largestAnswer !== undefined && { largestAnswer: given.largestAnswer }),
    measureTables: given.measureTables ?? (() => describedSizes(storage)),
    origin: given.origin ?? 'http://localhost:3000',
    proxies: given.proxies ?? 0,
  };
};

export const nowIn = (world: World): Instant => instant(world.clock());
export const newId = <Kind extends IdKind>(world: World, kind: Kind): Id<Kind> => idFrom(kind, world.randomBytes(16));
export const newTimedId = <Kind extends 'reply' | 'snapshot' | 'line' | 'message'>(
  world: World,
  kind: Kind,
): Id<Kind> => timedIdFrom(kind, world.clock(), world.randomBytes(16));
