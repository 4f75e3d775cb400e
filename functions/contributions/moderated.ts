import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import type { World } from '../world.ts';
import { changeStep, findContribution, forgetTranslationsStep, unchangedStep } from './store.ts';

/** A contribution whatever its state, and the steps that make it another or hold it as it is: for acts of office only. */
export const contributionAsIs = (
  world: World,
  consultation: ConsultationId,
  id: ContributionId,
): Promise<Contribution | undefined> => findContribution(world, consultation, id);

export const contributionChange = changeStep;
export const contributionUnchanged = unchangedStep;
export const contributionTranslationsGone = forgetTranslationsStep;
