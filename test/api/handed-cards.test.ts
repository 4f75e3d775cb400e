import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCards, revokeBatch } from '#functions/batches/service.ts';
import type { BatchView, MadeCards } from '#shared/batches/schema.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { MyData } from '#shared/participants/my-data.ts';
import type { Me } from '#shared/participants/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import { DAY } from '#shared/time.ts';
import { aBatch, comingByCard, someCards } from '#test/support/batches.ts';
import { aConsultation, aPlace, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { firstItem, refusalOf, someoneIn } from '#test/support/people.ts';
import { everythingStored, findStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let place: Place;
let made: TestConsultation;
let con: Consultation['id'];
beforeAll(async () => {
  world = await aWorld();
  place = await aPlace(world);
  made = await aConsultation(world, { place, doors: ['handed'] });
  con = made.consultation.id;
});
afterAll(() => world.end());

const trying = (digits: string) => refusalOf(someoneIn(world).ask('POST', '/sessions', { digits }));
const inOffice = async (role: 'coordinator' | 'mediator', where = place) => {
  const { token, actor } = await aStaffMember(world, where, role);
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${token}`);
  return Object.assign(person, { actor });
};
const ballotsIn = async (id: string) =>
  (await everythingStored(world)).filter(
    ({ table, item }) => table === 'ballots' && String(item.pk).startsWith(`${id}#`),
  );

describe('to somebody who was handed a card', () => {
  test('the printed number opens the door once; then only a number works that the mediator never saw', async () => {
    const { digits } = await someCards(world, place);
    const [printed = ''] = digits;
    const { who, came } = await comingByCard(world, digits);
    expect(came).toMatchObject({ signedIn: true, hasCard: true, fresh: { place: place.slug } });
    const fresh = came.fresh?.card.digits ?? '';
    expect(fresh).toMatch(/^\d{16}$/);
    expect(came.fresh?.card.qr).toMatch(/^<svg/);
    expect([fresh === printed, await trying(printed)]).toEqual([false, 'card-used']);
    await who.join(con);
    await who.vote(con, firstItem(made.passages), 'agree');
    const elsewhere = someoneIn(world);
    expect(await elsewhere.ask<Me>('POST', '/sessions', { digits: fresh })).not.toHaveProperty('fresh');
    expect((await elsewhere.ballot(con)).votes).toHaveLength(1);
  });

  test('neither number stands in any table', async () => {
    const { digits } = await someCards(world, place);
    const printed = digits.slice(0, 2);
    const { came } = await comingByCard(world, digits);
    expect(await findStored(world, [...printed, came.fresh?.card.digits ?? ''])).toEqual([]);
  });

  test('her ballot says by which door and which batch she came, and whether somebody helped', async () => {
    const { batch, digits } = await someCards(world, place);
    const other = await aConsultation(world, { place, doors: ['handed'] });
    const { who } = await comingByCard(world, digits, { assisted: true });
    await who.join(other.consultation.id);
    await who.vote(other.consultation.id, firstItem(other.passages), 'agree');
    expect((await ballotsIn(other.consultation.id)).map(({ item }) => item)).toMatchObject([
      { door: 'handed', cards: String(batch.number), helped: 'yes' },
    ]);
  });

  test('used by many at the same moment, it opens one door and makes one person', async () => {
    const { digits } = await someCards(world, place);
    const [printed = ''] = digits;
    const people = async () => (await everythingStored(world)).filter(({ item }) => item.sk === 'person').length;
    const before = await people();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => trying(printed)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['done', 'card-used']));
    expect(await people()).toBe(before + 1);
  });

  test('what she did on that device before, without a card, goes: nobody counts twice', async () => {
    const both = await aConsultation(world, { place, doors: ['open', 'handed'] });
    const { id } = both.consultation;
    const { digits } = await someCards(world, place);
    const who = someoneIn(world);
    await who.join(id);
    await who.vote(id, firstItem(both.passages), 'disagree');
    await who.ask('POST', '/sessions', { digits: digits[0] });
    await who.join(id);
    await who.vote(id, firstItem(both.passages), 'agree');
    expect((await ballotsIn(id)).map(({ item }) => item.door)).toEqual(['handed']);
  });

  test('she is told what is held about how she came, and it goes when she leaves', async () => {
    const { batch, digits } = await someCards(world, place);
    const { who } = await comingByCard(world, digits);
    expect(await who.ask<MyData>('GET', '/me/data')).toMatchObject({
      door: 'handed',
      batch: { place: place.id, number: batch.number },
    });
    await who.ask('DELETE', '/me');
    expect((await who.ask<Me>('GET', '/me')).signedIn).toBe(false);
  });

  test('the languages she chooses when she joins are the ones she reads', async () => {
    const { digits } = await someCards(world, place);
    const { who, came } = await comingByCard(world, digits, { locale: 'ar' });
    expect(came.reads).toEqual(['ar']);
    await who.join(con, { locale: 'ar', reads: ['ar', 'fa'] });
    expect((await who.ask<Me>('GET', '/me')).reads).toEqual(['ar', 'fa']);
  });
});

