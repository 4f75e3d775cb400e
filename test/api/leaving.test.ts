import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MyData } from '#shared/participants/my-data.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import { MINUTE, SECOND } from '#shared/time.ts';
import { aConsultation, type TestConsultation } from '#test/support/builders.ts';
import { aCase, aModerator, aNotice, decidedBy, tellNow } from '#test/support/cases.ts';
import { publishedResult } from '#test/support/count.ts';
import { aParticipant, firstItem, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { everythingStored, findStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const hashOf = (cookie: string | undefined): string =>
  createHash('sha256')
    .update(cookie?.split('=')[1] ?? '')
    .digest('base64url');

/** Does everything that a resident can do in a consultation, with words that can be found again. */
const doEverything = async (
  who: Resident,
  { consultation: { id }, passages }: TestConsultation,
  mark: string,
): Promise<void> => {
  await who.vote(id, firstItem(passages), 'agree');
  const suggestion = await who.suggest(id, `${mark} suggests`, { name: `${mark} name`, passage: passages[0]?.id });
  await who.ask('PATCH', `/consultations/${id}/contributions/${suggestion.id}`, { text: `${mark} suggests again` });
  const reply = await who.ask<PublicReply>('POST', `/consultations/${id}/threads/${passages[0]?.id}`, {
    text: `${mark} replies`,
    language: 'en',
    label: 'for',
    name: `${mark} name`,
  });
  const thread = `/consultations/${id}/threads/${passages[0]?.id}`;
  await who.ask('PATCH', `${thread}/${reply.root}/${reply.id}`, { text: `${mark} replies again` });
  await who.ask('POST', thread, {
    text: `${mark} answers`,
    language: 'en',
    answers: { id: reply.id, root: reply.root },
  });
  await who.ask('PUT', `/consultations/${id}/contact`, { email: `${mark.toLowerCase()}@example.org`, locale: 'en' });
};

/** Everything by which somebody could be known in the tables. */
const tracesOf = async (who: Resident, mark: string): Promise<string[]> => {
  const stored = await everythingStored(world);
  const participant = stored.find(({ item }) => item.tokenHash === hashOf(who.cookie()))?.item.participant;
  const own = stored.filter(({ item }) => item.pk === `person#${String(participant)}`);
  const pseudonyms = own.flatMap(({ item }) => (typeof item.pseudonym === 'string' ? [item.pseudonym] : []));
  const macs = own.flatMap(({ item }) => (typeof item.mac === 'string' ? [item.mac] : []));
  const hashes = own.flatMap(({ item }) => (typeof item.tokenHash === 'string' ? [item.tokenHash] : []));
  const devices = own.flatMap(({ item }) => (typeof item.device === 'string' ? [item.device] : []));
  expect([typeof participant, pseudonyms.length > 0, hashes.length > 0]).toEqual(['string', true, true]);
  return [String(participant), ...pseudonyms, ...macs, ...hashes, ...devices, mark, `${mark.toLowerCase()}@`];
};

describe('to somebody who leaves', () => {
  test('nothing of hers stays in any table: no vote, no word, no name, no card, no session, no address, no link', async () => {
    const [first, second] = [await aConsultation(world), await aConsultation(world)];
    const anna = await aParticipant(world, first.consultation);
    await anna.join(second.consultation.id, { locale: 'it', reads: ['it', 'ar'] });
    await doEverything(anna, first, 'Mirabelle');
    await doEverything(anna, second, 'Mirabelle');
    const { digits } = await anna.ask<{ digits: string }>('POST', '/me/card');
    const other = someoneIn(world);
    await other.ask('POST', '/sessions', { digits });
    await publishedResult(world, first);
    const traces = await tracesOf(anna, 'Mirabelle');
    expect((await findStored(world, traces)).length).toBeGreaterThan(20);
    await anna.ask('DELETE', '/me');
    expect(await findStored(world, traces)).toEqual([]);
    expect(await other.ask('GET', '/me')).toMatchObject({ signedIn: false });
    expect(await refusalOf(someoneIn(world).ask('POST', '/sessions', { digits }))).toBe('card-not-known');
  });

  test('the thread keeps its shape and what others answered stays', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const [anna, bo] = [await aParticipant(world, made.consultation), await aParticipant(world, made.consultation)];
    const thread = `/consultations/${id}/threads/${made.passages[0]?.id}`;
    const hers = await anna.ask<PublicReply>('POST', thread, { text: 'Hers.', language: 'en' });
    const his = await bo.ask<PublicReply>('POST', thread, {
      text: 'His.',
      language: 'en',
      answers: { id: hers.id, root: hers.root },
    });
    await anna.ask('DELETE', '/me');
    const { replies } = await someoneIn(world).ask<{ replies: PublicReply[] }>('GET', thread);
    expect(replies.map(({ id: which, text, state, depth }) => [which, text, state, depth])).toEqual([
      [hers.id, null, 'withdrawn', 1],
      [his.id, 'His.', 'published', 2],
    ]);
    expect(replies[0]?.author).not.toBe(hers.author);
  });

  test('her vote is out of the next count', async () => {
    const made = await aConsultation(world);
    const [anna, bo] = [await aParticipant(world, made.consultation), await aParticipant(world, made.consultation)];
    for (const person of [anna, bo]) await person.vote(made.consultation.id, firstItem(made.passages), 'agree');
    await anna.ask('DELETE', '/me');
    expect((await publishedResult(world, made)).ballots).toBe(1);
  });

  test('leaving twice, or from two devices at once, is no mistake', async () => {
    const made = await aConsultation(world);
    const anna = await aParticipant(world, made.consultation);
    const { digits } = await anna.ask<{ digits: string }>('POST', '/me/card');
    const other = someoneIn(world);
    await other.ask('POST', '/sessions', { digits });
    const statuses = await Promise.all([anna.send('DELETE', '/me'), other.send('DELETE', '/me')]);
    for (const { status } of statuses) expect([204, 401]).toContain(status);
    expect((await anna.send('DELETE', '/me')).status).toBe(401);
  });

  test('who has left in one process can write no word in another that has not heard of it yet', async () => {
    const made = await aConsultation(world);
    const anna = await aParticipant(world, made.consultation);
    await anna.suggest(made.consultation.id, 'Before.');
    const elsewhere = someoneIn(world.beside());
    elsewhere.useCookie(anna.cookie());
    await elsewhere.ask('GET', '/me');
    const traces = await tracesOf(anna, 'Quittenbaum');
    await anna.ask('DELETE', '/me');
    expect(await refusalOf(elsewhere.suggest(made.consultation.id, 'Quittenbaum.'))).not.toBe('done');
    expect(
      await refusalOf(
        elsewhere.ask('POST', `/consultations/${made.consultation.id}/threads/${made.passages[0]?.id}`, {
          text: 'Quittenbaum.',
          language: 'en',
        }),
      ),
    ).not.toBe('done');
    expect(await refusalOf(elsewhere.ask('POST', '/me/card'))).not.toBe('done');
    expect(await refusalOf(elsewhere.ask('PUT', '/me/settings', { reads: ['it'] }))).not.toBe('done');
    expect(await refusalOf(elsewhere.join(made.consultation.id))).not.toBe('done');
    const contact = { email: 'quittenbaum@example.org', locale: 'en' };
    const path = `/consultations/${made.consultation.id}/contact`;
    expect(await refusalOf(elsewhere.ask('PUT', path, contact))).not.toBe('done');
    expect(await findStored(world, traces)).toEqual([]);
    world.pass(20 * SECOND);
    expect(await elsewhere.ask('GET', '/me')).toMatchObject({ signedIn: false });
  });
});

describe('to somebody who leaves one consultation', () => {
  test('her ballot, words and address there go, everything elsewhere stays', async () => {
    const [first, second] = [await aConsultation(world), await aConsultation(world)];
    const anna = await aParticipant(world, first.consultation);
    await anna.join(second.consultation.id);
    await doEverything(anna, first, 'Kirschbaum');
    await doEverything(anna, second, 'Nussbaum');
    await anna.ask('DELETE', `/consultations/${first.consultation.id}/join`);
    expect(await findStored(world, ['Kirschbaum', 'kirschbaum@'])).toEqual([]);
    const data = await anna.ask<MyData>('GET', '/me/data');
    expect(data.consultations.map(({ consent }) => consent.consultation)).toEqual([second.consultation.id]);
    expect(data.consultations[0]?.votes).toHaveLength(1);
    expect((await anna.ballot(first.consultation.id)).votes).toEqual([]);
    expect(await refusalOf(anna.vote(first.consultation.id, firstItem(first.passages), 'agree'))).toBe(
      'consent-missing',
    );
    expect(await refusalOf(anna.ask('DELETE', `/consultations/${first.consultation.id}/join`))).toBe('not-found');
  });

  test('she may come back, and then begins with an empty ballot', async () => {
    const made = await aConsultation(world);
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(made.consultation.id, firstItem(made.passages), 'agree');
    await anna.ask('DELETE', `/consultations/${made.consultation.id}/join`);
    await anna.join(made.consultation.id);
    expect((await anna.ballot(made.consultation.id)).votes).toEqual([]);
  });
});

describe('to somebody who asks what is held about her', () => {
  test('she gets all of it: consents, votes with their times, words, devices, languages, card', async () => {
    const [first, second] = [await aConsultation(world), await aConsultation(world)];
    const anna = await aParticipant(world, first.consultation, { locale: 'it', reads: ['it', 'en'] });
    await anna.join(second.consultation.id, { locale: 'it', reads: ['it', 'en'] });
    world.pass(90 * SECOND);
    await doEverything(anna, first, 'Pflaume');
    const at = world.now();
    await anna.ask('POST', '/me/card');
    world.pass(MINUTE);
    const data = await anna.ask<MyData>('GET', '/me/data');
    expect(data).toMatchObject({ reads: ['it', 'en'], hasCard: true, sessions: [{ current: true }] });
    const here = data.consultations.find(({ consent }) => consent.consultation === first.consultation.id);
    expect(here?.consent).toMatchObject({ version: 1 });
    expect(here?.votes).toMatchObject([{ item: firstItem(first.passages), choice: 'agree', counts: true, at }]);
    expect(here?.contributions.map(({ text, name, edited }) => [text, name, edited])).toEqual([
      ['Pflaume suggests again', 'Pflaume name', true],
    ]);
    expect(here?.replies.map(({ text }) => text).toSorted()).toEqual(['Pflaume answers', 'Pflaume replies again']);
    expect(data.consultations).toHaveLength(2);
  });

  test('what was decided about her words with its reasons, and what she reported with what became of it', async () => {
    const made = await aConsultation(world);
    const con = made.consultation.id;
    const [anna, bo] = [await aParticipant(world, made.consultation), await aParticipant(world, made.consultation)];
    const hers = await aCase(world, { place: made.place, con, author: anna, text: 'Holunder insults.' });
    await decidedBy(world, hers, await aModerator(world, made.place));
    await tellNow(world, hers);
    const { id } = await bo.suggest(con, 'Somebody else said this.');
    const subject = { kind: 'contribution', id } as const;
    const said = { why: 'Holunder saw it.', name: 'Anna Holunder', email: 'holunder@example.org' };
    await anna.ask('POST', `/consultations/${con}/notices`, aNotice(subject, said));
    const data = await anna.ask<MyData>('GET', '/me/data');
    expect(data.decisions).toMatchObject([
      { case: hers.id, words: 'Holunder insults.', decisions: [{ visibility: 'remove', facts: { language: 'en' } }] },
    ]);
    expect(data.notices).toMatchObject([{ ...said, kind: 'hate-speech', grounds: ['nationality'], stand: 'waiting' }]);
    const { decisions, notices } = await bo.ask<MyData>('GET', '/me/data');
    expect([decisions, notices]).toEqual([[], []]);
  });

  test('nothing of anybody else', async () => {
    const made = await aConsultation(world);
    const [anna, bo] = [await aParticipant(world, made.consultation), await aParticipant(world, made.consultation)];
    await doEverything(anna, made, 'Aprikose');
    expect(JSON.stringify(await bo.ask<MyData>('GET', '/me/data'))).not.toContain('Aprikose');
  });
});
