import { doorIn } from '#shared/batches/rules.ts';
import { PREFER_NOT_TO_SAY } from '#shared/ballots/rules.ts';
import type { Belonging } from '#shared/ballots/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import { dayOf } from '#shared/time.ts';
import { readableConsultation } from '../consultations/service.ts';
import { requireParticipation } from '../contributions/service.ts';
import { requireWithin } from '../limits/service.ts';
import type { Actor } from '../participants/actor.ts';
import { isLinkable, pseudonymOf } from '../participants/pseudonyms.ts';
import { nowIn, type World } from '../world.ts';
import { holdLease } from './leases.ts';
import { removeBelonging, writeBelonging } from './store.ts';

/** Keeps what she says about belonging to affected groups, instead of what she said before. */
export const sayBelonging = async (
  world: World,
  actor: Actor,
  id: ConsultationId,
  { version, answers }: Belonging,
): Promise<void> => {
  const pseudonym = await requireParticipation(world, actor, id, 'vote');
  const consultation = await readableConsultation(world, actor, id);
  const { belonging } = consultation;
  if (!belonging) throw new Problem('not-found');
  if (belonging.version !== version) throw new Problem('consent-outdated');
  const known = new Set([PREFER_NOT_TO_SAY, ...belonging.answers.map(({ key }) => key)]);
  const given = [...new Set(answers)];
  const isAnswer = given.every((key) => known.has(key)) && (given.length === 1 || !given.includes(PREFER_NOT_TO_SAY));
  if (!isAnswer) throw wrongField('/answers', 'not-valid');
  await requireWithin(world, 'vote', actor.participant);
  await holdLease(world, id);
  const voter = {
    ...doorIn(actor, consultation),
    assisted: actor.assisted,
    language: actor.consents.get(id)?.locale ?? '',
  };
  await writeBelonging(world, id, pseudonym, { ...voter, version, on: dayOf(nowIn(world)), answers: given });
};

/** Takes it back, in every phase, as long as anybody can say which ballot is hers. */
export const takeBelongingBack = async (world: World, actor: Actor, id: ConsultationId): Promise<void> => {
  if (!actor.consents.has(id) || !(await isLinkable(world, id))) throw new Problem('not-found');
  await removeBelonging(world, id, await pseudonymOf(world, id, actor.participant));
  await holdLease(world, id);
};
