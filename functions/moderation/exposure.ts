import { EXPOSURE_CAP } from '#shared/moderation/rules.ts';
import type { CaseId } from '#shared/moderation/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { moderationOf } from '#shared/places/gaps.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { noteShown, shownToday } from '../limits/shown.ts';
import { placeOf } from '../places/service.ts';
import type { World } from '../world.ts';

const CASES = 'cases';

/** How many cases a moderator was shown today, and how many her place finds enough: what they read hurts. */
export const exposureOf = async (
  world: World,
  place: PlaceId,
  who: ParticipantId,
): Promise<{ today: number; cap: number; shown: ReadonlySet<string> }> => {
  const [shown, home] = await Promise.all([shownToday(world, CASES, who), placeOf(world, place)]);
  return { today: shown.size, cap: moderationOf(home).exposureCap ?? EXPOSURE_CAP, shown };
};

/** One more case for today; one that she has seen today is no more. */
export const requireExposure = async (world: World, place: PlaceId, who: ParticipantId, id: CaseId): Promise<void> => {
  const { today, cap, shown } = await exposureOf(world, place, who);
  if (shown.has(id)) return;
  if (today >= cap) throw new Problem('enough-for-today');
  await noteShown(world, CASES, who, id);
};
