import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { bareWords } from '#shared/moderation/same-words.ts';
import type { CaseId, Subject } from '#shared/moderation/schema.ts';
import type { World } from '../world.ts';

const NONCE = 12;
const TAG = 16;

/** Each case has its own key, made from the master secret, which lies neither in the tables nor in their backups. */
const keyOf = (world: World, id: CaseId): Buffer =>
  createHmac('sha256', world.secretFor('cases')).update(`words of ${id}`).digest();

/** Words that only the case may show, as AES-256-GCM keeps them: whoever reads the tables reads nothing. */
export const seal = (world: World, id: CaseId, words: unknown): string => {
  const nonce = world.randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(world, id), nonce).setAAD(Buffer.from(id));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(words), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
};

export const unseal = (world: World, id: CaseId, sealed: string): unknown => {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(world, id), bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(id))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
  return JSON.parse(plain.toString('utf8'));
};

/** What copies of a participant's words have in common, and tells nobody who reads the tables what they say. */
export const sameOf = (world: World, subject: Subject, text: string | null | undefined): string | undefined => {
  if (subject.kind !== 'contribution' && subject.kind !== 'reply') return undefined;
  const bare = bareWords(text ?? '');
  return bare ? createHmac('sha256', world.secretFor('cases')).update(`same ${bare}`).digest('base64url') : undefined;
};
