import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdLease } from '#functions/ballots/leases.ts';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import { recountIfDue } from '#functions/opinion/recount.ts';
import type { Choice } from '#shared/ballots/rules.ts';
import type { ResultsView } from '#shared/consultations/views.ts';
import { DAY, later, MINUTE, SECOND } from '#shared/time.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { countByHand, publishedResult, staffResult, talliesIn } from '#test/support/count.ts';
import type { Ledger } from '#test/support/ledger.ts';
import { aParticipant, firstItem, participants, refusalOf, someoneIn } from '#test/support/people.ts';
import { everythingStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const CHOICES: readonly Choice[] = ['agree', 'disagree', 'pass', 'withdrawn'];

describe('to everybody who reads a result', () => {
  test('it equals a count made by somebody else from what residents were told is stored', async () => {
    const made = await aConsultation(world, { passages: 7 });
    const { id } = made.consultation;
    const people = await participants(world, made.consultation, 40);
    const said = people.map(() => new Map<number, Choice>());
    let dice = 7;
    const throwDice = (sides: number): number => (dice = (dice * 48_271) % 2_147_483_647) % sides;
    for (let round = 0; round < 3; round++) {
      await Promise.all(
        people.map(async (person, i) => {
          const votes = Array.from({ length: 1 + throwDice(4) }, () => ({
            item: made.passages[throwDice(7)]?.item ?? 0,
            choice: CHOICES[throwDice(4)] ?? 'pass',
          }));
          await person.cast(id, votes);
          for (const { item, choice } of votes) said[i]?.set(item, choice);
        }),
      );
      world.pass(MINUTE);
    }
    const result = await publishedResult(world, made);
    expect(talliesIn(result)).toEqual(countByHand(said));
    expect(result.ballots).toBe(
      said.filter((ballot) => [...ballot.values()].some((choice) => choice !== 'withdrawn')).length,
    );
  });

  test('between the announced moments nobody sees a count, and at each moment the count of that moment', async () => {
    const date = later(world.now(), 2 * DAY);
    const made = await aConsultation(world, { resultDates: [date] });
    const { id } = made.consultation;
    const item = firstItem(made.passages);
    const anna = await aParticipant(world, made.consultation);
    const ask = () => someoneIn(world).ask<ResultsView>('GET', `/consultations/${id}/results`);
    await anna.vote(id, item, 'agree');
    await recountConsultations(world);
    expect(await refusalOf(ask())).toBe('results-not-yet-public');
    world.setClock(later(date, 11 * SECOND));
    await recountConsultations(world);
    expect(await ask()).toMatchObject({ publishedFor: date, ballots: 1 });
    await (await aParticipant(world, made.consultation)).vote(id, item, 'agree');
    world.pass(DAY);
    await recountConsultations(world);
    expect(await ask()).toMatchObject({ publishedFor: date, ballots: 1 });
    expect(await publishedResult(world, made)).toMatchObject({ ballots: 2 });
  });

  test('a count for staff taken seconds after an announced moment does not keep that moment unpublished', async () => {
    const date = later(world.now(), 2 * DAY);
    const made = await aConsultation(world, { resultDates: [date] });
    const people = await participants(world, made.consultation, 12);
    for (const person of people) await person.vote(made.consultation.id, firstItem(made.passages), 'agree');
    world.setClock(later(date, 4 * SECOND));
    expect(await recountIfDue(world, made.consultation)).toMatchObject({ ballots: 12 });
    world.setClock(later(date, 11 * SECOND));
    expect(await recountIfDue(world, made.consultation)).toMatchObject({ publishedFor: date });
    expect(
      await someoneIn(world).ask<ResultsView>('GET', `/consultations/${made.consultation.id}/results`),
    ).toMatchObject({ publishedFor: date });
  });

  test('two processes that count for the same moment publish one result and one line in the ledger', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    await (await aParticipant(world, made.consultation)).vote(made.consultation.id, firstItem(made.passages), 'agree');
    const end = made.consultation.stages.find(({ phase }) => phase === 'drafting')?.from ?? '';
    world.setClock(later(end, MINUTE));
    const [one, two] = [world.beside(), world.beside()];
    await Promise.all([recountIfDue(one, made.consultation), recountIfDue(two, made.consultation)]);
    const published = (await everythingStored(world)).filter(
      ({ item }) => item.act === 'publish-snapshot' && item.place === made.place.id,
    );
    expect(published).toHaveLength(1);
  });

  test('what its author takes back, or leaves behind, disappears from a published result at once', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const [author, leaver, reader] = await participants(world, made.consultation, 3);
    if (!author || !leaver || !reader) throw new Error('nobody came');
    const one = await author.suggest(id, 'First.');
    const two = await leaver.suggest(id, 'Second.');
    world.pass(16 * MINUTE);
    for (const card of (await reader.deck(id, 10)).cards) await reader.vote(id, card.item, 'agree', card.deal);
    const suggestedIn = ({ rows }: ResultsView) => rows.filter((row) => row.contribution).map(({ item }) => item);
    expect(suggestedIn(await publishedResult(world, made))).toEqual([one.item, two.item]);
    await author.ask('DELETE', `/consultations/${id}/contributions/${one.id}`);
    const shown = async () =>
      suggestedIn(await someoneIn(world).ask<ResultsView>('GET', `/consultations/${id}/results`));
    expect(await shown()).toEqual([two.item]);
    await leaver.ask('DELETE', '/me');
    expect(await shown()).toEqual([]);
  });
});

