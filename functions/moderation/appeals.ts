import { AppealItem, Decision, type Case, type Look } from '#shared/moderation/case.ts';
import { dueForAppeal } from '#shared/moderation/queue.ts';
import { mayAppeal } from '#shared/moderation/rules.ts';
import type { Appeal, CaseId, DecideAppeal, NoticeId } from '#shared/moderation/schema.ts';
import { moderationOf } from '#shared/places/gaps.ts';
import { mayDo } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { placeOf } from '../places/service.ts';
import { staffOf } from '../staff/service.ts';
import { keys } from '../storage/keys.ts';
import { get, requireHeld, transact, type Step } from '../storage/table.ts';
import { newId, nowIn, type World } from '../world.ts';
import { actingOn, doneTo, undoUntil, type AtDesk } from './cases.ts';
import { tellLater, tellNever } from './deadlines.ts';
import { decisionFrom } from './deciding.ts';
import { forgetLooks, inOneOrMore, lookSteps } from './looks.ts';
import { saidFrom } from './saying.ts';
import { seal } from './sealing.ts';
import { appealStep, askedNoMore, caseStep, decisionStep } from './store.ts';
import { findSubject } from './subjects.ts';
import { wordsOfCase } from './words.ts';

/** May anybody here hear it: somebody in office who has decided nothing in the case? */
const hasHearer = async (world: World, place: PlaceId, { deciders }: Pick<Case, 'deciders'>): Promise<boolean> =>
  (await staffOf(world, place)).some(
    ({ participant, roles }) => mayDo('hear-appeal', roles).allowed && !deciders.includes(participant),
  );

/**
 * Whose desk hears the appeal: the place's own, or where nobody there may, that of the parent or partner place that the
 * set-up names. Where neither has anybody it waits at home for somebody to be appointed; it is never closed by itself.
 */
const deskForAppeal = async (world: World, one: Pick<Case, 'place' | 'deciders'>): Promise<PlaceId> => {
  if (await hasHearer(world, one.place, one)) return one.place;
  const { appealsTo } = moderationOf(await placeOf(world, one.place));
  return appealsTo && (await hasHearer(world, appealsTo, one)) ? appealsTo : one.place;
};

/** An appeal of the author, or of somebody whose notice it was: free, in any language, once for each. */
export const appealAgainst = async (
  world: World,
  one: Case,
  by: 'author' | NoticeId,
  { why, language }: Appeal,
): Promise<void> => {
  const now = nowIn(world);
  const party = by === 'author' ? 'author' : 'notifier';
  const verdict = mayAppeal({ ...one, hasAppealed: one.appealed.includes(by) }, party, now);
  if (!verdict.allowed) throw new Problem(verdict.reason);
  const { holder: _, ...rest } = one;
  const appeal: AppealItem = {
    id: newId(world, 'appeal'),
    case: one.id,
    by,
    at: now,
    to: await deskForAppeal(world, one),
    language,
    sealed: seal(world, one.id, why),
    told: false,
  };
  const appealed: Case = {
    ...rest,
    state: 'appealed',
    why: 'appeal',
    desk: appeal.to,
    since: now,
    due: dueForAppeal(now),
    passedOn: [],
    appeal: appeal.id,
    appealed: [...one.appealed, by],
  };
  await requireHeld(transact(world.storage, [caseStep('appeal', one, appealed), appealStep(appeal)]));
};

const appealOf = async (world: World, one: Case): Promise<AppealItem> => {
  const item = one.appeal && (await get(world.storage, 'cases', keys.appealOf(one.id, one.appeal)));
  return AppealItem.parse(item);
};

type Given = Omit<DecideAppeal, 'version' | 'seen'>;

/** What holds from now on; undefined where everything stays as it was. An author who was right gets all of it back. */
const anew = (one: Case, { by }: AppealItem, given: Given): Given['decision'] => {
  if (given.review === 'upheld') return undefined;
  const { kind, grounds, tier } = one;
  const nothing = { kind, grounds, tier, visibility: 'keep' as const, manifest: false, unfounded: [] };
  if (given.review === 'reversed' && by === 'author') return { ...nothing, facts: given.reasons };
  if (!given.decision) throw wrongField('/decision/visibility', 'nothing-chosen');
  return given.decision;
};

