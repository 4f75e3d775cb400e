import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import type { World } from '../world.ts';
import { changeStep, findContribution } from './store.ts';

/** A contribution whatever its state, and the step that makes it another: for moderation only. */
export const contributionAsIs = (
  world: World,
  consultation: ConsultationId,
  id: ContributionId,
): Promise<Contribution | undefined> => findContribution(world, consultation, id);

export const contributionChange = changeStep;
