import { z } from 'zod';

/**
 * Every way a request can fail, by code. The reasons that rules give are codes here too, so a page explains before the
 * click with the same words the API uses after it. Titles in the reader's language are messages `problem.<code>`.
 */
export const PROBLEMS = {
  'invalid-request': 400,
  'not-signed-in': 401,
  'role-missing': 403,
  'passkey-needed': 403,
  'cross-site-request': 403,
  'not-the-author': 403,
  'consent-missing': 403,
  'door-not-open': 403,
  'consent-outdated': 409,
  'not-found': 404,
  'method-not-allowed': 405,
  'consultation-in-preparation': 409,
  'consultation-closed': 409,
  'phase-has-passed': 409,
  'not-in-this-phase': 409,
  'results-not-yet-public': 409,
  'edit-time-over': 409,
  'already-withdrawn': 409,
  'already-merged': 409,
  'not-merged': 409,
  'still-editable': 409,
  'phase-not-next': 409,
  'too-soon': 409,
  'after-the-following-date': 409,
  'changed-meanwhile': 409,
  'passage-not-there': 409,
  'nothing-changed': 409,
  'words-unplaced': 409,
  'text-is-open': 409,
  'passages-differ': 409,
  'source-not-readable': 400,
  'source-too-long': 413,
  'last-coordinator': 409,
  'last-passkey': 409,
  'enough-passkeys': 409,
  'passkey-not-known': 404,
  'passkey-not-valid': 400,
  'code-not-known': 404,
  'not-ready': 409,
  'already-published': 409,
  'wording-removed': 409,
  'language-in-use': 409,
  'door-in-use': 409,
  'belonging-in-use': 409,
  'result-dates-fixed': 409,
  'result-dates-outside': 409,
  'invitation-over': 404,
  'card-not-known': 404,
  'card-used': 409,
  'card-expired': 409,
  'card-revoked': 409,
  'batch-too-small': 409,
  'too-large': 413,
  'too-many-requests': 429,
  'proof-needed': 428,
  'proof-not-valid': 400,
  'reply-target-gone': 409,
  'writing-suspended': 403,
  'notices-suspended': 403,
  'name-removed': 409,
  'receipt-not-known': 404,
  'appeal-time-over': 409,
  'already-appealed': 409,
  'not-in-this-state': 409,
  'decided-by-yourself': 403,
  'with-somebody-else': 409,
  'decision-not-possible': 409,
  'ground-missing': 409,
  'mark-missing': 409,
  'warning-first': 409,
  'enough-for-today': 409,
  'contact-missing': 409,
  'link-over': 404,
  'file-too-large': 409,
  'not-accepted': 409,
  'internal-error': 500,
  'storage-busy': 503,
} as const satisfies Record<string, number>;
export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** What can be wrong with one field. Titles are messages `field.<code>`. */
export const FIELD_ERRORS = [
  'words-missing',
  'words-too-long',
  'words-unsayable',
  'not-an-id',
  'not-a-language',
  'not-old-enough',
  'not-a-card-number',
  'not-a-recovery-code',
  'nothing-chosen',
  'not-an-email',
  'batch-size',
  'print-languages',
  'not-a-day',
  'day-over',
  'not-a-time-zone',
  'not-a-link',
  'not-a-colour',
  'not-readable',
  'not-a-picture',
  'slug-taken',
  'kind-not-below',
  'above-itself',
  'too-many-levels',
  'not-valid',
  'shows-email',
  'shows-phone',
  'shows-name',
  'ground-missing',
  'warning-first',
] as const;
export type FieldErrorCode = (typeof FIELD_ERRORS)[number];
export const FieldError = z.object({ pointer: z.string(), code: z.enum(FIELD_ERRORS) });
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457. `type` is a page of ours that explains the code. What was sent is never echoed. */
export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  instance: z.string(),
  errors: z.array(FieldError).optional(),
  /** Seconds to wait, with `too-many-requests`. */
  retryAfter: z.number().optional(),
  /** When a suspension ends, with `writing-suspended` and `notices-suspended`. */
  until: z.iso.datetime().optional(),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;

/** Thrown by services; one handler turns it into RFC 9457. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly errors: FieldError[] | undefined;
  readonly retryAfter: number | undefined;
  readonly until: string | undefined;

  constructor(code: ProblemCode, more: { errors?: FieldError[]; retryAfter?: number; until?: string } = {}) {
    super(code);
    this.code = code;
    this.errors = more.errors;
    this.retryAfter = more.retryAfter;
    this.until = more.until;
  }

  get status(): (typeof PROBLEMS)[ProblemCode] {
    return PROBLEMS[this.code];
  }
}

/** One field that is wrong. */
export const wrongField = (pointer: string, code: FieldErrorCode): Problem =>
  new Problem('invalid-request', { errors: [{ pointer, code }] });
