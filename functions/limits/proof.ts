import type { Challenge, Payload } from 'altcha-lib';
import { Problem } from '#shared/problems.ts';
import { MINUTE } from '#shared/time.ts';
import type { World } from '../world.ts';
import type { LimitName } from './limits.ts';
import { spend } from './once.ts';
import { countOne } from './service.ts';

/** About a second of work on a cheap phone: 5,000 rounds of PBKDF2, a few hundred tries. */
const COST = 5_000;
const FEWEST_TRIES = 200;
const MOST_TRIES = 400;
const VALID_FOR = 10 * MINUTE;

/** Loaded when it is first asked for: most processes never ask. */
const altcha = async () => ({ ...(await import('altcha-lib')), ...(await import('altcha-lib/algorithms/pbkdf2')) });

/** A challenge that costs the asker some work; asked only after many joins from one address, so that nobody is refused. */
export const challenge = async (world: World): Promise<Challenge> => {
  const { createChallenge, deriveKey } = await altcha();
  const [a = 0, b = 0] = world.randomBytes(2);
  const secret = world.secretFor('proofs').toString('hex');
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: FEWEST_TRIES + ((a * 256 + b) % (MOST_TRIES - FEWEST_TRIES)),
    deriveKey,
    expiresAt: new Date(world.clock() + VALID_FOR),
    hmacSignatureSecret: secret,
  });
};

const payloadOf = (proof: string): Payload | undefined => {
  try {
    return JSON.parse(Buffer.from(proof, 'base64').toString('utf8')) as Payload;
  } catch {
    return undefined;
  }
};

const requireProof = async (world: World, proof: string | undefined): Promise<void> => {
  if (!proof) throw new Problem('proof-needed');
  const payload = payloadOf(proof);
  if (!payload?.challenge || !payload.solution) throw new Problem('proof-not-valid');
  const { verifySolution, deriveKey } = await altcha();
  const result = await verifySolution({
    challenge: payload.challenge,
    solution: payload.solution,
    deriveKey,
    hmacSignatureSecret: world.secretFor('proofs').toString('hex'),
  }).catch(() => ({ verified: false }));
  if (!result.verified || !(await spend(world, `proof:${payload.challenge.signature ?? ''}`, VALID_FOR)))
    throw new Problem('proof-not-valid');
};

/** Much from one address may be a school or a shelter: from then on we ask for work, and never refuse. */
export const askForWorkAfter = async (
  world: World,
  limit: LimitName,
  address: string,
  proof: string | undefined,
): Promise<void> => {
  if ((await countOne(world, limit, address)) > 0) await requireProof(world, proof);
};
