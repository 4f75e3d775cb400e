import type { Consultation } from '#shared/consultations/schema.ts';
import { dayIn } from '#shared/time.ts';
import { pseudonymOf } from '../participants/pseudonyms.ts';
import { placeOf } from '../places/service.ts';
import { nowIn, type World } from '../world.ts';
import { holdLease } from './leases.ts';
import { writeOpening, type Voter } from './store.ts';

/**
 * Whoever joins has a ballot from then on, with no vote in it: so a recount can tell how many joined, by day, door and
 * language, and needs no counter and no second list of people.
 */
export const openBallot = async (
  world: World,
  { id, place }: Pick<Consultation, 'id' | 'place'>,
  { participant, door, batch, assisted }: Omit<Voter, 'language'> & { participant: string },
  language: string,
): Promise<void> => {
  const { timeZone } = await placeOf(world, place);
  const pseudonym = await pseudonymOf(world, id, participant);
  await holdLease(world, id);
  await writeOpening(world, id, pseudonym, { door, batch, assisted, language }, dayIn(nowIn(world), timeZone));
};
