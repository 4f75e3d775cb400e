import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFirstRun } from '#functions/first-run/service.ts';
import type { Me } from '#shared/participants/schema.ts';
import type { PlaceView } from '#shared/consultations/views.ts';
import { LOCALES } from '#shared/locales.ts';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { FieldError } from '#shared/problems.ts';
import { DAY, MINUTE } from '#shared/time.ts';
import { aPlace } from '#test/support/builders.ts';
import { someoneIn } from '#test/support/people.ts';
import { findStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await aWorld();
  world.say = (locale, key, parameters) => `${locale} ${key} ${parameters?.controller}`;
});
afterEach(() => world.end());

const PLACE = {
  name: 'Città Nuova',
  slug: 'new-town',
  language: 'it',
  timeZone: 'Europe/Rome',
  controller: 'Comune di Città Nuova',
  contact: 'privacy@example.org',
  ageOfConsent: 14,
};

const aToken = async (): Promise<string> => (await openFirstRun(world))?.split('/first-run/')[1] ?? '';
const open = (token: string, place: object = {}) =>
  someoneIn(world).send('POST', '/first-run', { token, you: 'Olga', place: { ...PLACE, ...place } });
const slugs = async () =>
  (await someoneIn(world.beside()).ask<{ slug: string }[]>('GET', '/places')).map((p) => p.slug);

describe('to the operator of a new store', () => {
  test('the link lies at our own address and opens the first place with all that a place needs', async () => {
    const link = await openFirstRun(world);
    expect(link).toMatch(/^http:\/\/localhost:3000\/en\/first-run\/[\w-]{43}$/);
    expect((await open(link?.split('/').at(-1) ?? '')).status).toBe(201);
    const place = await someoneIn(world).ask<PlaceView>('GET', '/places/new-town');
    expect(place).toMatchObject({
      slug: 'new-town',
      name: { it: { text: 'Città Nuova', provenance: 'original' } },
      languages: ['it', ...LOCALES.filter((locale) => locale !== 'it')],
      timeZone: 'Europe/Rome',
      ageOfConsent: 14,
      consultations: [],
      privacy: { controller: PLACE.controller, contact: PLACE.contact },
    });
    for (const texts of [place.houseRules, place.consent.text, place.privacy.legalBasis, place.about]) {
      expect(Object.keys(texts).toSorted()).toEqual(LOCALES.toSorted());
    }
    expect(place.consent.text.ar).toEqual({
      text: `ar defaults.consent ${PLACE.controller}`,
      provenance: 'human',
    });
  });

  test('whoever opened it is its coordinator: she reads the ledger, which tells of both acts', async () => {
    const olga = someoneIn(world);
    await olga.ask('POST', '/first-run', { token: await aToken(), you: 'Olga', place: PLACE });
    const { roles, signedIn } = await olga.ask<Me>('GET', '/me');
    expect([signedIn, roles.map((one) => one.roles)]).toEqual([true, [['coordinator']]]);
    const { lines } = await olga.ask<{ lines: LedgerLine[] }>('GET', '/places/new-town/ledger');
    expect(lines.map(({ act, role }) => [act, role]).toSorted()).toEqual([
      ['appoint-staff', 'job'],
      ['create-place', 'job'],
    ]);
  });

  test('what is wrong is named by field, and the link still works afterwards', async () => {
    const token = await aToken();
    const refused = await open(token, {
      name: ' ',
      slug: 'New Town',
      language: 'xx',
      timeZone: 'Mars/Base',
      controller: '',
      contact: 'x'.repeat(301),
      ageOfConsent: 12,
    });
    expect(refused.status).toBe(400);
    const { errors } = (await refused.json()) as { errors: FieldError[] };
    expect(Object.fromEntries(errors.map(({ pointer, code }) => [pointer.replace('/place/', ''), code]))).toEqual({
      name: 'words-missing',
      slug: 'not-valid',
      language: 'not-a-language',
      timeZone: 'not-a-time-zone',
      controller: 'words-missing',
      contact: 'words-too-long',
      ageOfConsent: 'not-valid',
    });
    expect((await open(token)).status).toBe(201);
  });
});

describe('to everybody else: nobody comes into office by this way', () => {
  test('a link works once', async () => {
    const token = await aToken();
    expect((await open(token)).status).toBe(201);
    expect((await open(token, { slug: 'another' })).status).toBe(404);
    expect(await slugs()).toEqual(['new-town']);
  });

  test('fifty who use it at once open one place', async () => {
    const token = await aToken();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => open(token, { slug: `place-${i}` })));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([201, ...Array.from({ length: 49 }, () => 404)]);
    expect(await slugs()).toHaveLength(1);
    expect(answers.filter(({ headers }) => headers.has('set-cookie'))).toHaveLength(1);
  });

  test('it works for a day and not longer', async () => {
    const token = await aToken();
    world.pass(DAY);
    expect((await open(token)).status).toBe(404);
    const next = await aToken();
    world.pass(DAY - MINUTE);
    expect((await open(next)).status).toBe(201);
  });

  test('a new start replaces the link of the one before', async () => {
    const [first, second] = [await aToken(), await aToken()];
    expect((await open(first)).status).toBe(404);
    expect((await open(second)).status).toBe(201);
  });

  test('a link that never was opens nothing, whatever its form', async () => {
    const token = await aToken();
    for (const wrong of ['', 'x', 'x'.repeat(43), `${token}=`, token.toUpperCase()]) {
      expect([wrong, (await open(wrong)).status]).toEqual([wrong, 404]);
    }
    expect(await slugs()).toEqual([]);
  });

  test('once there is a place no link is made, and one that was made before opens nothing', async () => {
    const token = await aToken();
    await aPlace(world);
    expect(await openFirstRun(world)).toBeUndefined();
    expect((await open(token)).status).toBe(404);
  });

  test('the token stands nowhere in the tables or the log, before and after it is used', async () => {
    const token = await aToken();
    expect(await findStored(world, [token])).toEqual([]);
    await open(token);
    expect(await findStored(world, [token])).toEqual([]);
    expect(JSON.stringify(world.logged)).not.toContain(token);
  });
});
