import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import { editTexts } from '#shared/editing.ts';
import { mayDo } from '#shared/places/rules.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import type { ChangeWork, Work, WorkedOnMany, WorkOnMany } from '#shared/suggestions/schema.ts';
import { contributionAsIs } from '../contributions/moderated.ts';
import { writeDown } from '../ledger/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { staffOf } from '../staff/service.ts';
import { requireHeld, transact, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { drafterAt, type DrafterAt } from './desk.ts';
import { mergeSuggestion } from './merging.ts';
import { findWork, tagStep, workStep } from './store.ts';

const requireColleague = async (world: World, { consultation }: DrafterAt, to: string): Promise<void> => {
  const colleague = (await staffOf(world, consultation.place)).find(({ participant }) => participant === to);
  if (!colleague || !mayDo('work-on-suggestions', colleague.roles).allowed) throw wrongField('/assigned', 'not-valid');
};

const isSameAnswer = (before: Work['outcome'], after: Work['outcome'] | null): boolean =>
  before?.outcome === after?.outcome && JSON.stringify(before?.reason ?? {}) === JSON.stringify(after?.reason ?? {});

const changed = (world: World, { consultation }: DrafterAt, before: Work, change: ChangeWork): Work => {
  const { assigned, outcome, ...rest } = before;
  const nowAssigned = change.assigned === undefined ? assigned : change.assigned;
  const given = change.outcome;
  const answered = given && {
    outcome: given.outcome,
    reason: editTexts(outcome?.reason ?? {}, given.reason, consultation.languages),
    at: nowIn(world),
  };
  const nowOutcome = given === undefined || isSameAnswer(outcome, answered) ? outcome : answered;
  return {
    ...rest,
    tags: change.tags ? [...new Set(change.tags)] : before.tags,
    ...(nowAssigned && { assigned: nowAssigned }),
    ...(nowOutcome && { outcome: nowOutcome }),
    version: change.version + 1,
  };
};

/** What became of it is an act that others must be able to check; tags and who looks after it are the office's own. */
const lineFor = (world: World, desk: DrafterAt, before: Work, { contribution, outcome }: Work): Step[] =>
  before.outcome === outcome
    ? []
    : [
        writeDown(world, {
          place: desk.consultation.place,
          by: desk.by,
          role: desk.role,
          act: 'answer-suggestion',
          subject: contribution,
          why: outcome?.outcome ?? 'not yet answered',
        }),
      ];

/** Tags, who looks after it until when, and what became of it: what is said is changed, the rest stays. */
export const workOn = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
  change: ChangeWork,
): Promise<Work> => {
  const desk = await drafterAt(world, actor, id);
  if (!(await contributionAsIs(world, id, which))) throw new Problem('not-found');
  if (change.assigned) await requireColleague(world, desk, change.assigned.to);
  const before = (await findWork(world, id, which)) ?? { contribution: which, tags: [], version: 0 };
  if (before.version !== change.version) throw new Problem('changed-meanwhile');
  const work = changed(world, desk, before, change);
  const fresh = work.tags.filter((tag) => !before.tags.includes(tag));
  const tags = fresh.map((tag) => tagStep(desk.consultation.place, tag));
  await requireHeld(transact(world.storage, [workStep(id, work), ...tags, ...lineFor(world, desk, before, work)]));
  return work;
};

const changeBy = (act: WorkOnMany['act'], tags: readonly string[]): Omit<ChangeWork, 'version'> => {
  if (act.do === 'tag') return { tags: [...tags.filter((tag) => tag !== act.tag), act.tag] };
  if (act.do === 'untag') return { tags: tags.filter((tag) => tag !== act.tag) };
  if (act.do === 'assign') return { assigned: act.assigned };
  return act.do === 'answer' ? { outcome: act.outcome } : {};
};

/** One of them was changed meanwhile, or can not take this: the others go on. */
const LEFT_ALONE = ['changed-meanwhile', 'not-found', 'already-merged', 'not-in-this-state'];

/** The same for each of a selection. What somebody else changed meanwhile is left as she made it, and named. */
export const workOnMany = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { of, act }: WorkOnMany,
): Promise<WorkedOnMany> => {
  await drafterAt(world, actor, id);
  // The one that stands for the others may be among those that were chosen: nothing happens to it.
  const meant = act.do === 'merge' ? of.filter(({ contribution }) => contribution !== act.into) : of;
  if (meant.length === 0) throw wrongField('/of', 'nothing-chosen');
  const outcome: WorkedOnMany = { done: [], left: [] };
  const one = async ({ contribution, work, version }: WorkOnMany['of'][number]): Promise<void> => {
    if (act.do === 'merge') return mergeSuggestion(world, actor, id, contribution, { into: act.into, version });
    const tags = (await findWork(world, id, contribution))?.tags ?? [];
    await workOn(world, actor, id, contribution, { ...changeBy(act, tags), version: work });
  };
  for (const each of meant) {
    try {
      await one(each);
      outcome.done.push(each.contribution);
    } catch (error) {
      if (!(error instanceof Problem) || !LEFT_ALONE.includes(error.code)) throw error;
      outcome.left.push(each.contribution);
    }
  }
  return outcome;
};
