import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type { RegistrationAnswer, SignInAnswer } from '#shared/passkeys/schema.ts';
import type { Resident } from './resident.ts';

/** CBOR (RFC 8949), as much of it as an authenticator speaks. */
const head = (kind: number, size: number): Buffer =>
  size < 24
    ? Buffer.from([kind * 32 + size])
    : size < 256
      ? Buffer.from([kind * 32 + 24, size])
      : Buffer.from([kind * 32 + 25, size >> 8, size & 255]);
type Value = number | string | Buffer | Map<number | string, Value>;
const cbor = (value: Value): Buffer => {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
};

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
const [PRESENT, VERIFIED, HAS_KEY] = [1, 4, 64];

type Options = { challenge: string; rp?: { id?: string }; rpId?: string; user?: { id: string } };
type Held = { id: Buffer; key: KeyObject; rp: string; user: string; counter: number };
/** What an attacker, or a broken device, would change. */
type Twist = { origin?: string; rp?: string; verified?: boolean; challenge?: string; user?: string; counter?: number };

/** A passkey in software: ES256, attestation "none", as `navigator.credentials` would answer. */
export const anAuthenticator = (origin = 'http://localhost:3000') => {
  const held: Held[] = [];
  const clientData = (type: string, options: Options, twist: Twist): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: twist.challenge ?? options.challenge,
        origin: twist.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const data = (rp: string, flags: number, counter: number, rest = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rp), Buffer.from([flags]), count, rest]);
  };
  const flagsOf = (twist: Twist): number => PRESENT + (twist.verified === false ? 0 : VERIFIED);

  const register = (given: unknown, twist: Twist = {}): RegistrationAnswer => {
    const options = given as Options;
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const id = randomBytes(32);
    const rp = twist.rp ?? options.rp?.id ?? '';
    held.push({ id, key: privateKey, rp, user: options.user?.id ?? 'nobody', counter: 0 });
    const cose = cbor(
      new Map<number, Value>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
    const named = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
    const attestationObject = cbor(
      new Map<string, Value>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data(rp, flagsOf(twist) + HAS_KEY, 0, named)],
      ]),
    );
    return {
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      response: {
        clientDataJSON: clientData('webauthn.create', options, twist).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      },
    };
  };

  /** Signs with the passkey made last, or with the `nth`. */
  const signIn = (given: unknown, twist: Twist = {}, nth = held.length - 1): SignInAnswer => {
    const options = given as Options;
    const passkey = held[nth];
    if (!passkey) throw new Error('There is no passkey on this authenticator.');
    passkey.counter = twist.counter ?? passkey.counter + 1;
    const json = clientData('webauthn.get', options, twist);
    const authenticatorData = data(twist.rp ?? options.rpId ?? '', flagsOf(twist), passkey.counter);
    const signed = createSign('sha256').update(authenticatorData).update(sha256(json));
    return {
      id: passkey.id.toString('base64url'),
      rawId: passkey.id.toString('base64url'),
      type: 'public-key',
      response: {
        clientDataJSON: json.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signed.sign(passkey.key).toString('base64url'),
        userHandle: twist.user ?? passkey.user,
      },
    };
  };

  return { register, signIn, count: () => held.length };
};
export type Authenticator = ReturnType<typeof anAuthenticator>;

/** Somebody in office makes a passkey on this authenticator. */
export const makePasskey = async (who: Resident, device: Authenticator, name = 'Phone', twist: Twist = {}) =>
  who.send('POST', '/me/passkeys', {
    name,
    answer: device.register(await who.ask('POST', '/me/passkeys/options'), twist),
  });

export const signInWith = async (who: Resident, device: Authenticator, twist: Twist = {}, nth?: number) =>
  who.send('POST', '/sessions/passkey', device.signIn(await who.ask('POST', '/sessions/passkey/options'), twist, nth));
