import type { ConsultationId } from '#shared/consultations/schema.ts';
import { mayMerge } from '#shared/contributions/merging.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { Merge } from '#shared/suggestions/schema.ts';
import { holdLease } from '../ballots/leases.ts';
import { forgetItems } from '../contributions/items.ts';
import { contributionAsIs, contributionChange, contributionUnchanged } from '../contributions/moderated.ts';
import { writeDown } from '../ledger/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { requireHeld, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { drafterAt, type DrafterAt } from './desk.ts';
import { mergedStep, noteMerge, unmergedStep } from './merges.ts';

const requireContribution = async (world: World, id: ConsultationId, which: ContributionId): Promise<Contribution> => {
  const found = await contributionAsIs(world, id, which);
  if (!found) throw new Problem('not-found');
  return found;
};

const lineOf = (
  world: World,
  { consultation, by, role }: DrafterAt,
  act: LedgerLine['act'],
  [one, standing]: readonly [ContributionId, ContributionId],
): Step => writeDown(world, { place: consultation.place, by, role, act, subject: one, why: standing });

const save = async (world: World, id: ConsultationId, steps: Step[]): Promise<void> => {
  await holdLease(world, id);
  await requireHeld(transact(world.storage, steps));
  await noteMerge(world, id);
  forgetItems(world, id);
};

/** From now on `into` stands for both. Both must still be what was read; everybody's votes stay where they were cast. */
export const mergeSuggestion = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
  { into, version }: Merge,
): Promise<void> => {
  const desk = await drafterAt(world, actor, id);
  const [one, standing] = await Promise.all([
    requireContribution(world, id, which),
    requireContribution(world, id, into),
  ]);
  if (one.version !== version) throw new Problem('changed-meanwhile');
  const verdict = mayMerge(one, standing);
  if (!verdict.allowed) throw new Problem(verdict.reason);
  await save(world, id, [
    contributionChange(one, { ...one, merged: into }),
    contributionUnchanged(standing),
    mergedStep(into, which),
    lineOf(world, desk, 'merge-suggestion', [which, into]),
  ]);
};

/** It stands for itself again, with every vote that was ever cast on it. */
export const undoMerge = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
  version: number,
): Promise<void> => {
  const desk = await drafterAt(world, actor, id);
  const { merged, ...one } = await requireContribution(world, id, which);
  if (merged === undefined) throw new Problem('not-merged');
  if (one.version !== version) throw new Problem('changed-meanwhile');
  await save(world, id, [
    contributionChange(one, one),
    unmergedStep(merged, which),
    lineOf(world, desk, 'undo-merge', [which, merged]),
  ]);
};
