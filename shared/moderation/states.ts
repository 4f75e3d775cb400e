/** The states of a case, in the order in which most cases pass them. */
export const CASE_STATES = ['waiting', 'decided', 'told', 'appealed', 'reviewed', 'closed', 'emptied'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/**
 * Who acts on a case. A `hearer` is a moderator who has decided nothing in it; `anyone` may have no session; author and
 * notifier are those of this case, known by session or receipt.
 */
export const CASE_ROLES = ['anyone', 'notifier', 'author', 'moderator', 'hearer', 'job'] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

type Transition = { from: readonly CaseState[]; to: CaseState | 'same'; by: readonly CaseRole[] };

const IN_WORK = ['waiting', 'appealed'] as const;
const WITH_WORDS = ['waiting', 'decided', 'told', 'appealed', 'reviewed', 'closed'] as const;
const AT_THE_DESK = ['moderator', 'hearer'] as const;

/**
 * What may happen to a case, and what it is afterwards: this table, not ifs. `from` becomes the condition of the write,
 * so of two who act at once one is refused. A moderator takes what waits; only a hearer takes what was appealed.
 */
export const CASE_ACTS = {
  /** One more notice of the same thing, which says nothing new. */
  join: { from: WITH_WORDS, to: 'same', by: ['anyone'] },
  /** A notice that says something new of what was decided, or the words have changed since. */
  raise: { from: ['told', 'closed'], to: 'waiting', by: ['anyone'] },
  /** A service outside says how its words look; only its place among its like changes. */
  hint: { from: ['waiting'], to: 'same', by: ['job'] },
  take: { from: IN_WORK, to: 'same', by: AT_THE_DESK },
  'pass-on': { from: IN_WORK, to: 'same', by: AT_THE_DESK },
  'hand-over': { from: IN_WORK, to: 'same', by: AT_THE_DESK },
  'ask-opinion': { from: IN_WORK, to: 'same', by: AT_THE_DESK },
  'give-opinion': { from: IN_WORK, to: 'same', by: AT_THE_DESK },
  escalate: { from: WITH_WORDS, to: 'same', by: AT_THE_DESK },
  decide: { from: ['waiting'], to: 'decided', by: AT_THE_DESK },
  undo: { from: ['decided'], to: 'waiting', by: AT_THE_DESK },
  tell: { from: ['decided'], to: 'told', by: ['job'] },
  reopen: { from: ['told', 'closed'], to: 'waiting', by: AT_THE_DESK },
  appeal: { from: ['told'], to: 'appealed', by: ['author', 'notifier'] },
  move: { from: ['appealed'], to: 'same', by: ['job'] },
  'decide-appeal': { from: ['appealed'], to: 'reviewed', by: ['hearer'] },
  'undo-appeal': { from: ['reviewed'], to: 'appealed', by: AT_THE_DESK },
  'tell-appeal': { from: ['reviewed'], to: 'told', by: ['job'] },
  write: { from: ['told', 'appealed', 'reviewed'], to: 'same', by: ['author', 'notifier', ...AT_THE_DESK] },
  close: { from: ['told'], to: 'closed', by: ['job'] },
  empty: { from: ['closed'], to: 'emptied', by: ['job'] },
} as const satisfies Record<string, Transition>;
export type CaseAct = keyof typeof CASE_ACTS;
export const CASE_ACT_NAMES = Object.keys(CASE_ACTS) as CaseAct[];

export const priorStates = (act: CaseAct): readonly CaseState[] => CASE_ACTS[act].from;

export const mayAct = (act: CaseAct, state: CaseState, role: CaseRole): boolean => {
  const { from, by }: Transition = CASE_ACTS[act];
  return from.includes(state) && by.includes(role);
};

export const stateAfter = (act: CaseAct, state: CaseState): CaseState => {
  const { to }: Transition = CASE_ACTS[act];
  return to === 'same' ? state : to;
};
