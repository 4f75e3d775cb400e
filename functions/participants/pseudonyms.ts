import { createHash, createHmac } from 'node:crypto';
import type { Pseudonym } from '#shared/ballots/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { MINUTE } from '#shared/time.ts';
import { keys } from '../storage/keys.ts';
import { get, put, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const KEY_LIFETIME = 10 * MINUTE;

/** Made when the consultation opens; destroying it unlinks every pseudonym of the consultation for good. */
export const makeConsultationKey = async (world: World, consultation: ConsultationId): Promise<void> => {
  const key = Buffer.from(world.randomBytes(32)).toString('base64url');
  await put(world.storage, 'vault', { ...keys.consultationKey(consultation), key }, { is: 'absent' });
};

const consultationKey = (world: World, consultation: ConsultationId): Promise<Buffer> =>
  world.cache.remember(`key ${consultation}`, KEY_LIFETIME, async () => {
    const item = await get(world.storage, 'vault', keys.consultationKey(consultation));
    if (!item) throw new Error('A consultation without a key: its pseudonyms cannot be made.');
    return Buffer.from(item.key as string, 'base64url');
  });

/** HMAC-SHA-256(consultation key, participant), first 16 bytes: the same in one consultation, unlinkable across two. */
export const pseudonymOf = async (world: World, consultation: ConsultationId, who: string): Promise<Pseudonym> =>
  createHmac('sha256', await consultationKey(world, consultation))
    .update(who)
    .digest()
    .subarray(0, 16)
    .toString('base64url');

/**
 * The author link: written with the words of a pseudonym, never for a ballot. Whoever has left meanwhile, in another
 * process, writes nothing any more.
 */
export const authorLink = (participant: ParticipantId, consultation: ConsultationId, pseudonym: Pseudonym): Step[] => [
  { table: 'vault', check: keys.person(participant), if: { is: 'present' } },
  { table: 'vault', put: { ...keys.author(pseudonym), participant, consultation } },
  { table: 'vault', put: { ...keys.authorshipOf(participant, consultation), consultation, pseudonym } },
];

const SPOKEN = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Four letters by which readers tell authors apart; made from the pseudonym, so they differ in every consultation. */
export const spokenName = (pseudonym: Pseudonym): string =>
  Array.from(createHash('sha256').update(pseudonym).digest().subarray(0, 4), (byte) => SPOKEN[byte & 31]).join('');
