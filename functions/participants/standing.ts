import type { ConsultationId } from '#shared/consultations/schema.ts';
import { noStanding, Standing, suspendedUntil } from '#shared/moderation/standing.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { Instant } from '#shared/time.ts';
import { keys } from '../storage/keys.ts';
import { get, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

export const standingOf = async (world: World, participant: ParticipantId, place: PlaceId): Promise<Standing> => {
  const item = await get(world.storage, 'vault', keys.standingOf(participant, place));
  return item ? Standing.parse(item) : noStanding(place);
};

/** The steps that write it down; they do not hold for somebody who has left. It lies with her other things and goes with them. */
export const standingSteps = (participant: ParticipantId, standing: Standing): Step[] => [
  { table: 'vault', check: keys.person(participant), if: { is: 'present' } },
  {
    table: 'vault',
    put: { ...keys.standingOf(participant, standing.place), ...standing, version: standing.version + 1 },
    if: { is: 'version', version: standing.version },
  },
];

/** Refuses words of somebody who is suspended in this place, and a name that was removed. She votes all the same. */
export const requireMayWrite = (
  { standings }: Pick<Actor, 'standings'>,
  { place, id }: { place: PlaceId; id: ConsultationId },
  now: Instant,
  name?: string,
): void => {
  const standing = standings.get(place);
  if (!standing) return;
  const until = suspendedUntil(standing, now);
  if (until) throw new Problem('writing-suspended', { until });
  const isNameless = standing.nameless.some(({ consultation }) => consultation === id);
  if (name !== undefined && isNameless) throw new Problem('name-removed');
};
