import { mayAsk } from '#shared/answers/rules.ts';
import { remindAddresseesIn } from '../answers/reminding.ts';
import { consultationsIn } from '../consultations/service.ts';
import { listPlaces } from '../places/service.ts';
import { nowIn, type World } from '../world.ts';

/** Reminds the institutions that were asked in every consultation where somebody can be. */
export const remindAddressees = async (world: World): Promise<number> => {
  let queued = 0;
  for (const { id, timeZone } of await listPlaces(world)) {
    for (const consultation of await consultationsIn(world, id)) {
      if (consultation.draft || !mayAsk(consultation, nowIn(world)).allowed) continue;
      queued += await remindAddresseesIn(world, consultation, timeZone);
    }
  }
  return queued;
};
