import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlaceView } from '#shared/consultations/views.ts';
import type { Place } from '#shared/places/schema.ts';
import type { SetUpChange } from '#shared/places/set-up.ts';
import type { SetUpView } from '#shared/places/views.ts';
import { aPlace, aStaffMember } from '#test/support/builders.ts';
import type { Ledger } from '#test/support/ledger.ts';
import { refusalOf, someoneIn } from '#test/support/people.ts';
import { NO_PICTURES, PICTURES } from '#test/support/pictures.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const aCoordinator = async (place: Place, at = world): Promise<Resident> => {
  const person = someoneIn(at);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
  return person;
};

const aDesk = async () => {
  const place = await aPlace(world);
  const coordinator = await aCoordinator(place);
  const path = `/places/${place.slug}`;
  return {
    place,
    coordinator,
    path,
    see: (who = coordinator) => who.ask<SetUpView>('GET', `${path}/set-up`),
    change: (change: SetUpChange, who = coordinator) => who.ask('PUT', `${path}/set-up`, change),
    shown: () => someoneIn(world).ask<PlaceView>('GET', path),
    lines: async () => (await coordinator.ask<Ledger>('GET', `${path}/ledger`)).lines,
  };
};

const rules = (version: number, text: string): SetUpChange => ({ part: 'rules', version, houseRules: { en: text } });

