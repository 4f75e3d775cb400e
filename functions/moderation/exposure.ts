import type { Case } from '#shared/moderation/case.ts';
import { wearsOut } from '#shared/moderation/queue.ts';
import { EXPOSURE_CAP } from '#shared/moderation/rules.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { moderationOf } from '#shared/places/gaps.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { noteShown, shownToday } from '../limits/shown.ts';
import { placeOf } from '../places/service.ts';
import type { World } from '../world.ts';

const CASES = 'cases';

export type Exposure = { today: number; cap: number; shown: ReadonlySet<string> };

/** How many cases that wear out a moderator was shown today, and how many her place finds enough: what they read hurts. */
export const exposureOf = async (world: World, place: PlaceId, who: ParticipantId): Promise<Exposure> => {
  const [shown, home] = await Promise.all([shownToday(world, CASES, who), placeOf(world, place)]);
  return { today: shown.size, cap: moderationOf(home).exposureCap ?? EXPOSURE_CAP, shown };
};

/** One that she has seen today is no more. */
export const isTooMuch = (one: Pick<Case, 'id' | 'tier'>, { today, cap, shown }: Exposure): boolean =>
  wearsOut(one) && today >= cap && !shown.has(one.id);

/** One more case for today, unless it counts for nothing. */
export const noteExposure = async (world: World, one: Case, who: ParticipantId): Promise<void> => {
  if (isTooMuch(one, await exposureOf(world, one.desk, who))) throw new Problem('enough-for-today');
  if (wearsOut(one)) await noteShown(world, CASES, who, one.id);
};