describe('to a voter whose ballot must not be guessed', () => {
  test('staff see a new count at most every fifteen minutes, and only after ten new or changed ballots', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const item = firstItem(made.passages);
    const people = await participants(world, made.consultation, 25);
    const vote = async (from: number, to: number, choice: Choice): Promise<void> => {
      for (const person of people.slice(from, to)) await person.vote(id, item, choice);
    };
    await vote(0, 9, 'agree');
    expect(await recountIfDue(world, made.consultation)).toBeUndefined();
    expect(await refusalOf(staffResult(world, made))).toBe('results-not-yet-public');
    await vote(9, 10, 'agree');
    expect(await recountIfDue(world, made.consultation)).toMatchObject({ ballots: 10 });
    await vote(10, 25, 'disagree');
    world.pass(15 * MINUTE - 1);
    expect(await recountIfDue(world, made.consultation)).toBeUndefined();
    world.pass(1);
    expect(await recountIfDue(world, made.consultation)).toMatchObject({ ballots: 25 });
    world.pass(16 * MINUTE);
    await vote(0, 9, 'pass');
    expect(await recountIfDue(world, made.consultation)).toBeUndefined();
    expect((await staffResult(world, made)).rows[0]?.dealt).toEqual({ agree: 10, disagree: 15, pass: 0 });
    await vote(9, 10, 'withdrawn');
    expect(await recountIfDue(world, made.consultation)).toMatchObject({ ballots: 24 });
    expect((await staffResult(world, made)).rows[0]?.dealt).toEqual({ agree: 0, disagree: 15, pass: 9 });
  });

  test('a count holds ids and numbers only: no pseudonym, no name, no word, no time of a vote', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const [author, reader] = await participants(world, made.consultation, 2);
    if (!author || !reader) throw new Error('nobody came');
    await author.suggest(id, 'Canary of words.', { name: 'Canary of names' });
    world.pass(16 * MINUTE);
    const [card] = (await reader.deck(id)).cards;
    await reader.vote(id, card?.item ?? 0, 'agree', card?.deal);
    await publishedResult(world, made);
    const stored = await everythingStored(world);
    const pseudonyms = stored.flatMap(({ table, item }) =>
      table === 'ballots' && String(item.pk).startsWith(id) ? [String(item.sk)] : [],
    );
    const written = stored
      .filter(({ item }) => item.consultation === id && typeof item.by === 'string')
      .map(({ item }) => String(item.by));
    const snapshots = stored.filter(({ item }) => item.pk === `opinion#${id}`);
    expect(snapshots.length).toBeGreaterThan(2);
    for (const { item } of snapshots) {
      const inside = item.packed ? gunzipSync(item.packed as Uint8Array).toString('utf8') : '';
      const text = JSON.stringify({ ...item, packed: undefined }) + inside;
      for (const private_ of [...pseudonyms, ...written, 'Canary', 'prt_', 'ses_'])
        expect(text).not.toContain(private_);
      // No pseudonym, and no moment but those of the counts themselves.
      expect(inside).not.toMatch(/"[\w-]{22}"|\d{4}-\d\d-\d\d/);
      const allowed = [
        'pk',
        'sk',
        'id',
        'consultation',
        'at',
        'ballots',
        'publishedFor',
        'parts',
        'packed',
        'snapshot',
        'state',
        // How many took part, by day, door, language and batch.
        'joined',
        'doors',
        'languages',
        'batches',
        'helped',
        'votes',
      ];
      expect(Object.keys(item).filter((key) => ![...allowed, 'hash', 'inputHash'].includes(key))).toEqual([]);
    }
  });
});

