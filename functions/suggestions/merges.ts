import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { Instant } from '#shared/time.ts';
import { keys } from '../storage/keys.ts';
import { get, put, queryAll, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';

/** That one contribution stands for another one, so that it can say for which. */
export const mergedStep = (standing: ContributionId, merged: ContributionId): Step => ({
  table: 'records',
  put: { ...keys.mergedInto(standing, merged), merged },
});
export const unmergedStep = (standing: ContributionId, merged: ContributionId): Step => ({
  table: 'records',
  remove: keys.mergedInto(standing, merged),
});

/** What was merged into it, one by one. */
export const mergedIn = async (world: World, standing: ContributionId): Promise<ContributionId[]> => {
  const { pk } = keys.mergedInto(standing);
  return (await queryAll(world.storage, 'records', { pk })).map(({ sk }) => sk as ContributionId);
};

/** Beside the merge and not with it: two drafters who merge at once must not refuse each other for it. */
export const noteMerge = (world: World, consultation: ConsultationId): Promise<boolean> =>
  put(world.storage, 'records', { ...keys.lastMerge(consultation), at: nowIn(world) });

export const lastMergeAt = async (world: World, consultation: ConsultationId): Promise<Instant | undefined> =>
  (await get(world.storage, 'records', keys.lastMerge(consultation)))?.at as Instant | undefined;
