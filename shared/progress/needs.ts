import type { Phase } from '../consultations/phases.ts';

/** What can wait in a consultation, and for which role's hands. A slice whose work can wait adds its line. */
export const WAITS_FOR = {
  /** Texts of the consultation and its document that cannot be read in one of its languages, or only by a machine. */
  translations: 'mediator',
  /** Words that a moderator reads before everybody does. */
  approvals: 'moderator',
  /** Reports that nobody has decided about, in the whole place. */
  reports: 'moderator',
} as const;
export type WaitKind = keyof typeof WAITS_FOR;
export type Waiting = { what: WaitKind; count: number };

export const NEEDS = [
  'text',
  'translations',
  'moderators',
  'drafters',
  'suggestions',
  'approvals',
  'reports',
  'next-date',
] as const;
export type Need = (typeof NEEDS)[number];

/** How things stand, as far as a step asks for it. */
export type Standing = {
  passages: number;
  moderators: number;
  drafters: number;
  /** Published suggestions, experiences, questions. */
  cards: number;
  waiting: readonly Waiting[];
  /** The step has a date after it. */
  isFollowed: boolean;
};

/** What each step cannot do well without. */
const NEEDED: Record<Phase, readonly Need[]> = {
  preparing: [],
  suggesting: ['text', 'translations', 'moderators', 'next-date'],
  deliberating: ['suggestions', 'translations', 'moderators', 'approvals', 'next-date'],
  drafting: ['drafters', 'reports', 'next-date'],
  answered: ['reports'],
  closed: ['approvals', 'reports'],
};

/** What a consultation lacks for a step, in the order in which to see to it. */
export const missingFor = (phase: Phase, standing: Standing): Need[] => {
  const waits = (kind: WaitKind): boolean => standing.waiting.some(({ what, count }) => what === kind && count > 0);
  const lacks: Record<Need, boolean> = {
    text: standing.passages === 0,
    translations: waits('translations'),
    moderators: standing.moderators === 0,
    drafters: standing.drafters === 0,
    suggestions: standing.cards === 0 && standing.passages === 0,
    approvals: waits('approvals'),
    reports: waits('reports'),
    'next-date': !standing.isFollowed,
  };
  return NEEDED[phase].filter((need) => lacks[need]);
};
