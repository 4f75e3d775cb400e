import type { ProblemCode } from '#shared/problems.ts';

type WayOn = 'home' | 'card' | 'sign-in';

/** Where a reader may go from the page of a problem. Written out, because the catalogue itself would bring zod along. */
const WAYS_ON: Record<ProblemCode, WayOn> = {
  'invalid-request': 'home',
  'not-signed-in': 'card',
  'role-missing': 'home',
  'passkey-needed': 'sign-in',
  'cross-site-request': 'home',
  'not-the-author': 'home',
  'consent-missing': 'home',
  'door-not-open': 'card',
  'consent-outdated': 'home',
  'not-found': 'home',
  'method-not-allowed': 'home',
  'consultation-in-preparation': 'home',
  'consultation-closed': 'home',
  'phase-has-passed': 'home',
  'not-in-this-phase': 'home',
  'results-not-yet-public': 'home',
  'edit-time-over': 'home',
  'already-withdrawn': 'home',
  'still-editable': 'home',
  'phase-not-next': 'home',
  'too-soon': 'home',
  'after-the-following-date': 'home',
  'changed-meanwhile': 'home',
  'last-coordinator': 'home',
  'last-passkey': 'home',
  'enough-passkeys': 'home',
  'passkey-not-known': 'sign-in',
  'passkey-not-valid': 'sign-in',
  'code-not-known': 'sign-in',
  'invitation-over': 'home',
  'card-not-known': 'card',
  'card-used': 'card',
  'card-expired': 'card',
  'card-revoked': 'card',
  'batch-too-small': 'home',
  'too-large': 'home',
  'too-many-requests': 'home',
  'proof-needed': 'home',
  'proof-not-valid': 'home',
  'reply-target-gone': 'home',
  'internal-error': 'home',
  'storage-busy': 'home',
};

export const isExplained = (code: string): code is ProblemCode => Object.hasOwn(WAYS_ON, code);
export const wayOn = (code: ProblemCode): WayOn => WAYS_ON[code];
