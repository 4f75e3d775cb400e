import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { MAIL_KINDS } from './mail-kinds.ts';
import { JOB_NAMES, RUN_STANDINGS } from './rules.ts';

const count = z.int().min(0);
/** What kind of error it was, never what it says: that could hold words of people. */
export const ErrorCode = z.string().regex(/^[\w.-]{1,60}$/);
const Job = z.enum(JOB_NAMES);

/** `partly`: the job went through, and some of its work failed. */
const Outcome = z.enum(['good', 'partly', 'failed']);

/** The last time a job ran; `good` is when it last ended well. */
export const JobRun = z.object({
  job: Job,
  began: Moment,
  ended: Moment.optional(),
  outcome: Outcome.optional(),
  code: ErrorCode.optional(),
  good: Moment.optional(),
});
export type JobRun = z.infer<typeof JobRun>;
type Outcome = z.infer<typeof Outcome>;

/** A job, or one piece of its work: `recount~con_…`, `mail~news`. */
export const LetterId = z.string().regex(/^[a-z]{1,20}(~[\w-]{1,50})?$/);
export type LetterId = z.infer<typeof LetterId>;

/** Work that fails, from its first failure on: a dead letter once it has failed often enough (`isDead`). */
export const Letter = z.object({
  id: LetterId,
  job: Job,
  /** What it was about, by its id. */
  subject: z.string().max(50),
  since: Moment,
  last: Moment,
  tries: z.int().min(1),
  code: ErrorCode,
  /** Before this it is not tried again. */
  notBefore: Moment,
});
export type Letter = z.infer<typeof Letter>;

/** Mails of one kind that wait: counts and ages, never to whom or what they say. */
const MailsOfKind = z.object({
  kind: z.enum(MAIL_KINDS),
  /** Not tried yet. */
  waiting: count,
  /** Tried, and not handed over: they are tried again by themselves. */
  failed: count,
  mostTries: count,
  /** Since when the oldest of them waits. */
  oldest: Moment,
});
export const MailStanding = z.object({ at: Moment, kinds: z.array(MailsOfKind) });
export type MailStanding = z.infer<typeof MailStanding>;

/** The tables of `functions/storage/tables.ts`. */
const TABLES = ['records', 'cases', 'ballots', 'vault', 'limits'] as const;
/** `isEstimate`: the cloud counts its tables about every six hours. */
export const StorageStanding = z.object({
  at: Moment,
  isEstimate: z.boolean(),
  tables: z.array(z.object({ table: z.enum(TABLES), items: count, bytes: count })),
});
export type StorageStanding = z.infer<typeof StorageStanding>;

const Versions = z.object({
  platform: z.string(),
  commit: z.string().optional(),
  node: z.string(),
  /** Of the definition of all tables and indexes. */
  tables: z.string(),
  /** Of the code that makes results. */
  opinion: z.string(),
});

export const OperationsView = z.object({
  /** Where the operator's acts stand in the ledger, and whose clock her page shows. */
  place: z.object({ slug: z.string(), timeZone: z.string() }),
  jobs: z.array(JobRun.extend({ standing: z.enum(RUN_STANDINGS) })),
  deadLetters: z.array(Letter.extend({ isAskedFor: z.boolean() })),
  mails: MailStanding.extend({ isRetryAsked: z.boolean() }).optional(),
  storage: StorageStanding.optional(),
  versions: Versions,
});
export type OperationsView = z.infer<typeof OperationsView>;
