import { allowed, refused, type Verdict } from '../verdict.ts';

export const PLACE_KINDS = ['union', 'country', 'region', 'city', 'network'] as const;

/** A short name for the address of a place; empty where its name has no letters of an address. */
export const slugFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');

/** Parts of the set-up of a place, in the order in which they are gone through. Each is saved by itself. */
export const SET_UP_PARTS = [
  'about',
  'languages',
  'rules',
  'help',
  'privacy',
  'consent',
  'look',
  'moderation',
  'triage',
  'counting',
  'sharing',
  'tree',
] as const;
export type SetUpPart = (typeof SET_UP_PARTS)[number];

/** How the house's own texts of house rules speak. */
export const TONES = ['warm', 'formal'] as const;
export type Tone = (typeof TONES)[number];

export const HELP_KINDS = ['emergency', 'equality-body', 'local-desk', 'other'] as const;

/** Staff roles, given for each place. A participant has none. */
export const ROLES = ['mediator', 'moderator', 'drafter', 'coordinator', 'analyst'] as const;
export type Role = (typeof ROLES)[number];

/** Acts of office. Who may do which is this table and nothing else. */
const OFFICE = {
  'change-place': ['coordinator'],
  'open-place': ['coordinator'],
  /** In a place at the top only: `functions/places/operator.ts`. */
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
} as const satisfies Record<string, readonly Role[]>;
export type OfficeAct = keyof typeof OFFICE;

/** What a role may do. */
export const actsOf = (role: Role): OfficeAct[] =>
  (Object.keys(OFFICE) as OfficeAct[]).filter((act) => mayDo(act, [role]).allowed);

/** May somebody who holds these roles in the place do this act of office there? */
export const mayDo = (act: OfficeAct, roles: readonly Role[]): Verdict<'role-missing'> =>
  (OFFICE[act] as readonly Role[]).some((role) => roles.includes(role)) ? allowed : refused('role-missing');

/** The role under which an act is written to the ledger. */
export const roleFor = (act: OfficeAct, roles: readonly Role[]): Role | undefined =>
  (OFFICE[act] as readonly Role[]).find((role) => roles.includes(role));
