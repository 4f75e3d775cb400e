import { describe, expect, test } from 'vitest';
import { mayDo, roleFor, ROLES, type OfficeAct, type Role } from '#shared/places/rules.ts';

/** Written out once more by hand: DESIGN's table of who may do what in office. */
const LAW: Record<OfficeAct, readonly Role[]> = {
  'change-place': ['coordinator'],
  'open-place': ['coordinator'],
  'run-platform': ['coordinator'],
  'read-places-below': ['coordinator', 'drafter', 'analyst'],
  'read-drafts': ROLES,
  'prepare-consultation': ['coordinator'],
  'correct-consultation': ['coordinator'],
  'change-phase': ['coordinator'],
  'open-consultation': ['coordinator'],
  'import-consultation': ['coordinator'],
  'edit-text': ['coordinator', 'drafter'],
  translate: ['mediator', 'coordinator', 'drafter'],
  'read-staff-snapshot': ['coordinator', 'drafter', 'analyst'],
  'read-ledger': ['coordinator', 'analyst'],
  'hand-auditors-file': ['coordinator'],
  'work-on-suggestions': ['drafter', 'coordinator'],
  'see-staff': ROLES,
  'appoint-staff': ['coordinator'],
  'write-version': ['drafter', 'coordinator'],
  'publish-version': ['drafter', 'coordinator'],
  'comment-draft': ROLES,
  'make-cards': ['coordinator'],
  'hand-cards': ['coordinator', 'mediator'],
  'decide-batch': ['coordinator'],
  'read-progress': ['coordinator', 'drafter', 'analyst'],
  announce: ['coordinator'],
  moderate: ['moderator'],
  'hear-appeal': ['moderator'],
  'write-phrases': ['moderator'],
  'appoint-flagger': ['coordinator'],
  'ask-addressee': ['coordinator', 'drafter'],
  'plan-measures': ['coordinator', 'drafter'],
  'export-statements': ['moderator', 'coordinator'],
};

describe('to the city, about acts of office', () => {
  for (const act of Object.keys(LAW) as OfficeAct[]) {
    for (const role of ROLES) {
      const may = LAW[act].includes(role);
      test(`a ${role} ${may ? 'may' : 'may not'} ${act}`, () => {
        expect(mayDo(act, [role])).toEqual(may ? { allowed: true } : { allowed: false, reason: 'role-missing' });
        expect(roleFor(act, [role])).toBe(may ? role : undefined);
      });
    }
    test(`nobody without a role may ${act}`, () => {
      expect(mayDo(act, []).allowed).toBe(false);
      expect(roleFor(act, [])).toBeUndefined();
    });
  }

  test('whoever holds several roles acts in the one that allows it', () => {
    expect(roleFor('read-ledger', ['mediator', 'analyst'])).toBe('analyst');
    expect(roleFor('change-phase', ['moderator', 'drafter'])).toBeUndefined();
  });
});