/** Answers an appeal. The engine refuses whoever has decided in the case before, in whatever office she is now. */
export const decideAppeal = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  { version, seen, ...given }: DecideAppeal,
): Promise<Case> => {
  const at = await actingOn(world, actor, slug, id, 'decide-appeal', version);
  const { one, by } = at;
  const [appeal, found] = await Promise.all([appealOf(world, one), findSubject(world, one.consultation, one.subject)]);
  const { fingerprint, text } = await wordsOfCase(world, one, found);
  if (fingerprint !== seen) throw new Problem('changed-meanwhile');
  const reasons = await saidFrom(world, one.place, given.reasons, ['message', 'fact'], '/reasons/phrases');
  if (reasons.phrases.length === 0 && reasons.words === undefined) throw wrongField('/reasons/words', 'words-missing');
  const until = undoUntil(world);
  const answered = { ...appeal, review: given.review, reviewedAt: nowIn(world), reviewedBy: by, reasons };
  const decision = anew(one, appeal, given);
  const changes = decision ? await changesOf(world, at, appeal, found, decision, text) : { becomes: {}, steps: [] };
  const { first, then } = inOneOrMore(changes.steps);
  const becomes = { ...changes.becomes, undoUntil: until, deciders: [...one.deciders, by] };
  const also = [appealStep(answered), ...first, tellLater({ id, undoUntil: until }), ...(await askedNoMore(world, id))];
  const reviewed = await doneTo(world, at, 'decide-appeal', 'decide-appeal', becomes, {
    also,
    why: given.review,
    without: ['holder'],
  });
  await then(world);
  forgetLooks(world, one.consultation);
  return reviewed;
};

/** A new decision in the place of the one before; both are kept. */
const changesOf = async (
  world: World,
  at: AtDesk,
  appeal: AppealItem,
  found: Awaited<ReturnType<typeof findSubject>>,
  given: NonNullable<Given['decision']>,
  text: string | null,
): Promise<{ becomes: Partial<Case>; steps: Step[] }> => {
  if (text === null && given.visibility !== 'keep') throw new Problem('decision-not-possible');
  const { decision, look } = await decisionFrom(world, at, found, given);
  const { kind, grounds, tier } = given;
  const steps = found ? await lookSteps(world, at.one, found, look) : [];
  return {
    becomes: { kind, grounds, tier, look, decision: decision.id },
    steps: [decisionStep({ ...decision, appeal: appeal.id }), ...steps],
  };
};

/** Takes the answer to an appeal back within ten minutes. */
export const undoAppeal = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  version: number,
): Promise<Case> => {
  const at = await actingOn(world, actor, slug, id, 'undo-appeal', version);
  const { one } = at;
  const { review, reviewedAt: _, reviewedBy: __, reasons: ___, ...open } = await appealOf(world, one);
  const changes = review === 'upheld' ? undefined : await takenBack(world, one);
  const { first, then } = inOneOrMore(changes?.steps ?? []);
  const becomes = { ...changes?.becomes, deciders: one.deciders.slice(0, -1) };
  const appealed = await doneTo(world, at, 'undo-appeal', 'undo-appeal', becomes, {
    also: [appealStep(open), ...first, tellNever(one)],
    without: ['undoUntil'],
  });
  await then(world);
  forgetLooks(world, one.consultation);
  return appealed;
};

const takenBack = async (world: World, one: Case): Promise<{ becomes: Partial<Case>; steps: Step[] }> => {
  const item = one.decision && (await get(world.storage, 'cases', keys.decisionOf(one.id, one.decision)));
  const decision = Decision.parse(item);
  const look: Look = decision.before;
  const found = await findSubject(world, one.consultation, one.subject);
  const steps = found ? await lookSteps(world, one, found, look) : [];
  return {
    becomes: { look, ...decision.previous },
    steps: [decisionStep({ ...decision, undone: nowIn(world) }), ...steps],
  };
};

/** Who was to hear it has gone: it moves to a desk where somebody may. */
export const moveAppeal = async (world: World, one: Case, line: (to: PlaceId) => Step): Promise<boolean> => {
  if (await hasHearer(world, one.desk, one)) return false;
  const desk = await deskForAppeal(world, one);
  if (desk === one.desk) return false;
  const { holder: _, ...rest } = one;
  const appeal = await appealOf(world, one);
  const steps = [caseStep('move', one, { ...rest, desk }), appealStep({ ...appeal, to: desk }), line(desk)];
  return transact(world.storage, steps);
};
