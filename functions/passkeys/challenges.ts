import { createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE, SECOND } from '#shared/time.ts';
import { spend } from '../limits/once.ts';
import type { World } from '../world.ts';

const VALID_FOR = 10 * MINUTE;
const RANDOM_BYTES = 16;
const TIME_BYTES = 6;

const macOf = (world: World, purpose: string, body: Buffer): Buffer =>
  createHmac('sha256', world.secretFor('passkeys')).update(`${purpose} `).update(body).digest();

/**
 * What an authenticator has to sign. It carries its end and our mark, so asking for one costs us no write; it is good for
 * one purpose: signing in, or a passkey for one person or one invitation.
 */
export const newChallenge = (world: World, purpose: string): string => {
  const body = Buffer.alloc(TIME_BYTES + RANDOM_BYTES);
  body.writeUIntBE(Math.floor((world.clock() + VALID_FOR) / SECOND), 0, TIME_BYTES);
  body.set(world.randomBytes(RANDOM_BYTES), TIME_BYTES);
  return Buffer.concat([body, macOf(world, purpose, body)]).toString('base64url');
};

/** True once for each challenge of ours that is still good for this purpose. */
export const spendChallenge = async (world: World, purpose: string, challenge: string): Promise<boolean> => {
  const bytes = Buffer.from(challenge, 'base64url');
  const body = bytes.subarray(0, TIME_BYTES + RANDOM_BYTES);
  const mac = bytes.subarray(body.length);
  const wanted = macOf(world, purpose, body);
  if (mac.length !== wanted.length || !timingSafeEqual(mac, wanted)) return false;
  if (body.readUIntBE(0, TIME_BYTES) * SECOND < world.clock()) return false;
  return spend(world, `challenge:${body.toString('base64url')}`, VALID_FOR);
};
