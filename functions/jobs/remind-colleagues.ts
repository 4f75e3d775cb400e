import { consultationsIn } from '../consultations/service.ts';
import { listPlaces } from '../places/service.ts';
import { remindColleaguesIn } from '../suggestions/reminding.ts';
import type { World } from '../world.ts';

/** Reminds colleagues of the suggestions that they look after, in every consultation of every place. */
export const remindColleagues = async (world: World): Promise<number> => {
  let queued = 0;
  for (const { id, timeZone } of await listPlaces(world)) {
    for (const consultation of await consultationsIn(world, id)) {
      if (!consultation.draft) queued += await remindColleaguesIn(world, consultation, timeZone);
    }
  }
  return queued;
};
