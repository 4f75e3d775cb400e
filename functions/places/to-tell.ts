import { z } from 'zod';
import { Moment } from '#shared/consultations/schema.ts';
import { PlaceId } from '#shared/places/schema.ts';
import { keys } from '../storage/keys.ts';
import { queryAll, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';

/** A place asks to stand below another, or was answered. An answer takes the place of a question that nobody was told. */
const StandingToTell = z.object({
  asking: PlaceId,
  asked: PlaceId,
  what: z.enum(['place-asks', 'place-accepted', 'place-declined']),
  at: Moment,
});
export type StandingToTell = z.infer<typeof StandingToTell>;

/** Written with the act itself: pages may not read where colleagues get their mails, the mail job may. */
export const toTellStep = (world: World, told: Omit<StandingToTell, 'at'>): Step => ({
  table: 'records',
  put: { ...keys.standingToTell(told.asking, told.asked), ...told, at: nowIn(world) },
});

export const standingsToTell = async (world: World): Promise<StandingToTell[]> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.standingToTell().pk });
  return items.map((item) => StandingToTell.parse(item));
};

export const toldStep = ({ asking, asked }: StandingToTell): Step => ({
  table: 'records',
  remove: keys.standingToTell(asking, asked),
});
