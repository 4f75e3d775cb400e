import { z } from 'zod';
import { REASON_LENGTH } from '../consultations/rules.ts';
import { Moment } from '../consultations/schema.ts';
import { idSchema } from '../ids.ts';
import { ParticipantId } from '../participants/schema.ts';
import { PlaceId, Role } from '../places/schema.ts';

/** Acts of office and publications. Voting, joining, reading leave no line. */
export const LEDGER_ACTS = [
  'create-place',
  'open-place',
  'accept-place',
  'decline-place',
  'change-place',
  'publish-consent',
  'invite-staff',
  'withdraw-invitation',
  'appoint-staff',
  'change-staff',
  'leave-office',
  'prepare-consultation',
  'delete-draft',
  'open-consultation',
  'correct-consultation',
  'edit-text',
  'translate',
  'change-phase',
  'import-consultation',
  'publish-snapshot',
  'hand-auditors-file',
  'withdraw-auditors-file',
  'fetch-auditors-file',
  'end-retention',
  'publish-version',
  'merge-suggestion',
  'undo-merge',
  'answer-suggestion',
  'name-group',
  'plan-batch',
  'make-cards',
  'revoke-batch',
  'decide-batch',
  'announce',
  'open-case',
  'take-case',
  'pass-case-on',
  'hand-case-over',
  'ask-opinion',
  'give-opinion',
  'escalate-case',
  'reveal-words',
  'decide-case',
  'undo-decision',
  'reopen-case',
  'tell-decision',
  'decide-appeal',
  'undo-appeal',
  'tell-appeal',
  'move-appeal',
  'write-to-party',
  'measure-notifier',
  'resolve-author',
  'close-case',
  'empty-case',
  'write-phrase',
  'appoint-flagger',
  'end-flagger',
  'ask-addressee',
  'renew-link',
  'end-asking',
  'give-answer',
  'correct-answer',
  'plan-measure',
  'change-measure',
  'retry-job',
  'drop-letter',
  'retry-mails',
] as const;

export const LedgerLine = z.object({
  id: idSchema('line'),
  at: Moment,
  place: PlaceId,
  /** Absent for acts of a job, of an addressee and of an auditor. */
  by: ParticipantId.optional(),
  /** An addressee answers for an institution, and an auditor counts again, by a link: they have no account here. */
  role: z.union([Role, z.enum(['job', 'addressee', 'auditor'])]),
  act: z.enum(LEDGER_ACTS),
  subject: z.string().max(80),
  /** Room for the longest reason of a phase change, with the phase and the date before it. */
  why: z
    .string()
    .max(REASON_LENGTH + 100)
    .optional(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;
