import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import { areOutcomesPublic } from '#shared/suggestions/rules.ts';
import type { OutcomeGiven } from '#shared/suggestions/schema.ts';
import { nowIn, type World } from '../world.ts';
import { findWork, listWork } from './store.ts';

/** What became of every suggestion that was answered, whether that is public yet or not: for people in office. */
export const outcomesIn = async (
  world: World,
  consultation: ConsultationId,
): Promise<Map<ContributionId, OutcomeGiven>> => {
  const work = await listWork(world, consultation);
  return new Map(work.flatMap(({ contribution, outcome }) => (outcome ? [[contribution, outcome] as const] : [])));
};

/** What became of a suggestion, once everybody may know; undefined before, and while it is not answered. */
export const publicOutcome = async (
  world: World,
  consultation: Pick<Consultation, 'id' | 'stages'>,
  contribution: ContributionId,
): Promise<Omit<OutcomeGiven, 'at'> | undefined> => {
  if (!areOutcomesPublic(consultation, nowIn(world))) return undefined;
  const given = (await findWork(world, consultation.id, contribution))?.outcome;
  return given && { outcome: given.outcome, reason: given.reason };
};
