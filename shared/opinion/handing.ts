import { z } from 'zod';
import { REASON_LENGTH } from '../consultations/rules.ts';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { LOCALES } from '../locales.ts';
import { Words } from '../words.ts';
import { AUDITOR_LENGTH } from './rules.ts';
import { Hash, SnapshotId, SnapshotStanding } from './schema.ts';

/** The act of handing the ballots, without pseudonyms, to somebody who recounts them: to whom, why, in which language. */
export const HandAuditorsFile = z.object({
  auditor: Words(AUDITOR_LENGTH),
  reason: Words(REASON_LENGTH),
  locale: z.enum(LOCALES),
});
export type HandAuditorsFile = z.infer<typeof HandAuditorsFile>;

/** `waiting`: the link was given out and nobody used it yet. */
const HANDING_STATES = ['waiting', 'fetched', 'withdrawn'] as const;

/** One auditor's file that was handed over. What is in it is kept nowhere: it is made when the link is used. */
export const Handing = z.object({
  /** SHA-256 of the link's token. */
  id: Hash,
  consultation: ConsultationId,
  snapshot: SnapshotId,
  auditor: z.string(),
  reason: z.string(),
  at: Moment,
  until: Moment,
  state: z.enum(HANDING_STATES),
  /** When the link was used, what came out, and whether that was the very input of the published result. */
  fetched: z.object({ at: Moment, file: Hash, isInput: z.boolean() }).optional(),
});
export type Handing = z.infer<typeof Handing>;

/** What the coordinators see: who has what. `over`: nobody used the link in time. */
export const HandingView = Handing.omit({ consultation: true }).extend({
  state: z.enum([...HANDING_STATES, 'over']),
});
export type HandingView = z.infer<typeof HandingView>;

/** Who was given the ballots without names, for everybody to read. */
export const AuditorView = Handing.pick({ auditor: true, reason: true }).extend({ at: Moment });
export type AuditorView = z.infer<typeof AuditorView>;

/** What whoever holds the link reads before she fetches the file. */
export const AuditView = Handing.pick({ auditor: true, reason: true, until: true }).extend({
  snapshot: SnapshotStanding.pick({ id: true, at: true, ballots: true, hash: true, inputHash: true }),
});
export type AuditView = z.infer<typeof AuditView>;
