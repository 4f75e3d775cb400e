import { DAY, HOUR, MINUTE } from '#shared/time.ts';

/** So many in so many milliseconds. */
export type Limit = { points: number; duration: number };

/**
 * Thresholds against abuse: configuration of the server, never of the public law in shared/. `byAddress` limits count
 * what came from one network address; a whole shelter or school may sit behind one, so they ask for work, not refuse.
 */
export const LIMITS = {
  /** Joining: beyond this, proof of work. */
  join: { points: 100, duration: 10 * MINUTE },
  /** Trying card numbers: beyond this, proof of work. */
  card: { points: 20, duration: 10 * MINUTE },
  /** Trying recovery codes: beyond this, proof of work. */
  'recovery-code': { points: 20, duration: 10 * MINUTE },
  /** Invitations that one person sends. */
  invite: { points: 60, duration: HOUR },
  /** Reporting: beyond this, proof of work. A whole school may report one thing. */
  notice: { points: 30, duration: 10 * MINUTE },
  /** Trying receipt codes: beyond this, proof of work. */
  receipt: { points: 20, duration: 10 * MINUTE },
  message: { points: 20, duration: HOUR },
  /** Translations that one person asks for. */
  translation: { points: 30, duration: HOUR },
  /** Texts that one place hands to a translator in a day: a ceiling for the bill. Beyond it, people translate. */
  'machine-translation': { points: 2_000, duration: DAY },
  suggest: { points: 20, duration: HOUR },
  reply: { points: 60, duration: HOUR },
  contact: { points: 5, duration: HOUR },
  /** Votes written, in one process: a person taps perhaps one a second. */
  vote: { points: 600, duration: MINUTE },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
export type Limits = Record<LimitName, Limit>;
