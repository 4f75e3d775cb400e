import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Pseudonym } from '#shared/ballots/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { DAY } from '#shared/time.ts';
import type { World } from '../world.ts';

/** Long enough for a queue that waited a day for a connection. */
const DEAL_LIFETIME = DAY;

const seal = (world: World, consultation: ConsultationId, pseudonym: Pseudonym, item: number, until: string): Buffer =>
  createHmac('sha256', world.secretFor('deals'))
    .update(`${consultation} ${pseudonym} ${item} ${until}`)
    .digest()
    .subarray(0, 16);

/** A deal says that the deck showed this card to this pseudonym. It is stored nowhere, and expires. */
export const deal = (world: World, consultation: ConsultationId, pseudonym: Pseudonym, item: number): string => {
  const until = (world.clock() + DEAL_LIFETIME).toString(36);
  return `${until}.${seal(world, consultation, pseudonym, item, until).toString('base64url')}`;
};

export const wasDealt = (
  world: World,
  consultation: ConsultationId,
  pseudonym: Pseudonym,
  item: number,
  shown: string | undefined,
): boolean => {
  const [until = '', given = ''] = (shown ?? '').split('.');
  const expected = seal(world, consultation, pseudonym, item, until);
  const bytes = Buffer.from(given, 'base64url');
  return (
    bytes.length === expected.length && timingSafeEqual(bytes, expected) && Number.parseInt(until, 36) >= world.clock()
  );
};
