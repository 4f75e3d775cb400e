import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isReadable } from '#shared/contributions/rules.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import { wrongField } from '#shared/problems.ts';
import type { CitedIn } from '#shared/versions/views.ts';
import { itemsOf } from '../contributions/items.ts';
import { readableConsultation } from '../consultations/service.ts';
import { everyPassageOf } from '../documents/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { outcomesIn } from '../suggestions/outcomes.ts';
import type { World } from '../world.ts';

/** For each suggestion where it was taken up, in every document of a consultation, the first version first. */
export const citationsOf = async (
  world: World,
  consultation: ConsultationId,
): Promise<Map<ContributionId, CitedIn[]>> => {
  const cited = new Map<ContributionId, CitedIn[]>();
  for (const { id, heading, cites } of await everyPassageOf(world, consultation)) {
    for (const { contribution, version } of cites) {
      cited.set(contribution, [...(cited.get(contribution) ?? []), { passage: id, version, heading }]);
    }
  }
  for (const places of cited.values()) places.sort((a, b) => a.version - b.version);
  return cited;
};

/** Where one contribution was taken up, for everybody. */
export const citationsIn = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
): Promise<CitedIn[]> => {
  await readableConsultation(world, actor, id);
  return (await citationsOf(world, id)).get(which) ?? [];
};

/** Suggestions that were answered without standing in the text: taken up in part, or not, with a reason. */
export const answeredIn = async (world: World, consultation: ConsultationId): Promise<ReadonlySet<ContributionId>> =>
  new Set((await outcomesIn(world, consultation)).keys());

/** Every suggestion that is meant, once: those that may be read, and with one that stands for others, the others too. */
export const wholeCitation = async (
  world: World,
  consultation: ConsultationId,
  given: readonly ContributionId[],
): Promise<ContributionId[]> => {
  const { contributions } = await itemsOf(world, consultation);
  const known = new Map<string, Contribution>([...contributions.values()].map((one) => [one.id, one]));
  if (given.some((id) => !isReadable(known.get(id)?.state ?? 'withheld'))) {
    throw wrongField('/contributions', 'not-valid');
  }
  return [...new Set(given)];
};
