import type { Case, Decision, Look } from '#shared/moderation/case.ts';
import { mayDecide, needsStatement, type DecisionRefusal } from '#shared/moderation/rules.ts';
import type { CaseId, Decide } from '#shared/moderation/schema.ts';
import { Decision as DecisionShape } from '#shared/moderation/case.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem, type FieldError } from '#shared/problems.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { keys } from '../storage/keys.ts';
import { get } from '../storage/table.ts';
import { newId, nowIn, type World } from '../world.ts';
import { earlierMeasures } from './authors.ts';
import { actingOn, doneTo, lineOf, undoUntil, type AtDesk } from './cases.ts';
import { tellLater, tellNever } from './deadlines.ts';
import type { Found } from './found.ts';
import { forgetLooks, inOneOrMore, lookSteps } from './looks.ts';
import { groundFrom, saidFrom, counterStatementFrom } from './saying.ts';
import { askedNoMore, decisionStep } from './store.ts';
import { findSubject } from './subjects.ts';
import { wordsOfCase } from './words.ts';
import { noteWait } from './waits.ts';

type Given = Omit<Decide, 'version' | 'seen'>;

/** Whoever gets a statement of reasons reads facts in it (DSA Art. 17(3)(b)). */
const missingFacts = (given: Given): FieldError[] => {
  const { phrases, words } = given.facts;
  const isMissing = needsStatement(given) && phrases.length === 0 && words === undefined;
  return isMissing ? [{ pointer: '/facts/words', code: 'words-missing' }] : [];
};

/** Which part of a decision is at fault, where it is one. */
const AT_FAULT: Partial<Record<DecisionRefusal, FieldError>> = {
  'ground-missing': { pointer: '/ground', code: 'ground-missing' },
  'mark-missing': { pointer: '/mark', code: 'nothing-chosen' },
  'warning-first': { pointer: '/author/measure', code: 'warning-first' },
};

/** What the decision makes of the words, and the decision itself with everything it quotes: later changes of the book change nothing. */
export const decisionFrom = async (
  world: World,
  { one, by, role }: AtDesk,
  found: Found | undefined,
  given: Given,
): Promise<{ decision: Decision; look: Look }> => {
  const now = nowIn(world);
  const needsWarning = given.author?.measure === 'suspend' && given.tier !== 1;
  const author = needsWarning ? await earlierMeasures(world, one, { by, role }) : { warnedOn: [] };
  const verdict = mayDecide(one.subject.kind, given, author, now);
  const missing = missingFacts(given);
  if (!verdict.allowed) {
    const wrong = AT_FAULT[verdict.reason];
    throw new Problem(verdict.reason, wrong && { errors: [...missing, wrong] });
  }
  if (missing.length > 0) throw new Problem('invalid-request', { errors: missing });
  const { visibility, mark } = given;
  const place: PlaceId = one.place;
  const [ground, facts, counterStatement] = await Promise.all([
    given.ground && groundFrom(world, place, given.ground),
    saidFrom(world, place, given.facts, ['fact'], '/facts/phrases'),
    given.counterStatement && counterStatementFrom(world, place, given.counterStatement),
  ]);
  const look: Look = { visibility, ...(mark && { mark }), ...(counterStatement && { counterStatement }) };
  const decision: Decision = {
    id: newId(world, 'decision'),
    case: one.id,
    at: now,
    by,
    kind: given.kind,
    grounds: given.grounds,
    tier: given.tier,
    visibility,
    ...(mark && { mark }),
    ...(counterStatement && { counterStatement }),
    ...(given.author && { author: { measure: given.author.measure } }),
    ...(given.author?.measure === 'suspend' && { days: given.author.days }),
    manifest: given.manifest,
    unfounded: given.unfounded,
    ...(ground && { ground }),
    facts,
    automated: false,
    source: one.source,
    written: found?.at ?? one.since,
    before: one.look,
    ...(one.decision && one.decided && { previous: { decision: one.decision, decided: one.decided } }),
  };
  return { decision, look };
};

/** Decides about words, and changes them in the same write: two who decide at once end with one decision. */
export const decideCase = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  { version, seen, ...given }: Decide,
  alike?: CaseId,
): Promise<Case> => {
  const at = await actingOn(world, actor, slug, id, 'decide', version);
  const { one } = at;
  const found = await findSubject(world, one.consultation, one.subject);
  const { text, fingerprint } = await wordsOfCase(world, one, found);
  if (fingerprint !== seen) throw new Problem('changed-meanwhile');
  if (text === null && given.visibility !== 'keep') throw new Problem('decision-not-possible');
  const { decision, look } = await decisionFrom(world, at, found, given);
  const { first, then } = inOneOrMore(found ? await lookSteps(world, one, found, look) : []);
  const until = undoUntil(world);
  const { kind, grounds, tier } = given;
  const becomes = {
    kind,
    grounds,
    tier,
    look,
    decision: decision.id,
    decided: fingerprint,
    gone: text === null,
    undoUntil: until,
    deciders: [...one.deciders, at.by],
    appealed: [],
    alike,
  };
  const also = [
    decisionStep(decision),
    ...first,
    tellLater({ id, undoUntil: until }),
    ...(await askedNoMore(world, id)),
  ];
  const decided = await doneTo(world, at, 'decide', 'decide-case', becomes, {
    also,
    why: lineOf(decision),
    without: ['holder', 'appealableUntil', 'appeal'],
  });
  await then(world);
  forgetLooks(world, one.consultation);
  if (one.look.visibility === 'waiting') await noteWait(world, one);
  return decided;
};

/** Takes a decision back within ten minutes: the words stand as before, nobody was told, nobody will be. */
export const undoDecision = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  version: number,
): Promise<Case> => {
  const at = await actingOn(world, actor, slug, id, 'undo', version);
  const { one } = at;
  const item = one.decision && (await get(world.storage, 'cases', keys.decisionOf(id, one.decision)));
  const decision = DecisionShape.parse(item);
  const found = await findSubject(world, one.consultation, one.subject);
  const { first, then } = inOneOrMore(found ? await lookSteps(world, one, found, decision.before) : []);
  const undone = { ...decision, undone: nowIn(world) };
  const becomes = { look: decision.before, deciders: one.deciders.slice(0, -1), ...decision.previous };
  const waiting = await doneTo(world, at, 'undo', 'undo-decision', becomes, {
    also: [decisionStep(undone), ...first, tellNever(one)],
    without: decision.previous ? ['undoUntil'] : ['undoUntil', 'decision', 'decided'],
  });
  await then(world);
  forgetLooks(world, one.consultation);
  return waiting;
};
