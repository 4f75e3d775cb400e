import type { BecameView } from '#shared/answers/views.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import { Problem } from '#shared/problems.ts';
import { readableConsultation } from '../consultations/service.ts';
import { contributionAsIs } from '../contributions/moderated.ts';
import { measuresOf } from '../measures/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { citationsOf } from '../versions/citing.ts';
import { comparePassageIn } from '../versions/comparing.ts';
import type { World } from '../world.ts';
import { answersByPassage } from './reading.ts';

/**
 * What became of one contribution: each passage that took it up, before and after, what was answered to it and what is
 * done. Words that were merged into others became what those became.
 */
export const becameOf = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
  language: string,
): Promise<BecameView> => {
  const consultation = await readableConsultation(world, actor, id);
  const contribution = await contributionAsIs(world, id, which);
  if (!contribution) throw new Problem('not-found');
  const citations = await citationsOf(world, id);
  const own = citations.get(which) ?? [];
  const through = own.length === 0 ? contribution.merged : undefined;
  const cited = through ? (citations.get(through) ?? []) : own;
  if (cited.length === 0) return { places: [] };
  const [answers, measures] = await Promise.all([
    answersByPassage(world, consultation),
    measuresOf(world, consultation),
  ]);
  const places = await Promise.all(
    cited.map(async (one) => ({
      ...one,
      change: await comparePassageIn(world, id, one.passage, one.version, language),
      answers: answers.get(one.passage) ?? [],
      measures: measures.filter(({ passage }) => passage === one.passage),
    })),
  );
  return { ...(through && { through }), places };
};
