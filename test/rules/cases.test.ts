import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withDrawing } from '#functions/moderation/drawing.ts';
import { mayWorkOn } from '#shared/moderation/rules.ts';
import {
  CASE_ACT_NAMES,
  CASE_ROLES,
  CASE_STATES,
  mayAct,
  stateAfter,
  type CaseAct,
  type CaseRole,
  type CaseState,
} from '#shared/moderation/states.ts';

const DESK: readonly CaseRole[] = ['moderator', 'hearer'];
const PARTIES: readonly CaseRole[] = ['notifier', 'author'];
const STAYS: readonly CaseState[] = ['waiting', 'decided', 'told', 'appealed', 'reviewed', 'closed'];

/** What is promised, written down a second time: in which states, by whom, and what the case is then. */
const PROMISED: Record<CaseAct, { in: readonly CaseState[]; by: readonly CaseRole[]; then?: CaseState }> = {
  join: { in: STAYS, by: ['anyone'] },
  raise: { in: ['told', 'closed'], by: ['anyone'], then: 'waiting' },
  hint: { in: ['waiting'], by: ['job'] },
  take: { in: ['waiting', 'appealed'], by: DESK },
  'pass-on': { in: ['waiting', 'appealed'], by: DESK },
  'hand-over': { in: ['waiting', 'appealed'], by: DESK },
  'ask-opinion': { in: ['waiting', 'appealed'], by: DESK },
  'give-opinion': { in: ['waiting', 'appealed'], by: DESK },
  escalate: { in: STAYS, by: DESK },
  decide: { in: ['waiting'], by: DESK, then: 'decided' },
  undo: { in: ['decided'], by: DESK, then: 'waiting' },
  tell: { in: ['decided'], by: ['job'], then: 'told' },
  reopen: { in: ['told', 'closed'], by: DESK, then: 'waiting' },
  appeal: { in: ['told'], by: PARTIES, then: 'appealed' },
  move: { in: ['appealed'], by: ['job'] },
  'decide-appeal': { in: ['appealed'], by: ['hearer'], then: 'reviewed' },
  'undo-appeal': { in: ['reviewed'], by: DESK, then: 'appealed' },
  'tell-appeal': { in: ['reviewed'], by: ['job'], then: 'told' },
  write: { in: ['told', 'appealed', 'reviewed'], by: [...PARTIES, ...DESK] },
  close: { in: ['told'], by: ['job'], then: 'closed' },
  empty: { in: ['closed'], by: ['job'], then: 'emptied' },
};

const CELLS = CASE_ACT_NAMES.flatMap((act) =>
  CASE_STATES.flatMap((state) => CASE_ROLES.map((role) => ({ act, state, role }))),
);

describe('Everything that may happen to a case', () => {
  test('is what was promised, for every act in every state by every role', () => {
    expect(Object.keys(PROMISED)).toEqual(CASE_ACT_NAMES);
    const wrong = CELLS.filter(
      ({ act, state, role }) =>
        mayAct(act, state, role) !== (PROMISED[act].in.includes(state) && PROMISED[act].by.includes(role)),
    );
    expect(wrong).toEqual([]);
    for (const { act, state } of CELLS) expect(stateAfter(act, state)).toBe(PROMISED[act].then ?? state);
  });

  test('is drawn in the docs as the code has it', () => {
    const page = readFileSync('functions/moderation/001-a-case-and-its-states.md', 'utf8');
    expect(withDrawing(page)).toBe(page);
  });
});

describe('Whoever has decided in a case', () => {
  test('does nothing but call for help once it is appealed, whatever else the state allows', () => {
    const appealed = { state: 'appealed', deciders: ['me', 'another'] } as const;
    const allowed = CASE_ACT_NAMES.filter((act) => mayWorkOn(appealed, act, 'me', '2026-01-01T00:00:00.000Z').allowed);
    expect(allowed).toEqual(['escalate']);
  });

  test('takes back only the last decision', () => {
    const may = (deciders: string[]) =>
      mayWorkOn({ state: 'decided', deciders }, 'undo', 'me', '2026-01-01T00:00:00.000Z').allowed;
    expect([may(['another', 'me']), may(['me', 'another'])]).toEqual([true, false]);
  });
});
