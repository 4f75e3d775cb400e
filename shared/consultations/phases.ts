import { MINUTE, milliseconds, type Instant } from '../time.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';

export const PHASES = ['preparing', 'suggesting', 'deliberating', 'drafting', 'answered', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** What residents may do. Acts of office are in `places/rules.ts`. */
export const ACTS = ['read', 'vote', 'suggest', 'reply', 'see-results'] as const;
export type Act = (typeof ACTS)[number];

/** Who may do what when: this table, not ifs. After the last deliberation the words stay readable for good. */
const OPEN: Record<Phase, readonly Act[]> = {
  preparing: [],
  suggesting: ['read', 'vote', 'suggest', 'reply'],
  deliberating: ['read', 'vote', 'reply'],
  drafting: ['read', 'reply', 'see-results'],
  answered: ['read', 'see-results'],
  closed: ['read', 'see-results'],
};

/** preparing → (suggesting → deliberating → drafting)+ → answered → closed */
const NEXT: Record<Phase, readonly Phase[]> = {
  preparing: ['suggesting'],
  suggesting: ['deliberating'],
  deliberating: ['drafting'],
  drafting: ['suggesting', 'answered'],
  answered: ['closed'],
  closed: [],
};

export type Stage = { phase: Phase; from: Instant };
export type Schedule = readonly Stage[];
type Timed = { stages: Schedule };

const stageAt = ({ stages }: Timed, now: Instant): Stage | undefined => stages.findLast((stage) => stage.from <= now);

/** The phase at a moment. Before the first date a consultation is being prepared. */
export const phaseAt = (consultation: Timed, now: Instant): Phase => stageAt(consultation, now)?.phase ?? 'preparing';

export const stageAfter = ({ stages }: Timed, now: Instant): Stage | undefined =>
  stages.find((stage) => stage.from > now);

export type ClosedReason =
  | 'consultation-in-preparation'
  | 'consultation-closed'
  | 'phase-has-passed'
  | 'not-in-this-phase';

const opensLater = (consultation: Timed, act: Act, now: Instant): boolean =>
  consultation.stages.some((stage) => stage.from > now && OPEN[stage.phase].includes(act));

export const mayNow = (consultation: Timed, act: Act, now: Instant): Verdict<ClosedReason> => {
  const phase = phaseAt(consultation, now);
  if (OPEN[phase].includes(act)) return allowed;
  if (phase === 'preparing') return refused('consultation-in-preparation');
  if (phase === 'closed') return refused('consultation-closed');
  return refused(opensLater(consultation, act, now) ? 'not-in-this-phase' : 'phase-has-passed');
};

/** A schedule is lawful when it starts with preparing, follows NEXT and goes forward in time. */
export const isLawful = (stages: Schedule): boolean =>
  stages[0]?.phase === 'preparing' &&
  stages.every((stage, i) => {
    const before = stages[i - 1];
    return !before || (NEXT[before.phase].includes(stage.phase) && before.from < stage.from);
  });

/** A change by hand is announced at least a minute ahead, so that every process has seen it when it comes. */
const NOTICE_BEFORE_CHANGE = MINUTE;

export type ChangeRefusal = 'phase-not-next' | 'too-soon' | 'after-the-following-date';

/**
 * The schedule after a change by hand: the next stage begins at `at` instead of its date.
 * Where several stages may follow (another round, or the answer), `to` says which: stages planned before it are
 * skipped, and where it was not planned the dates after it are open again. A date less than a minute away stands.
 */
export const changePhase = (
  consultation: Timed,
  to: Phase,
  at: Instant,
  now: Instant,
): Verdict<ChangeRefusal> & { stages?: Schedule } => {
  if (milliseconds(at) < milliseconds(now) + NOTICE_BEFORE_CHANGE) return refused('too-soon');
  if (!NEXT[phaseAt(consultation, now)].includes(to)) return refused('phase-not-next');
  const past = consultation.stages.filter((stage) => stage.from <= now);
  const coming = consultation.stages.filter((stage) => stage.from > now);
  if (coming[0] && milliseconds(coming[0].from) < milliseconds(now) + NOTICE_BEFORE_CHANGE) return refused('too-soon');
  const planned = coming.findIndex((stage) => stage.phase === to);
  const rest = planned < 0 ? [] : coming.slice(planned + 1);
  const stages = [...past, { phase: to, from: at }, ...rest];
  return isLawful(stages) ? { ...allowed, stages } : refused('after-the-following-date');
};

/** The moments at which a deliberation has ended, oldest first: each one closes the count. */
export const countingEnds = ({ stages }: Timed): Instant[] =>
  stages.filter((stage, i) => stage.phase === 'drafting' && stages[i - 1]?.phase === 'deliberating').map((s) => s.from);

/** When voting began: votes store their time as seconds since this moment. */
export const openedAt = ({ stages }: Timed): Instant | undefined =>
  stages.find((stage) => OPEN[stage.phase].includes('vote'))?.from;

/** When the last word was said and retention begins to run; absent while no end is planned. */
export const closedAt = ({ stages }: Timed): Instant | undefined =>
  stages.find((stage) => stage.phase === 'closed')?.from;
