import { createHash, createHmac } from 'node:crypto';
import type { Pseudonym } from '#shared/ballots/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { Problem } from '#shared/problems.ts';
import { MINUTE } from '#shared/time.ts';
import { keys } from '../storage/keys.ts';
import { get, put, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const KEY_LIFETIME = 10 * MINUTE;

/** Made when the consultation opens; destroying it unlinks every pseudonym of the consultation for good. */
export const makeConsultationKey = async (world: World, consultation: ConsultationId): Promise<void> => {
  const key = Buffer.from(world.randomBytes(32)).toString('base64url');
  await put(world.storage, 'vault', { ...keys.consultationKey(consultation), key }, { is: 'absent' });
};

const findKey = (world: World, consultation: ConsultationId): Promise<Buffer | undefined> =>
  world.cache.remember(`key ${consultation}`, KEY_LIFETIME, async () => {
    const item = await get(world.storage, 'vault', keys.consultationKey(consultation));
    return item?.key ? Buffer.from(item.key as string, 'base64url') : undefined;
  });

/** Can anybody still say whose pseudonym is whose here? Not after the end of retention. */
export const isLinkable = async (world: World, consultation: ConsultationId): Promise<boolean> =>
  (await findKey(world, consultation)) !== undefined;

const consultationKey = async (world: World, consultation: ConsultationId): Promise<Buffer> => {
  const key = await findKey(world, consultation);
  if (!key) throw new Problem('consultation-closed');
  return key;
};

/** The step that makes every pseudonym of a consultation nobody's, for good. */
export const keyDestruction = (consultation: ConsultationId): Step => ({
  table: 'vault',
  remove: keys.consultationKey(consultation),
  if: { is: 'present' },
});

export const forgetKey = (world: World, consultation: ConsultationId): void =>
  world.cache.forget(`key ${consultation}`);

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

/** Takes an author link away: whoever wrote this stays unknown from now on. */
export const unlinkAuthor = async (world: World, consultation: ConsultationId, pseudonym: Pseudonym): Promise<void> => {
  const link = await get(world.storage, 'vault', keys.author(pseudonym));
  if (!link) return;
  await transact(world.storage, [
    { table: 'vault', remove: keys.authorshipOf(link.participant as ParticipantId, consultation) },
    { table: 'vault', remove: keys.author(pseudonym) },
  ]);
};
