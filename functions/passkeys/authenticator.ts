import { createHmac } from 'node:crypto';
import type { RegistrationAnswer, SignInAnswer } from '#shared/passkeys/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { World } from '../world.ts';
import { newChallenge, spendChallenge } from './challenges.ts';
import type { Passkey } from './store.ts';

/** Loaded when somebody in office signs in: most processes never ask, and it is large. */
const library = () => import('@simplewebauthn/server');

/** ES256, EdDSA and RS256 (RFC 9053): what authenticators have. */
const ALGORITHMS = [-7, -8, -257];
const SIGN_IN = 'sign-in';

/** The relying party is the host at which people reach us: a passkey made here works nowhere else. */
const here = (world: World) => {
  const { hostname, origin } = new URL(world.origin);
  return { id: hostname, origin };
};

/** What an authenticator knows a person by. It tells nobody else anything. */
const handleOf = (world: World, who: string): Buffer =>
  createHmac('sha256', world.secretFor('passkeys')).update(`handle ${who}`).digest();

type ForWhom = { who: ParticipantId; name: string; purpose: string; held: readonly Passkey[] };

/** A passkey that stands alone: found without a name, and opened by face, finger or PIN. */
export const registrationOptions = async (world: World, { who, name, purpose, held }: ForWhom) => {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: 'Equal Say',
    rpID: here(world).id,
    userName: name,
    userDisplayName: name,
    userID: Uint8Array.from(handleOf(world, who)),
    challenge: Uint8Array.from(Buffer.from(newChallenge(world, purpose), 'base64url')),
    attestationType: 'none',
    excludeCredentials: held.map(({ credential, transports }) => ({ id: credential, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
};

const notValid = (): never => {
  throw new Problem('passkey-not-valid');
};

type Registered = Pick<Passkey, 'credential' | 'publicKey' | 'counter' | 'transports' | 'synced'>;

export const verifyRegistration = async (
  world: World,
  purpose: string,
  answer: RegistrationAnswer,
): Promise<Registered> => {
  const { verifyRegistrationResponse } = await library();
  const { id, origin } = here(world);
  const { registrationInfo } = await verifyRegistrationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge: (challenge) => spendChallenge(world, purpose, challenge),
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(notValid);
  if (!registrationInfo) return notValid();
  const { credential, credentialBackedUp } = registrationInfo;
  return {
    credential: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: answer.response.transports,
    synced: credentialBackedUp,
  };
};

/** No list of passkeys: her device shows her those that it has, and nobody learns here who has one. */
export const signInOptions = async (world: World) => {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: here(world).id,
    challenge: Uint8Array.from(Buffer.from(newChallenge(world, SIGN_IN), 'base64url')),
    userVerification: 'required',
  });
};

/** The passkey after this use: its counter only grows, so a copied one is noticed. */
export const verifySignIn = async (world: World, held: Passkey, answer: SignInAnswer): Promise<Passkey> => {
  const { verifyAuthenticationResponse } = await library();
  const { id, origin } = here(world);
  if (answer.response.userHandle !== handleOf(world, held.participant).toString('base64url')) return notValid();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...answer, clientExtensionResults: {} } as Parameters<
      typeof verifyAuthenticationResponse
    >[0]['response'],
    expectedChallenge: (challenge) => spendChallenge(world, SIGN_IN, challenge),
    expectedOrigin: origin,
    expectedRPID: id,
    credential: {
      id: held.credential,
      publicKey: Uint8Array.from(Buffer.from(held.publicKey, 'base64url')),
      counter: held.counter,
    },
    requireUserVerification: true,
  }).catch(notValid);
  if (!verified) return notValid();
  return { ...held, counter: authenticationInfo.newCounter, synced: authenticationInfo.credentialBackedUp };
};