describe('to a place that hands cards out', () => {
  test('its cards are a handed door in its own consultations only', async () => {
    const { digits } = await someCards(world, place);
    const abroad = await aConsultation(world, { doors: ['handed'] });
    const open = await aConsultation(world, { doors: ['open', 'handed'] });
    const { who } = await comingByCard(world, digits);
    expect(await refusalOf(who.join(abroad.consultation.id))).toBe('door-not-open');
    await who.join(open.consultation.id);
    await who.vote(open.consultation.id, firstItem(open.passages), 'agree');
    const [ballot] = await ballotsIn(open.consultation.id);
    expect([ballot?.item.door, ballot?.item.cards]).toEqual(['open', undefined]);
  });

  test('and of a batch for chosen consultations, in those only, and it leads there', async () => {
    const other = await aConsultation(world, { place, doors: ['handed'] });
    const { digits } = await someCards(world, place, { consultations: [con] });
    const { who, came } = await comingByCard(world, digits);
    expect(came.fresh?.consultation).toBe(con);
    expect(await refusalOf(who.join(other.consultation.id))).toBe('door-not-open');
    expect(await refusalOf(who.join(con))).toBe('done');
  });

  test('after its last day, by the clocks of the place, an unused card is too old', async () => {
    const { digits } = await someCards(world, place, { lastDay: '2026-03-02' });
    expect(await trying(digits[0] ?? '')).toBe('done');
    const before = world.now();
    // 23:30 UTC is half past midnight in Rome.
    world.setClock('2026-03-02T22:30:00.000Z');
    expect(await trying(digits[1] ?? '')).toBe('done');
    world.setClock('2026-03-02T23:30:00.000Z');
    expect(await trying(digits[2] ?? '')).toBe('card-expired');
    world.setClock(before);
  });

  test('a revoked batch opens nothing any more, in every process at once; whoever was in stays in', async () => {
    const { batch, digits } = await someCards(world, place);
    const { who, came } = await comingByCard(world, digits);
    const elsewhere = someoneIn(world.beside());
    expect(await refusalOf(elsewhere.ask('POST', '/sessions', { digits: digits[0] }))).toBe('done');
    const { actor } = await aStaffMember(world, place, 'coordinator');
    await revokeBatch(world, actor, place.slug, batch.number, { reason: 'Two were lost.', version: batch.version });
    for (const asked of [world, world.beside()])
      expect(await refusalOf(someoneIn(asked).ask('POST', '/sessions', { digits: digits[1] }))).toBe('card-revoked');
    expect((await who.ask<Me>('GET', '/me')).signedIn).toBe(true);
    expect(await trying(came.fresh?.card.digits ?? '')).toBe('done');
  });

  test('the cards are shown once: a second printing is refused, and of two at once one has cards that work', async () => {
    const planned = await aBatch(world, place);
    const { actor } = await aStaffMember(world, place, 'coordinator');
    const asked = await Promise.allSettled(
      [1, 2].map(() =>
        makeCards(world, actor, place.slug, planned.number, { version: planned.version, languages: ['en'] }),
      ),
    );
    const printed = asked.filter((one): one is PromiseFulfilledResult<MadeCards> => one.status === 'fulfilled');
    expect(printed).toHaveLength(1);
    expect(await trying(printed[0]?.value.digits[0] ?? '')).toBe('done');
    const version = printed[0]?.value.batch.version ?? 0;
    const again = makeCards(world, actor, place.slug, planned.number, { version, languages: ['en'] });
    await expect(again).rejects.toThrow('changed-meanwhile');
  });

  test('a batch that is too small, too large, over already or for a consultation elsewhere is refused, field by field', async () => {
    const coordinator = await inOffice('coordinator');
    const abroad = await aConsultation(world);
    const plan = { purpose: 'P', size: 10, lastDay: '2026-12-31', consultations: [], name: 'N' };
    for (const [wrong, pointer, code] of [
      [{ size: 9 }, '/size', 'batch-size'],
      [{ size: 501 }, '/size', 'batch-size'],
      [{ lastDay: '2026-03-01' }, '/lastDay', 'day-over'],
      [{ lastDay: 'soon' }, '/lastDay', 'not-a-day'],
      [{ purpose: ' ' }, '/purpose', 'words-missing'],
      [{ consultations: [abroad.consultation.id] }, '/consultations', 'not-valid'],
    ] as const) {
      const response = await coordinator.send('POST', `/places/${place.slug}/batches`, { ...plan, ...wrong });
      expect([response.status, await response.json()]).toEqual([
        400,
        expect.objectContaining({ errors: [{ pointer, code }] }),
      ]);
    }
  });

  test('five hundred cards are all different and all work', async () => {
    const { digits } = await someCards(world, place, { size: 500 });
    expect(new Set(digits).size).toBe(500);
    expect(await trying(digits[499] ?? '')).toBe('done');
  });
});

