import { remindAddresseesIn } from '../answers/reminding.ts';
import { consultationsIn } from '../consultations/service.ts';
import { listPlaces } from '../places/service.ts';
import type { World } from '../world.ts';

/** Reminds the institutions that were asked. A second round on the new version moves no date: they are awaited all the same. */
export const remindAddressees = async (world: World): Promise<number> => {
  let queued = 0;
  for (const { id, timeZone } of await listPlaces(world)) {
    for (const consultation of await consultationsIn(world, id)) {
      if (!consultation.draft) queued += await remindAddresseesIn(world, consultation, timeZone);
    }
  }
  return queued;
};
