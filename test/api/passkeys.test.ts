import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MyData } from '#shared/participants/my-data.ts';
import type { Me } from '#shared/participants/schema.ts';
import type { MyKeys } from '#shared/passkeys/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import type { Place } from '#shared/places/schema.ts';
import type { ProblemDetails } from '#shared/problems.ts';
import { HOUR, MINUTE, SECOND } from '#shared/time.ts';
import { anAuthenticator, makePasskey, signInWith } from '#test/support/authenticator.ts';
import { aConsultation, aPlace, aStaffMember } from '#test/support/builders.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { findStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let place: Place;
beforeAll(async () => {
  world = await aWorld();
  place = await aPlace(world);
});
afterAll(() => world.end());

const inOffice = async (role: Role = 'moderator', where: TestWorld = world): Promise<Resident> => {
  const person = someoneIn(where);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, role)).token}`);
  return person;
};
/** Somebody in office with one passkey on a device of hers. */
const withPasskey = async (role: Role = 'moderator') => {
  const [person, device] = [await inOffice(role), anAuthenticator()];
  expect((await makePasskey(person, device)).status).toBe(204);
  return { person, device };
};
const codeOf = async (response: Response): Promise<string> =>
  response.ok ? 'done' : ((await response.json()) as ProblemDetails).code;
const keysOf = (who: Resident) => who.ask<MyKeys>('GET', '/me/keys');
const firstKeyOf = async (who: Resident) => (await keysOf(who)).passkeys[0]?.id ?? 'none';
const codesOf = async (who: Resident) => (await who.ask<{ codes: string[] }>('POST', '/me/recovery-codes')).codes;
const meOf = (who: Resident) => who.ask<Me>('GET', '/me');
const byCode = (code: string | undefined) => someoneIn(world).send('POST', '/sessions/code', { code });

describe('to somebody in office who signs in', () => {
  test('her passkey opens her office, without a name, on a device that never saw her', async () => {
    const { device } = await withPasskey('analyst');
    const elsewhere = someoneIn(world.beside());
    const response = await signInWith(elsewhere, device);
    expect(await response.json()).toMatchObject({ office: 'open', roles: [{ place: place.id, roles: ['analyst'] }] });
    expect((await elsewhere.send('GET', `/places/${place.slug}/ledger`)).status).toBe(200);
  });

  test('what is asked of authenticators: found without a name, and opened by her and nobody else', async () => {
    const person = await inOffice();
    expect(await person.ask('POST', '/me/passkeys/options')).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const options = await someoneIn(world).ask<object>('POST', '/sessions/passkey/options');
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(options).not.toHaveProperty('allowCredentials');
  });

  test.each([
    ['an answer made for another website', { origin: 'http://evil.example' }],
    ['one made for another relying party', { rp: 'evil.example' }],
    ['one that nobody opened by face, finger or PIN', { verified: false }],
    ['one to a question that we never asked', { challenge: Buffer.alloc(54).toString('base64url') }],
  ] as const)('%s is refused, for a new passkey and for signing in', async (_, twist) => {
    const { person, device } = await withPasskey();
    expect(await codeOf(await makePasskey(person, device, 'Other', twist))).toBe('passkey-not-valid');
    expect(await codeOf(await signInWith(someoneIn(world), device, twist, 0))).toBe('passkey-not-valid');
    expect((await keysOf(person)).passkeys).toHaveLength(1);
  });

  test('a passkey in the name of somebody else, or with a counter that went back, is refused', async () => {
    const { device } = await withPasskey();
    const user = Buffer.alloc(32).toString('base64url');
    expect(await codeOf(await signInWith(someoneIn(world), device, { user }))).toBe('passkey-not-valid');
    expect((await signInWith(someoneIn(world), device, { counter: 50 })).status).toBe(200);
    expect(await codeOf(await signInWith(someoneIn(world), device, { counter: 50 }))).toBe('passkey-not-valid');
    expect((await signInWith(someoneIn(world), device)).status).toBe(200);
  });

  test('an answer opens one session, however often it is sent and wherever it arrives', async () => {
    const { device } = await withPasskey();
    const answer = device.signIn(await someoneIn(world).ask('POST', '/sessions/passkey/options'));
    const other = world.beside();
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, i) => someoneIn(i % 2 ? world : other).send('POST', '/sessions/passkey', answer)),
    );
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(responses.filter(({ headers }) => headers.has('set-cookie'))).toHaveLength(1);
  });

  test('a question is good for ten minutes, and for nothing but what it was asked for', async () => {
    const { person, device } = await withPasskey();
    const late = device.signIn(await someoneIn(world).ask('POST', '/sessions/passkey/options'));
    world.pass(10 * MINUTE + SECOND);
    expect(await codeOf(await someoneIn(world).send('POST', '/sessions/passkey', late))).toBe('passkey-not-valid');
    const forAdding = await person.ask('POST', '/me/passkeys/options');
    const misused = device.signIn({ ...(forAdding as object), rpId: 'localhost' });
    expect(await codeOf(await someoneIn(world).send('POST', '/sessions/passkey', misused))).toBe('passkey-not-valid');
    const colleague = await inOffice();
    const answer = device.register(await person.ask('POST', '/me/passkeys/options'));
    expect(await codeOf(await colleague.send('POST', '/me/passkeys', { name: 'Hers', answer }))).toBe(
      'passkey-not-valid',
    );
  });

  test('twelve hours without a visit end it, and each visit begins them anew', async () => {
    const { device } = await withPasskey();
    const person = someoneIn(world);
    await signInWith(person, device);
    for (let i = 0; i < 3; i++) {
      world.pass(11 * HOUR);
      expect((await meOf(person)).office).toBe('open');
    }
    world.pass(12 * HOUR + MINUTE);
    expect((await meOf(person)).signedIn).toBe(false);
  });
});

describe('to a city whose offices no card may open', () => {
  test('whoever comes in by the card of somebody in office is nobody in office', async () => {
    const person = await inOffice('coordinator');
    const { digits } = await person.ask<{ digits: string }>('POST', '/me/card');
    const finder = someoneIn(world);
    await finder.ask('POST', '/sessions', { digits });
    expect(await meOf(finder)).toMatchObject({ signedIn: true, office: 'locked', roles: [] });
    for (const [method, path] of [
      ['GET', `/places/${place.slug}/ledger`],
      ['GET', '/me/keys'],
      ['POST', '/me/passkeys/options'],
      ['POST', '/me/recovery-codes'],
    ] as const) {
      expect([path, await codeOf(await finder.send(method, path))]).toEqual([path, 'passkey-needed']);
    }
  });

  test('nor may a resident make herself a passkey', async () => {
    const { consultation } = await aConsultation(world);
    const anna = await aParticipant(world, consultation);
    expect((await meOf(anna)).office).toBe('none');
    expect(await codeOf(await anna.send('POST', '/me/passkeys/options'))).toBe('passkey-needed');
    expect(await codeOf(await someoneIn(world).send('GET', '/me/keys'))).toBe('not-signed-in');
  });
});

describe('to somebody who loses a device', () => {
  test('several passkeys have names; one is removed, and what it had opened ends, in every process', async () => {
    const { person, device } = await withPasskey();
    const lost = anAuthenticator();
    await makePasskey(person, lost, 'Old phone');
    const thief = someoneIn(world.beside());
    await signInWith(thief, lost);
    const old = (await keysOf(person)).passkeys.find(({ name }) => name === 'Old phone');
    await person.ask('PUT', `/me/passkeys/${old?.id}`, { name: 'Lost phone' });
    expect((await keysOf(person)).passkeys.map(({ name }) => name).toSorted()).toEqual(['Lost phone', 'Phone']);
    await person.ask('DELETE', `/me/passkeys/${old?.id}`);
    world.pass(20 * SECOND + 1);
    expect((await meOf(thief)).signedIn).toBe(false);
    expect(await codeOf(await signInWith(someoneIn(world), lost))).toBe('passkey-not-known');
    expect((await signInWith(someoneIn(world), device)).status).toBe(200);
  });

  test('the last passkey stays until there are recovery codes', async () => {
    const { person } = await withPasskey();
    const id = await firstKeyOf(person);
    expect(await refusalOf(person.ask('DELETE', `/me/passkeys/${id}`))).toBe('last-passkey');
    await codesOf(person);
    expect(await refusalOf(person.ask('DELETE', `/me/passkeys/${id}`))).toBe('done');
    expect(await keysOf(person)).toEqual({ passkeys: [], codes: 10 });
  });

  test('of two passkeys that are removed at once, one stays', async () => {
    const { person, device } = await withPasskey();
    await makePasskey(person, device, 'Second');
    const { passkeys } = await keysOf(person);
    const outcomes = await Promise.all(passkeys.map(({ id }) => refusalOf(person.ask('DELETE', `/me/passkeys/${id}`))));
    expect(outcomes.filter((outcome) => outcome === 'done').length).toBeLessThan(2);
    expect((await keysOf(person)).passkeys.length).toBeGreaterThan(0);
  });

  test('nobody touches a passkey of somebody else', async () => {
    const [{ person }, other] = [await withPasskey(), await inOffice('coordinator')];
    const id = await firstKeyOf(person);
    expect(await refusalOf(other.ask('PUT', `/me/passkeys/${id}`, { name: 'Mine' }))).toBe('not-found');
    expect(await refusalOf(other.ask('DELETE', `/me/passkeys/${id}`))).toBe('not-found');
  });

  test('ten passkeys are enough', async () => {
    const { person, device } = await withPasskey();
    for (let i = 2; i <= 10; i++) await makePasskey(person, device, `Key ${i}`);
    expect(await refusalOf(person.ask('POST', '/me/passkeys/options'))).toBe('enough-passkeys');
  });

  test('each recovery code opens her office once, in whatever way it is typed', async () => {
    const person = await inOffice('drafter');
    const codes = await codesOf(person);
    expect(new Set(codes).size).toBe(10);
    const [first = '', second = ''] = codes;
    const response = await byCode(` ${first.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O')} `);
    expect(await response.json()).toMatchObject({ office: 'open', roles: [{ roles: ['drafter'] }] });
    expect(await codeOf(await byCode(first))).toBe('code-not-known');
    const race = await Promise.all(Array.from({ length: 50 }, () => byCode(second)));
    expect(race.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await keysOf(person)).toEqual({ passkeys: [], codes: 8 });
  });

  test('new codes replace the old ones', async () => {
    const person = await inOffice();
    const [old, [fresh]] = [await codesOf(person), await codesOf(person)];
    expect(await codeOf(await byCode(old[3]))).toBe('code-not-known');
    expect((await byCode(fresh)).status).toBe(200);
    expect((await keysOf(person)).codes).toBe(9);
  });

  test('what is no code is refused by name of the field; after many tries the browser has to work', async () => {
    const response = await byCode('abc');
    expect(((await response.json()) as ProblemDetails).errors).toEqual([
      { pointer: '/code', code: 'not-a-recovery-code' },
    ]);
    const strict = await aWorld({ limits: { 'recovery-code': { points: 2, duration: MINUTE } } });
    const tries = [1, 2, 3].map(() => someoneIn(strict).send('POST', '/sessions/code', { code: 'abcdefghjkmn' }));
    const found = await Promise.all(tries.map(async (one) => codeOf(await one)));
    expect(found.toSorted()).toEqual(['code-not-known', 'code-not-known', 'proof-needed']);
    await strict.end();
  });
});

describe('to somebody in office who asks what is held about her, and leaves', () => {
  test('codes stand nowhere in clear, and nothing of her keys stays', async () => {
    const { person } = await withPasskey();
    const codes = await codesOf(person);
    expect(
      await findStored(
        world,
        codes.flatMap((code) => [code, code.replaceAll('-', '')]),
      ),
    ).toEqual([]);
    const mine = await person.ask<MyData>('GET', '/me/data');
    expect(mine.office?.keys).toMatchObject({ passkeys: [{ name: 'Phone' }], codes: 10 });
    const id = await firstKeyOf(person);
    await person.ask('DELETE', '/me');
    expect(await findStored(world, [id, `${id}#`])).toEqual([]);
    expect(await codeOf(await byCode(codes[0]))).toBe('code-not-known');
  });
});
