import { phaseAt, stageAfter, type Phase } from '#shared/consultations/phases.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { missingFor, type Need, type Standing } from '#shared/progress/needs.ts';
import type { Role } from '#shared/places/rules.ts';
import { countCards } from '../contributions/service.ts';
import { passagesOf } from '../documents/service.ts';
import { staffOf } from '../staff/service.ts';
import { nowIn, type World } from '../world.ts';
import { waitingIn } from './waiting.ts';

/** How a consultation stands when it comes to this step. */
const standingAt = async (world: World, consultation: Consultation, phase: Phase): Promise<Standing> => {
  const [passages, staff, cards, waiting] = await Promise.all([
    passagesOf(world, consultation.id),
    staffOf(world, consultation.place),
    countCards(world, consultation.id),
    waitingIn(world, consultation),
  ]);
  const inOffice = (role: Role): number => staff.filter(({ roles }) => roles.includes(role)).length;
  const place = consultation.stages.findLastIndex((stage) => stage.phase === phase);
  return {
    passages: passages.length,
    moderators: inOffice('moderator'),
    drafters: inOffice('drafter'),
    cards,
    waiting,
    isFollowed: place >= 0 && place < consultation.stages.length - 1,
  };
};

/** What a consultation lacks for a step. */
export const lacksFor = async (world: World, consultation: Consultation, phase: Phase): Promise<Need[]> =>
  missingFor(phase, await standingAt(world, consultation, phase));

/** The step to look at now, the next where one is planned; what it lacks, and what waits. */
export const outlook = async (world: World, consultation: Consultation) => {
  const now = nowIn(world);
  const phase = phaseAt(consultation, now);
  const next = stageAfter(consultation, now);
  const standing = await standingAt(world, consultation, next?.phase ?? phase);
  return {
    phase,
    ...(next && { next }),
    missing: missingFor(next?.phase ?? phase, standing),
    waiting: [...standing.waiting],
  };
};