describe('to a voter whose process dies', () => {
  test('a process that dies between its promise to vote and the vote leaves nothing uncounted', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const people = await participants(world, made.consultation, 10);
    const dying = world.beside();
    await holdLease(dying, made.consultation.id);
    const lease = (await everythingStored(world)).find(
      ({ table, item }) => table === 'ballots' && item.pk === 'open' && item.sk === id,
    );
    expect(Number(lease?.item.leaseUntil)).toBeGreaterThan(world.clock());
    await recountConsultations(world);
    for (const person of people) await person.vote(id, firstItem(made.passages), 'agree');
    await recountConsultations(world.beside());
    expect((await staffResult(world, made)).ballots).toBe(10);
  });

  test('every vote lies under a lease written before it: without one, no count would look for it', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    for (let i = 0; i < 5; i++) {
      await anna.vote(id, firstItem(made.passages), i % 2 ? 'agree' : 'pass');
      const lease = (await everythingStored(world)).find(
        ({ table, item }) => table === 'ballots' && item.pk === 'open' && item.sk === id,
      );
      expect(Number(lease?.item.leaseUntil)).toBeGreaterThanOrEqual(world.clock() + 10 * SECOND);
      world.pass(17 * SECOND);
    }
  });

  test('a consultation in which nobody can have voted is not counted again', async () => {
    const made = await aConsultation(world);
    const people = await participants(world, made.consultation, 12);
    for (const person of people) await person.vote(made.consultation.id, firstItem(made.passages), 'agree');
    world.pass(MINUTE);
    await recountConsultations(world);
    const counts = async () =>
      (await everythingStored(world)).filter(({ item }) => item.pk === `opinion#${made.consultation.id}`).length;
    const before = await counts();
    for (let i = 0; i < 4; i++) {
      world.pass(16 * MINUTE);
      await recountConsultations(world);
    }
    expect(await counts()).toBe(before);
  });
});

describe('to the council', () => {
  test('each publication is a line in the ledger that says for which announced moment', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    await publishedResult(world, made);
    const coordinator = someoneIn(world);
    coordinator.useCookie(`__Host-session=${(await aStaffMember(world, made.place, 'analyst')).token}`);
    const { lines } = await coordinator.ask<Ledger>('GET', `/places/${made.place.slug}/ledger`);
    const end = made.consultation.stages.find(({ phase }) => phase === 'drafting')?.from;
    expect(lines.filter(({ act }) => act === 'publish-snapshot')).toMatchObject([{ role: 'job', why: end }]);
  });
});