describe('to a mediator', () => {
  test('she sees her own batches, and how many cards were used only in fives', async () => {
    const mediator = await inOffice('mediator');
    const { participant } = mediator.actor;
    const { digits } = await someCards(world, place, { mediator: participant });
    const own = async () =>
      (await mediator.ask<BatchView[]>('GET', `/places/${place.slug}/batches`)).map(({ used }) => used);
    const seen = [await own()];
    for (let i = 0; i < 5; i++) {
      await comingByCard(world, digits);
      seen.push(await own());
    }
    expect(seen.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => [{ from: 0, to: 4 }]));
    expect(seen[5]).toEqual([{ from: 5, to: 9 }]);
  });

  test('she notes how many she handed out, never more than there are', async () => {
    const mediator = await inOffice('mediator');
    const { participant } = mediator.actor;
    const { number, version } = await aBatch(world, place, { mediator: participant });
    const path = `/places/${place.slug}/batches/${number}/handed`;
    expect(await mediator.ask('PUT', path, { handed: 7, version })).toMatchObject({ handed: 7 });
    expect(await refusalOf(mediator.ask('PUT', path, { handed: 8, version }))).toBe('changed-meanwhile');
    expect(await refusalOf(mediator.ask('PUT', path, { handed: 11, version: version + 1 }))).toBe('invalid-request');
  });
});

describe('to the city, about its ledger', () => {
  test('planning, making and revoking a batch are lines of it; using a card is none', async () => {
    const own = await aPlace(world);
    const { batch, digits } = await someCards(world, own);
    await comingByCard(world, digits);
    world.pass(1);
    const coordinator = await inOffice('coordinator', own);
    await coordinator.ask('POST', `/places/${own.slug}/batches/${batch.number}/revocation`, {
      reason: 'Wrong paper.',
      version: batch.version,
    });
    const { lines } = await coordinator.ask<{ lines: { act: string; why?: string; subject: string }[] }>(
      'GET',
      `/places/${own.slug}/ledger`,
    );
    const about = lines.filter(({ subject }) => subject === 'batch 1').map(({ act, why }) => [act, why]);
    expect(about).toEqual([
      ['revoke-batch', 'Wrong paper.'],
      ['make-cards', undefined],
      ['plan-batch', '10, 2026-12-31: Evenings at the library'],
    ]);
  });

  test('half a year after its last day nothing says any more that a card was there', async () => {
    const { digits } = await someCards(world, place, { lastDay: '2026-03-02' });
    const before = world.now();
    world.pass(182 * DAY);
    await world.engine.sweep();
    expect(await trying(digits[0] ?? '')).toBe('card-not-known');
    world.setClock(before);
  });
});
