import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import type { World } from '../world.ts';
import {
  changeStep,
  findContribution,
  findTranslations,
  takeTranslationsStep,
  translationsBackStep,
  unchangedStep,
} from './store.ts';

/** A contribution whatever its state, and the steps that make it another or hold it as it is: for acts of office only. */
export const contributionAsIs = (
  world: World,
  consultation: ConsultationId,
  id: ContributionId,
): Promise<Contribution | undefined> => findContribution(world, consultation, id);

export const contributionChange = changeStep;
export const contributionUnchanged = unchangedStep;

/** What it says in other languages goes with its words, and comes back with them. */
export const contributionTranslations = findTranslations;
export const contributionTranslationsTaken = takeTranslationsStep;
export const contributionTranslationsBack = translationsBackStep;
