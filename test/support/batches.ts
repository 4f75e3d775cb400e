import { makeCards, planBatch } from '#functions/batches/service.ts';
import type { BatchView, PlanBatch } from '#shared/batches/schema.ts';
import type { CameBack } from '#shared/participants/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import { aStaffMember } from './builders.ts';
import { someoneIn } from './people.ts';
import type { Resident } from './resident.ts';
import type { TestWorld } from './world.ts';

/** A batch of a place, planned by a coordinator of hers. */
export const aBatch = async (world: TestWorld, place: Place, given: Partial<PlanBatch> = {}): Promise<BatchView> =>
  planBatch(world, (await aStaffMember(world, place, 'coordinator')).actor, place.slug, {
    purpose: 'Evenings at the library',
    size: 10,
    lastDay: '2026-12-31',
    consultations: [],
    name: 'Amina of the library',
    ...given,
  });

/** The same with its cards, as the printer has them. */
export const someCards = async (
  world: TestWorld,
  place: Place,
  given: Partial<PlanBatch> = {},
): Promise<{ batch: BatchView; digits: string[] }> => {
  const planned = await aBatch(world, place, given);
  world.pass(1);
  const { actor } = await aStaffMember(world, place, 'coordinator');
  return makeCards(world, actor, place.slug, planned.number, { version: planned.version, languages: ['en'] });
};

/** Somebody who uses the first of these cards, and what she is told. */
export const comingByCard = async (
  world: TestWorld,
  digits: string[],
  more: object = {},
): Promise<{ who: Resident; came: CameBack }> => {
  const who = someoneIn(world);
  const came = await who.ask<CameBack>('POST', '/sessions', { digits: digits.shift(), ...more });
  return { who, came };
};
