import { MINUTE, monthsLater, type Instant } from '../time.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import type { Measure, Outcome, SubjectKind, Visibility } from './kinds.ts';
import type { Tier } from './queue.ts';
import { mayAct, type CaseAct, type CaseRole, type CaseState } from './states.ts';

/** Nothing is sent before this time has passed, and until then a decision can be undone. */
export const UNDO_TIME = 10 * MINUTE;
/** A case taken is kept for whoever took it this long; then others may take it again. */
export const LEASE_TIME = 30 * MINUTE;
/** DSA Art. 20(1): complaints for at least six months after the decision. */
const APPEAL_MONTHS = 6;
/** Before a suspension comes a warning (DSA Art. 23), no longer ago than this. */
export const WARNING_LASTS_MONTHS = 12;
/** Where a place names no other number: texts that wear out (`wearsOut`) that one moderator reads in a day. */
export const EXPOSURE_CAP = 20;
/** The Commission's list of bodies that settle disputes out of court (DSA Art. 21(8)). */
export const OUT_OF_COURT_BODIES = 'https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement';

export const NOTICE_LENGTH = 2000;
export const NOTIFIER_NAME_LENGTH = 120;
export const FACTS_LENGTH = 2000;
export const REFERENCE_LENGTH = 500;
export const QUOTE_LENGTH = 2000;
export const PHRASE_LENGTH = 500;
export const COUNTER_STATEMENT_LENGTH = 1000;
export const MESSAGE_LENGTH = 2000;
export const MOST_PHRASES = 4;

export const appealableUntil = (told: Instant): Instant => monthsLater(told, APPEAL_MONTHS);

/** What can become of what: a translation has no author to measure, a name has nothing to click open. */
const MAY_BECOME: Record<SubjectKind, readonly Visibility[]> = {
  contribution: ['keep', 'label', 'restrict', 'remove'],
  reply: ['keep', 'label', 'restrict', 'remove'],
  translation: ['keep', 'remove'],
  name: ['keep', 'remove'],
};
export const mayBecome = (kind: SubjectKind): readonly Visibility[] => MAY_BECOME[kind];

type Decision = {
  visibility: Visibility;
  mark?: unknown;
  counterStatement?: unknown;
  ground?: unknown;
  author?: { measure: Measure } | undefined;
  tier: Tier;
};
export type DecisionRefusal = 'decision-not-possible' | 'ground-missing' | 'mark-missing' | 'warning-first';

/**
 * Is this a decision that the desk can make? Whatever takes something from the author needs a ground (DSA Art. 17(3)(d));
 * a suspension needs a warning before it, unless it is about a crime (DSA Art. 23, recital 64).
 */
export const mayDecide = (
  subject: SubjectKind,
  decision: Decision,
  author: { warnedOn: readonly Instant[] },
  now: Instant,
): Verdict<DecisionRefusal> => {
  const { visibility, author: measure } = decision;
  const hasAuthor = subject !== 'translation';
  if (!MAY_BECOME[subject].includes(visibility) || (measure && !hasAuthor)) return refused('decision-not-possible');
  if (decision.counterStatement && (visibility === 'remove' || subject === 'name' || !hasAuthor))
    return refused('decision-not-possible');
  if ((visibility === 'label') !== Boolean(decision.mark)) return refused('mark-missing');
  if ((visibility !== 'keep' || measure) && !decision.ground) return refused('ground-missing');
  if (measure?.measure !== 'suspend' || decision.tier === 1) return allowed;
  const isWarned = author.warnedOn.some((on) => monthsLater(on, WARNING_LASTS_MONTHS) > now);
  return isWarned ? allowed : refused('warning-first');
};

/** Does the author get a statement of reasons for it (DSA Art. 17)? */
export const needsStatement = ({ visibility, author }: Pick<Decision, 'visibility' | 'author'>): boolean =>
  visibility !== 'keep' || author !== undefined;

export const outcomeOf = (
  { visibility, counterStatement }: { visibility: Visibility; counterStatement?: unknown },
  isThere: boolean,
): Outcome => {
  if (!isThere && visibility !== 'remove') return 'taken-back';
  if (visibility === 'keep') return counterStatement ? 'answered' : 'kept';
  return ({ label: 'labelled', restrict: 'restricted', remove: 'removed' } as const)[visibility];
};

type Worked = { state: CaseState; deciders: readonly string[]; holder?: { by: string; until: Instant } | undefined };
export type CaseRefusal = 'not-in-this-state' | 'decided-by-yourself' | 'with-somebody-else';

/** In which role somebody of the desk stands before this case. Whoever has decided in it never hears its appeal, in any office. */
const roleInCase = ({ deciders }: Pick<Worked, 'deciders'>, moderator: string): CaseRole =>
  deciders.includes(moderator) ? 'moderator' : 'hearer';

export const heldByAnother = ({ holder }: Pick<Worked, 'holder'>, moderator: string, now: Instant): boolean =>
  holder !== undefined && holder.by !== moderator && holder.until > now;

/** What nobody does to a case that a colleague has now. */
const WHILE_HELD: readonly CaseAct[] = ['take', 'pass-on', 'hand-over', 'ask-opinion', 'decide', 'decide-appeal'];

/** May this moderator do this act on the case now? */
export const mayWorkOn = (one: Worked, act: CaseAct, moderator: string, now: Instant): Verdict<CaseRefusal> => {
  const role = roleInCase(one, moderator);
  if (one.state === 'appealed' && role !== 'hearer' && act !== 'escalate') return refused('decided-by-yourself');
  if (!mayAct(act, one.state, role)) return refused('not-in-this-state');
  const isUndo = act === 'undo' || act === 'undo-appeal';
  if (WHILE_HELD.includes(act) && heldByAnother(one, moderator, now)) return refused('with-somebody-else');
  return isUndo && one.deciders.at(-1) !== moderator ? refused('with-somebody-else') : allowed;
};

type Appealed = { state: CaseState; appealableUntil?: Instant | undefined; hasAppealed: boolean };
export type AppealRefusal = 'not-in-this-state' | 'appeal-time-over' | 'already-appealed';

/** Free of charge, in any language, once for each who is concerned by a decision. */
export const mayAppeal = (one: Appealed, by: 'author' | 'notifier', now: Instant): Verdict<AppealRefusal> => {
  if (one.hasAppealed) return refused('already-appealed');
  if (one.state === 'closed' || (one.appealableUntil && one.appealableUntil < now)) return refused('appeal-time-over');
  return mayAct('appeal', one.state, by) ? allowed : refused('not-in-this-state');
};
