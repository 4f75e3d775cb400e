import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '#functions/limits/limits.ts';
import type { MyData } from '#shared/participants/my-data.ts';
import type { Me } from '#shared/participants/schema.ts';
import { DAY, MINUTE, SECOND, instant, systemClock } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { aParticipant, firstItem, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { everythingStored, findStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const me = (who: Resident) => who.ask<Me>('GET', '/me');
const makeCard = async (who: Resident) => (await who.ask<{ digits: string; qr: string }>('POST', '/me/card')).digits;
const returning = async (digits: string, device = someoneIn(world)): Promise<Resident> => {
  await device.ask('POST', '/sessions', { digits });
  return device;
};
const joining = { consentVersion: 1, oldEnough: true, locale: 'en', reads: ['en'] };

describe('to somebody who joins', () => {
  test('her session is a cookie that only this host, only over TLS and no script can read', async () => {
    const { consultation } = await aConsultation(world);
    const response = await someoneIn(world).send('POST', `/consultations/${consultation.id}/join`, joining);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test('her token stands in no table, only its hash', async () => {
    const { consultation } = await aConsultation(world);
    const anna = await aParticipant(world, consultation);
    const token = anna.cookie()?.split('=')[1] ?? '';
    expect(token).toHaveLength(43);
    expect(await findStored(world, [token])).toEqual([]);
    expect((await me(anna)).signedIn).toBe(true);
  });

  test('a made-up, cut, empty or very long token is nobody', async () => {
    for (const token of ['x', 'A'.repeat(43), 'A'.repeat(101), '', '%00', '"; DROP']) {
      const stranger = someoneIn(world);
      stranger.useCookie(`__Host-session=${token}`);
      expect((await me(stranger)).signedIn).toBe(false);
    }
  });

  test('of the day she joined only the day is kept, and no time anywhere with her name', async () => {
    const { consultation } = await aConsultation(world);
    const anna = await aParticipant(world, consultation);
    const { sessions } = await anna.ask<MyData>('GET', '/me/data');
    expect(sessions).toMatchObject([
      { since: world.now().slice(0, 10), lastSeen: world.now().slice(0, 10), current: true },
    ]);
    const people = (await everythingStored(world)).filter(
      ({ table, item }) => table === 'vault' && String(item.pk).startsWith('person#'),
    );
    for (const { item } of people)
      expect(JSON.stringify({ ...item, expires: 0 })).not.toMatch(/\d\d:\d\d|\d{4}-\d\d-\d\dT/);
  });

  test('who is too young, or answers an older text, is told so and is not let in', async () => {
    const { consultation } = await aConsultation(world);
    const path = `/consultations/${consultation.id}/join`;
    expect(await refusalOf(someoneIn(world).ask('POST', path, { ...joining, oldEnough: false }))).toBe(
      'invalid-request',
    );
    expect(await refusalOf(someoneIn(world).ask('POST', path, { ...joining, consentVersion: 2 }))).toBe(
      'consent-outdated',
    );
  });

  test('without agreeing to take part nobody votes, suggests, replies or is dealt a card', async () => {
    const [first, second] = [await aConsultation(world), await aConsultation(world)];
    const anna = await aParticipant(world, first.consultation);
    const { id } = second.consultation;
    expect(await refusalOf(anna.vote(id, firstItem(second.passages), 'agree'))).toBe('consent-missing');
    expect(await refusalOf(anna.suggest(id, 'Something.'))).toBe('consent-missing');
    expect(await refusalOf(anna.deck(id))).toBe('consent-missing');
    expect(
      await refusalOf(
        anna.ask('POST', `/consultations/${id}/threads/${second.passages[0]?.id}`, { text: 'Hm.', language: 'en' }),
      ),
    ).toBe('consent-missing');
    await anna.join(id);
    expect(await refusalOf(anna.vote(id, firstItem(second.passages), 'agree'))).toBe('done');
  });

  test('in two consultations she is two pseudonyms and two names that nobody can link', async () => {
    const [first, second] = [await aConsultation(world), await aConsultation(world)];
    const anna = await aParticipant(world, first.consultation);
    await anna.join(second.consultation.id);
    const [one, two] = [
      await anna.suggest(first.consultation.id, 'One.'),
      await anna.suggest(second.consultation.id, 'Two.'),
    ];
    expect(one.author).not.toBe(two.author);
    const stored = (await everythingStored(world)).filter(({ item }) => item.id === one.id || item.id === two.id);
    expect(new Set(stored.map(({ item }) => item.by)).size).toBe(2);
    for (const { item } of stored) expect(JSON.stringify(item)).not.toContain('prt_');
  });
});

describe('to somebody who signs a device out', () => {
  test('here it is out at once', async () => {
    const { consultation } = await aConsultation(world);
    const anna = await aParticipant(world, consultation);
    const digits = await makeCard(anna);
    const lost = await returning(digits);
    const session = (await lost.ask<MyData>('GET', '/me/data')).sessions.find(({ current }) => current);
    await anna.ask('DELETE', `/me/sessions/${session?.id}`);
    expect((await me(lost)).signedIn).toBe(false);
    expect((await me(anna)).signedIn).toBe(true);
  });

  test('in every other process within twenty seconds, so well within a minute', async () => {
    const { consultation } = await aConsultation(world);
    const anna = await aParticipant(world, consultation);
    const elsewhere = world.beside();
    const there = someoneIn(elsewhere);
    there.useCookie(anna.cookie());
    expect((await me(there)).signedIn).toBe(true);
    await anna.ask('DELETE', '/sessions/current');
    world.pass(20 * SECOND);
    expect((await me(there)).signedIn).toBe(false);
  });

  test('a session ends ninety days after the last visit, and each visit begins them anew', async () => {
    const { consultation } = await aConsultation(world);
    const anna = await aParticipant(world, consultation);
    world.pass(80 * DAY);
    expect((await me(anna)).signedIn).toBe(true);
    world.pass(80 * DAY);
    expect((await me(anna)).signedIn).toBe(true);
    world.pass(90 * DAY + SECOND);
    expect((await me(anna)).signedIn).toBe(false);
  });

  test('nobody signs out a device of somebody else', async () => {
    const { consultation } = await aConsultation(world);
    const [anna, bo] = [await aParticipant(world, consultation), await aParticipant(world, consultation)];
    const [hers] = (await anna.ask<MyData>('GET', '/me/data')).sessions;
    expect(await refusalOf(bo.ask('DELETE', `/me/sessions/${hers?.id}`))).toBe('not-found');
    expect((await me(anna)).signedIn).toBe(true);
  });
});

describe('to somebody with a card', () => {
  test('on another device it finds her votes, her suggestions and her replies', async () => {
    const { consultation, passages } = await aConsultation(world);
    const { id } = consultation;
    const anna = await aParticipant(world, consultation);
    await anna.vote(id, firstItem(passages), 'agree');
    const { id: suggestion } = await anna.suggest(id, 'More benches.');
    await anna.ask('POST', `/consultations/${id}/threads/${passages[0]?.id}`, {
      text: 'Why?',
      language: 'en',
      label: 'question',
    });
    const there = await returning(await makeCard(anna));
    expect((await there.ballot(id)).votes).toEqual([{ item: firstItem(passages), choice: 'agree', counts: true }]);
    const data = await there.ask<MyData>('GET', '/me/data');
    expect(data.consultations[0]?.contributions.map(({ id: which }) => which)).toEqual([suggestion]);
    expect(data.consultations[0]?.replies.map(({ text }) => text)).toEqual(['Why?']);
    await there.vote(id, firstItem(passages), 'disagree');
    expect((await anna.ballot(id)).votes[0]?.choice).toBe('disagree');
  });

  test('the digits stand in no table; the QR code opens an address whose digits no server is sent', async () => {
    const { consultation } = await aConsultation(world);
    const anna = await aParticipant(world, consultation);
    const card = await anna.ask<{ digits: string; qr: string }>('POST', '/me/card');
    expect(card.digits).toMatch(/^\d{16}$/);
    expect(card.qr).toMatch(/^<svg/);
    expect(await findStored(world, [card.digits])).toEqual([]);
  });

  test('she may type it in Arabic-Indic digits with spaces', async () => {
    const { consultation } = await aConsultation(world);
    const digits = await makeCard(await aParticipant(world, consultation));
    const typed = digits
      .replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
      .replaceAll(/(.{4})/gu, '$1 ');
    expect((await me(await returning(typed))).signedIn).toBe(true);
  });

  test('used twice at the same moment it opens two sessions of the same person, with one ballot', async () => {
    const { consultation, passages } = await aConsultation(world);
    const anna = await aParticipant(world, consultation);
    await anna.vote(consultation.id, firstItem(passages), 'agree');
    const digits = await makeCard(anna);
    const [one, two] = await Promise.all([returning(digits), returning(digits)]);
    await Promise.all([
      one.vote(consultation.id, firstItem(passages), 'pass'),
      two.vote(consultation.id, firstItem(passages), 'pass'),
    ]);
    expect((await one.ask<MyData>('GET', '/me/data')).sessions).toHaveLength(3);
    const ballots = (await everythingStored(world)).filter(
      ({ table, item }) => table === 'ballots' && String(item.pk).startsWith(consultation.id),
    );
    expect(ballots).toHaveLength(1);
  });

  test('a new card replaces the old one, which opens nothing any more', async () => {
    const { consultation } = await aConsultation(world);
    const anna = await aParticipant(world, consultation);
    const old = await makeCard(anna);
    const fresh = await makeCard(anna);
    expect(await refusalOf(returning(old))).toBe('card-not-known');
    expect((await me(await returning(fresh))).signedIn).toBe(true);
  });

  test('of many cards made at the same moment one opens her door, and no other', async () => {
    const { consultation } = await aConsultation(world);
    const anna = await aParticipant(world, consultation);
    for (const round of ['first cards', 'new cards']) {
      const made = await Promise.all(Array.from({ length: 6 }, () => makeCard(anna).catch(() => undefined)));
      const digits = made.filter((card) => card !== undefined);
      const outcomes = await Promise.all(digits.map((card) => refusalOf(returning(card))));
      expect([round, outcomes.filter((outcome) => outcome === 'done').length]).toEqual([round, 1]);
    }
    const cards = (await everythingStored(world)).filter(
      ({ item }) => String(item.pk).startsWith('card#') && item.participant,
    );
    const mine = (await everythingStored(world)).filter(
      ({ item }) => item.sk === 'card' && String(item.pk).startsWith('person#'),
    );
    expect(cards.length).toBe(mine.length);
  });

  test('what was done on that device before, without a card, goes: nobody counts twice', async () => {
    const { consultation, passages } = await aConsultation(world);
    const { id } = consultation;
    const anna = await aParticipant(world, consultation);
    await anna.vote(id, firstItem(passages), 'agree');
    const digits = await makeCard(anna);
    const device = await aParticipant(world, consultation);
    await device.vote(id, firstItem(passages), 'disagree');
    const before = await device.suggest(id, 'Typed before the card.');
    await returning(digits, device);
    expect((await device.ballot(id)).votes).toEqual([{ item: firstItem(passages), choice: 'agree', counts: true }]);
    const ballots = (await everythingStored(world)).filter(
      ({ table, item }) => table === 'ballots' && String(item.pk).startsWith(id),
    );
    expect(ballots).toHaveLength(1);
    expect(await findStored(world, ['Typed before the card.'])).toEqual([]);
    expect(await someoneIn(world).ask('GET', `/consultations/${id}/contributions/${before.id}`)).toMatchObject({
      text: null,
      state: 'withdrawn',
    });
  });

  test('but what another person keeps with a card of her own stays, even if this process has not heard of that card yet', async () => {
    const { consultation, passages } = await aConsultation(world);
    const { id } = consultation;
    const [anna, bo] = [await aParticipant(world, consultation), await aParticipant(world, consultation)];
    await bo.vote(id, firstItem(passages), 'agree');
    const elsewhere = someoneIn(world.beside());
    elsewhere.useCookie(bo.cookie());
    await me(elsewhere);
    const hisCard = await makeCard(bo);
    await returning(await makeCard(anna), elsewhere);
    expect((await (await returning(hisCard)).ballot(id)).votes).toHaveLength(1);
  });

  test("a number that is no card, or nobody's, opens nothing and says which", async () => {
    expect(await refusalOf(returning('1234'))).toBe('invalid-request');
    expect(await refusalOf(returning('0000000000000000'))).toBe('card-not-known');
  });
});

describe('to many who join from one address, a school or a shelter', () => {
  const solved = async (world_: TestWorld): Promise<string> => {
    const challenge = await someoneIn(world_).ask<Challenge>('GET', '/proof');
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  };

  test('beyond the limit they are asked for a little work and let in; the same work is not accepted twice', async () => {
    const busy = await aWorld({
      limits: { join: { points: 3, duration: 10 * MINUTE }, card: { points: 2, duration: 10 * MINUTE } },
    });
    try {
      busy.setClock(instant(systemClock()));
      const { consultation } = await aConsultation(busy);
      const path = `/consultations/${consultation.id}/join`;
      const join = (proof?: string) =>
        refusalOf(someoneIn(busy).ask('POST', path, { ...joining, ...(proof && { proof }) }));
      expect([await join(), await join(), await join()]).toEqual(['done', 'done', 'done']);
      expect(await join()).toBe('proof-needed');
      const response = await someoneIn(busy).send('POST', path, joining);
      expect(response.status).toBe(428);
      const proof = await solved(busy);
      expect(await join(proof)).toBe('done');
      expect(await join(proof)).toBe('proof-not-valid');
      const two = await solved(busy);
      expect((await Promise.all([join(two), join(two), join(two)])).toSorted()).toEqual([
        'done',
        'proof-not-valid',
        'proof-not-valid',
      ]);
      for (const wrong of [
        'x',
        Buffer.from('{}').toString('base64'),
        Buffer.from('null').toString('base64'),
        Buffer.from('{"challenge":{"parameters":{}},"solution":{}}').toString('base64'),
        Buffer.from('{"challenge":1,"solution":1}').toString('base64'),
      ]) {
        expect(await join(wrong)).toBe('proof-not-valid');
      }
      const forged = JSON.parse(Buffer.from(await solved(busy), 'base64').toString()) as { challenge: Challenge };
      forged.challenge.parameters.cost = 1;
      expect(await join(Buffer.from(JSON.stringify(forged)).toString('base64'))).toBe('proof-not-valid');
      for (let i = 0; i < 3; i++) expect(await join(await solved(busy))).toBe('done');
      const device = () => refusalOf(someoneIn(busy).ask('POST', '/sessions', { digits: '0000000000000000' }));
      expect([await device(), await device(), await device()]).toEqual([
        'card-not-known',
        'card-not-known',
        'proof-needed',
      ]);
    } finally {
      await busy.end();
    }
  });

  test('that limit is a hundred joins in ten minutes', () => {
    expect(LIMITS.join).toEqual({ points: 100, duration: 10 * MINUTE });
  });

  test('the address itself is stored nowhere', async () => {
    const behindProxy = await aWorld({ proxies: 1, limits: { join: { points: 1, duration: 10 * MINUTE } } });
    try {
      const { consultation } = await aConsultation(behindProxy);
      const join = (address: string) =>
        behindProxy.app.request(`/api/consultations/${consultation.id}/join`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
          body: JSON.stringify(joining),
        });
      expect((await join('198.51.100.7')).status).toBe(200);
      expect((await join('203.0.113.9, 198.51.100.7')).status).toBe(428);
      expect((await join('198.51.100.7, 203.0.113.9')).status).toBe(200);
      expect(await findStored(behindProxy, ['198.51.100.7', '203.0.113.9'])).toEqual([]);
      expect(JSON.stringify(behindProxy.logged)).not.toContain('198.51');
    } finally {
      await behindProxy.end();
    }
  });

  test('who suggests or replies far too often is asked to wait, and told how long', async () => {
    const strict = await aWorld({
      limits: {
        suggest: { points: 2, duration: MINUTE },
        reply: { points: 1, duration: MINUTE },
        vote: { points: 3, duration: MINUTE },
      },
    });
    try {
      const { consultation, passages } = await aConsultation(strict);
      const anna = await aParticipant(strict, consultation);
      const { id } = consultation;
      const reply = () =>
        refusalOf(anna.ask('POST', `/consultations/${id}/threads/${passages[0]?.id}`, { text: 'Hm.', language: 'en' }));
      for (let i = 0; i < 2; i++) await anna.suggest(id, 'Again.');
      const response = await anna.send('POST', `/consultations/${id}/contributions`, {
        kind: 'suggestion',
        text: 'Again.',
        language: 'en',
      });
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect([await reply(), await reply()]).toEqual(['done', 'too-many-requests']);
      const votes = [];
      for (let i = 0; i < 4; i++) votes.push(await refusalOf(anna.vote(id, firstItem(passages), 'agree')));
      expect(votes).toEqual(['done', 'done', 'done', 'too-many-requests']);
      const bo = await aParticipant(strict, consultation);
      expect(await refusalOf(bo.suggest(id, 'Me too.'))).toBe('done');
    } finally {
      await strict.end();
    }
  });
});