describe('to coordinators who set up a place', () => {
  test('each part is saved by itself, shown at once, and leaves a line in the ledger', async () => {
    const { see, change, shown, lines } = await aDesk();
    const { place } = await see();
    world.pass(1);
    await change(rules(place.version, 'Be brief.'));
    world.pass(1);
    await change({ part: 'languages', version: place.version, languages: ['en', 'ar'], timeZone: 'Africa/Casablanca' });
    const now = await shown();
    expect(now.houseRules.en?.text).toBe('Be brief.');
    expect(now).toMatchObject({ languages: ['en', 'ar'], timeZone: 'Africa/Casablanca' });
    expect((await lines()).slice(0, 2).map(({ act, why, role }) => [act, why, role])).toEqual([
      ['change-place', 'languages', 'coordinator'],
      ['change-place', 'rules', 'coordinator'],
    ]);
  });

  test('what is not public stays at the desk', async () => {
    const { see, change, shown } = await aDesk();
    const { version } = (await see()).place;
    const escalation = { name: 'The duty officer', phone: '+39 000', email: 'duty@example.org' };
    await change({
      part: 'moderation',
      version,
      premoderation: true,
      rhythm: 'weekly',
      exposureCap: 20,
      escalation,
      appealsTo: null,
    });
    expect((await see()).place.moderation).toEqual({
      premoderation: true,
      rhythm: 'weekly',
      exposureCap: 20,
      escalation,
    });
    expect(JSON.stringify(await shown())).not.toContain('duty officer');
  });

  test('saving what is there already changes nothing and leaves no line', async () => {
    const { see, change, lines } = await aDesk();
    await change(rules((await see()).place.version, 'Be brief.'));
    const before = await see();
    await change(rules(before.place.version, 'Be brief.'));
    expect((await see()).place.version).toBe(before.place.version);
    expect((await lines()).filter(({ act }) => act === 'change-place')).toHaveLength(1);
  });

  test('two who change one thing: the second is told, and what the first saved is still there', async () => {
    const { place, see, change, shown } = await aDesk();
    const other = await aCoordinator(place);
    const { version } = (await see()).place;
    await change(rules(version, 'From the first.'));
    expect(await refusalOf(change(rules(version, 'From the second.'), other))).toBe('changed-meanwhile');
    expect((await shown()).houseRules.en?.text).toBe('From the first.');
    await change(rules((await see(other)).place.version, 'From both.'), other);
    expect((await shown()).houseRules.en?.text).toBe('From both.');
  });

  test('two who change two things do not meet, however many save at once', async () => {
    const { see, change, shown } = await aDesk();
    const { version } = (await see()).place;
    const outcomes = await Promise.all([
      refusalOf(change(rules(version, 'Be kind to all.'))),
      refusalOf(change({ part: 'consent', version, text: { en: 'I agree to this.' } })),
      refusalOf(change({ part: 'look', version, accent: '#7a1f5c' })),
      refusalOf(change({ part: 'sharing', version, clonableBy: 'everybody' })),
    ]);
    expect(outcomes).toEqual(['done', 'done', 'done', 'done']);
    expect(await shown()).toMatchObject({
      houseRules: { en: { text: 'Be kind to all.' } },
      consent: { version: 2 },
      look: { accent: '#7a1f5c' },
    });
  });

  test('a place says how many answers are enough, and never so few that they tell about five people', async () => {
    const { see, change } = await aDesk();
    const { version } = (await see()).place;
    const enough = (known: number, all: number) =>
      refusalOf(change({ part: 'counting', version, enough: { known, all } }));
    expect([await enough(4, 60), await enough(30, 9), await enough(30, 60.5)]).toEqual(
      Array<string>(3).fill('invalid-request'),
    );
    expect(await enough(20, 40)).toBe('done');
    expect((await see()).place.opinion).toEqual({ enough: { known: 20, all: 40 } });
  });

  test('of twenty who save one thing at once, one is taken and nineteen are told', async () => {
    const { see, change } = await aDesk();
    const { version } = (await see()).place;
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => refusalOf(change(rules(version, `Rule ${i}`)))),
    );
    expect(outcomes.toSorted()).toEqual([...Array<string>(19).fill('changed-meanwhile'), 'done']);
  });

  test('a contact that somebody else took off the list meanwhile cannot be changed by its number', async () => {
    const { place, see, change } = await aDesk();
    const { version } = (await see()).place;
    expect(await refusalOf(change({ part: 'help', version, at: place.help.length, contact: null }))).toBe(
      'changed-meanwhile',
    );
  });

  test('a colour that nobody could read is refused, and so are a zone and a link that are none', async () => {
    const { coordinator, path } = await aDesk();
    const wrong = async (change: object) =>
      (
        (await (await coordinator.send('PUT', `${path}/set-up`, { version: 1, ...change })).json()) as {
          errors?: { pointer: string; code: string }[];
        }
      ).errors;
    expect(await wrong({ part: 'look', accent: '#ffe000' })).toEqual([{ pointer: '/accent', code: 'not-readable' }]);
    expect(await wrong({ part: 'look', accent: 'red;}body{display:none' })).toEqual([
      { pointer: '/accent', code: 'not-a-colour' },
    ]);
    expect(await wrong({ part: 'languages', languages: ['en'], timeZone: 'Mars/Olympus' })).toEqual([
      { pointer: '/timeZone', code: 'not-a-time-zone' },
    ]);
    const contact = { kind: 'other', name: { en: 'Desk' }, what: { en: 'Helps' }, phone: '', email: '', url: '' };
    expect(await wrong({ part: 'help', contact: { ...contact, url: 'javascript:alert(1)' } })).toEqual([
      { pointer: '/contact/url', code: 'not-a-link' },
    ]);
    expect(await wrong({ part: 'help', contact: { ...contact, email: 'nobody' } })).toEqual([
      { pointer: '/contact/email', code: 'not-an-email' },
    ]);
    expect(await wrong({ part: 'rules', houseRules: { en: ' ', it: '\u200b' } })).toEqual([
      { pointer: '/houseRules', code: 'words-missing' },
    ]);
  });
});

describe('to those who agreed to a text', () => {
  test('each earlier text is kept with its version and its last day', async () => {
    const { see, change, lines } = await aDesk();
    for (const text of ['Second text.', 'Third text.']) {
      world.pass(1);
      await change({ part: 'consent', version: (await see()).place.version, text: { en: text } });
    }
    const { place, earlierConsents } = await see();
    expect(place.consent).toMatchObject({ version: 3, text: { en: { text: 'Third text.' } } });
    expect(earlierConsents.map(({ version, text, until }) => [version, text.en?.text, until])).toEqual([
      [2, 'Second text.', '2026-03-02'],
      [1, 'I agree.', '2026-03-02'],
    ]);
    expect((await lines()).filter(({ act }) => act === 'publish-consent').map(({ why }) => why)).toEqual(['3', '2']);
  });
});

