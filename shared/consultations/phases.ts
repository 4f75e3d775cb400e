import { MINUTE, later, milliseconds, type Instant } from '../time.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';

export const PHASES = ['preparing', 'suggesting', 'deliberating', 'drafting', 'answered', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** What residents may do. Acts of office are in `places/rules.ts`. */
export const ACTS = ['read', 'vote', 'suggest', 'reply', 'see-results'] as const;
export type Act = (typeof ACTS)[number];

/**
 * Who may do what when: this table, not ifs. What is announced can be read before it opens; after the last deliberation
 * the words stay readable for good.
 */
const OPEN: Record<Phase, readonly Act[]> = {
  preparing: ['read'],
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

/** Before its first date, and as a draft that has no dates, a consultation is open to nothing, reading included. */
export const mayNow = (consultation: Timed, act: Act, now: Instant): Verdict<ClosedReason> => {
  const phase = stageAt(consultation, now)?.phase;
  if (phase && OPEN[phase].includes(act)) return allowed;
  if (!phase || phase === 'preparing') return refused('consultation-in-preparation');
  if (phase === 'closed') return refused('consultation-closed');
  return refused(opensLater(consultation, act, now) ? 'not-in-this-phase' : 'phase-has-passed');
};

const isInOrder = (stages: Schedule): boolean =>
  stages.every(({ phase }, i) => i === 0 || NEXT[(stages[i - 1] as Stage).phase].includes(phase));

const goesForward = (stages: Schedule): boolean =>
  stages.every(({ from }, i) => i === 0 || (stages[i - 1] as Stage).from < from);

/** A schedule is lawful when it starts with preparing, follows NEXT and goes forward in time. */
export const isLawful = (stages: Schedule): boolean =>
  stages[0]?.phase === 'preparing' && isInOrder(stages) && goesForward(stages);

/** A change by hand is announced at least a minute ahead, so that every process has seen it when it comes. */
export const NOTICE_BEFORE_CHANGE = MINUTE;
const isTooSoon = (at: Instant, now: Instant): boolean => milliseconds(at) < milliseconds(now) + NOTICE_BEFORE_CHANGE;

type ChangeRefusal = 'phase-not-next' | 'too-soon' | 'after-the-following-date';
type Changed = Verdict<ChangeRefusal> & { stages?: Schedule };

export const comingStages = ({ stages }: Timed, now: Instant): Stage[] => stages.filter((stage) => stage.from > now);

/** The schedule with other dates ahead of it. What has been stays, and so does a date less than a minute away. */
export const reschedule = (consultation: Timed, coming: Schedule, now: Instant): Changed => {
  const planned = comingStages(consultation, now);
  const isSame = (one: Stage, other: Stage | undefined) => one.phase === other?.phase && one.from === other.from;
  const isKept = (stage: Stage): boolean => planned.some((other) => isSame(stage, other));
  if (coming.some((stage) => isTooSoon(stage.from, now) && !isKept(stage))) return refused('too-soon');
  if (planned.some((stage, i) => isTooSoon(stage.from, now) && !isSame(stage, coming[i]))) return refused('too-soon');
  const past = consultation.stages.filter((stage) => stage.from <= now);
  const stages = [...past, ...coming];
  if (!isInOrder(stages) || (past.length === 0 && coming[0]?.phase !== 'preparing')) return refused('phase-not-next');
  return goesForward(stages) ? { ...allowed, stages } : refused('after-the-following-date');
};

/**
 * The schedule after a change by hand: the next stage begins at `at` instead of its date.
 * Where several stages may follow (another round, or the answer), `to` says which: stages planned before it are
 * skipped, and where it was not planned the dates after it are open again.
 */
export const changePhase = (consultation: Timed, to: Phase, at: Instant, now: Instant): Changed => {
  if (isTooSoon(at, now)) return refused('too-soon');
  if (!NEXT[phaseAt(consultation, now)].includes(to)) return refused('phase-not-next');
  const coming = comingStages(consultation, now);
  const planned = coming.findIndex((stage) => stage.phase === to);
  const rest = planned < 0 ? [] : coming.slice(planned + 1);
  return reschedule(consultation, [{ phase: to, from: at }, ...rest], now);
};

/**
 * The schedule when the voting of this round ends at `at`, before its date. While suggestions are still taken, the last
 * minute before it takes votes only: every round has a deliberation.
 */
export const closeVoting = (consultation: Timed, at: Instant, now: Instant): Changed => {
  const phase = phaseAt(consultation, now);
  if (phase !== 'suggesting' && phase !== 'deliberating') return refused('phase-not-next');
  const coming = comingStages(consultation, now);
  const end = coming.findIndex((stage) => stage.phase === 'drafting');
  const planned = coming[end]?.from;
  if (planned !== undefined && planned <= at) return refused('after-the-following-date');
  const deliberation: Stage = { phase: 'deliberating', from: later(at, -MINUTE) };
  const rest = end < 0 ? [] : coming.slice(end + 1);
  const closing: Stage[] = [...(phase === 'suggesting' ? [deliberation] : []), { phase: 'drafting', from: at }];
  return reschedule(consultation, [...closing, ...rest], now);
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