describe('to everybody who sees the logo and the colour of a place', () => {
  const put = (who: Resident, path: string, picture: Buffer, version = 1000) =>
    who.ask('PUT', `${path}/logo`, { version, picture: picture.toString('base64'), alt: { en: 'A lighthouse' } });

  test('a logo comes back byte for byte, as what it is, to be kept for a while', async () => {
    const { coordinator, path, shown } = await aDesk();
    for (const [kind, bytes] of Object.entries(PICTURES)) {
      await put(coordinator, path, bytes);
      const { logo } = (await shown()).look ?? {};
      expect(logo).toMatchObject({ width: 8, height: 6, alt: { en: { text: 'A lighthouse' } } });
      const response = await world.app.request(`/pictures/${logo?.id}`);
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
      expect(response.headers.get('content-type')).toBe(`image/${kind.split(' ').at(-1)}`);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('public, max-age=86400, s-maxage=30');
    }
  });

  test('a logo of the most bytes is kept whole', async () => {
    const { coordinator, path, shown } = await aDesk();
    const bytes = Buffer.concat([PICTURES.png, Buffer.alloc(200 * 1024 - PICTURES.png.length, 7)]);
    await put(coordinator, path, bytes);
    const response = await world.app.request(`/pictures/${(await shown()).look?.logo?.id}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test.each(Object.entries(NO_PICTURES))('%s does not become a logo', async (_, bytes) => {
    const { coordinator, path, shown } = await aDesk();
    expect(await refusalOf(put(coordinator, path, bytes))).toBe('invalid-request');
    expect((await shown()).look).toBeUndefined();
  });

  test('a picture needs words for those who do not see it', async () => {
    const { coordinator, path } = await aDesk();
    const response = await coordinator.send('PUT', `${path}/logo`, {
      version: 9,
      picture: PICTURES.png.toString('base64'),
      alt: {},
    });
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/alt', code: 'words-missing' }] });
  });

  test('a logo that is replaced or taken away is gone, and the colour stays', async () => {
    const { coordinator, path, shown, change } = await aDesk();
    await change({ part: 'look', version: 1000, accent: '#7a1f5c' });
    await put(coordinator, path, PICTURES.png);
    const first = (await shown()).look?.logo?.id;
    await put(coordinator, path, PICTURES.webp);
    const second = (await shown()).look?.logo?.id;
    expect((await world.app.request(`/pictures/${first}`)).status).toBe(404);
    await coordinator.ask('DELETE', `${path}/logo?version=1000`);
    expect((await world.app.request(`/pictures/${second}`)).status).toBe(404);
    expect((await shown()).look).toEqual({ accent: '#7a1f5c' });
  });

  test('the same picture in two places is two pictures: taking one away leaves the other', async () => {
    const [one, other] = [await aDesk(), await aDesk()];
    for (const { coordinator, path } of [one, other]) await put(coordinator, path, PICTURES.png);
    await one.coordinator.ask('DELETE', `${one.path}/logo?version=1000`);
    expect((await world.app.request(`/pictures/${(await other.shown()).look?.logo?.id}`)).status).toBe(200);
  });

  test('the stylesheet of a colour holds that colour for light paper and may be kept for good', async () => {
    const response = await world.app.request('/accent/7a1f5c.css');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toMatch(/^@layer tokens\{:root\{--act:#7a1f5c;/);
  });

  test('there is no stylesheet of a colour that nobody could read, or of what is no colour', async () => {
    for (const file of ['ffe000.css', 'red.css', '7a1f5c', '7a1f5c.css.map', '%3Cscript%3E.css', '7A1F5C.css']) {
      expect([file, (await world.app.request(`/accent/${file}`)).status]).toEqual([file, 404]);
    }
    for (const id of ['x', '../../etc/passwd', 'A'.repeat(22), '%00']) {
      expect([id, (await world.app.request(`/pictures/${encodeURIComponent(id)}`)).status]).toEqual([id, 404]);
    }
  });

  test('a change is everywhere within a minute', async () => {
    const { path, change, shown } = await aDesk();
    const elsewhere = world.beside();
    const theirs = () => someoneIn(elsewhere).ask<PlaceView>('GET', path);
    await theirs();
    await change({ part: 'look', version: 1000, accent: '#7a1f5c' });
    expect((await shown()).look?.accent).toBe('#7a1f5c');
    world.pass(60_000);
    expect((await theirs()).look?.accent).toBe('#7a1f5c');
  });
});
