import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { aParticipant, firstItem, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

/** Two processes over one store, as in the cloud: each remembers a little, and neither longer than it says. */
let world: TestWorld;
let other: TestWorld;
beforeAll(async () => {
  world = await aWorld();
  other = world.beside();
});
afterAll(() => world.end());

/** The same browser, answered by the other process. */
const elsewhere = (who: Resident): Resident => {
  const same = someoneIn(other);
  same.useCookie(who.cookie());
  return same;
};

describe('to a resident whose requests are answered by different processes', () => {
  test('consent given through one is known to the other at once', async () => {
    const [first, second] = [await aConsultation(world), await aConsultation(world)];
    const anna = await aParticipant(world, first.consultation);
    const there = elsewhere(anna);
    await there.ask('GET', '/me');
    await anna.join(second.consultation.id);
    expect(await refusalOf(there.vote(second.consultation.id, firstItem(second.passages), 'agree'))).toBe('done');
    const { cards } = await there.deck(second.consultation.id);
    expect(cards).toEqual([]);
  });

  test('votes through both are one ballot, and a late copy through the other process changes nothing', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const [one = 0, two = 0] = made.passages.map(({ item }) => item);
    const anna = await aParticipant(world, made.consultation);
    const there = elsewhere(anna);
    const begin = anna.lastNumber();
    await anna.cast(id, [{ item: one, choice: 'agree' }], begin + 1);
    await there.cast(id, [{ item: two, choice: 'agree' }], begin + 2);
    await anna.cast(id, [{ item: one, choice: 'disagree' }], begin + 3);
    expect(await there.cast(id, [{ item: one, choice: 'agree' }], begin + 1)).toEqual({ outcome: 'already-stored' });
    expect((await there.ballot(id)).votes.map(({ item, choice }) => [item, choice])).toEqual([
      [one, 'disagree'],
      [two, 'agree'],
    ]);
  });

  test('200 identical votes sent to both at once are one', async () => {
    const made = await aConsultation(world);
    const anna = await aParticipant(world, made.consultation);
    const there = elsewhere(anna);
    const number = anna.lastNumber() + 1;
    const votes = [{ item: firstItem(made.passages), choice: 'agree' as const }];
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => (i % 2 ? anna : there).cast(made.consultation.id, votes, number)),
    );
    expect(answers.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
  });

  test('a suggestion written through one can be voted on through the other, and is dealt there within five seconds', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const [author, reader] = [
      await aParticipant(world, made.consultation),
      await aParticipant(world, made.consultation),
    ];
    const there = elsewhere(reader);
    await there.deck(id);
    const { item } = await author.suggest(id, 'Benches.');
    world.pass(15 * MINUTE + SECOND);
    expect((await there.deck(id)).cards.map((card) => card.item)).toEqual([item]);
    expect(await refusalOf(there.vote(id, item, 'agree'))).toBe('done');
  });

  test('what is taken back through one is dealt by the other for five seconds at most, and shown by it not at all', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const [author, reader] = [
      await aParticipant(world, made.consultation),
      await aParticipant(world, made.consultation),
    ];
    const there = elsewhere(reader);
    const { id: which } = await author.suggest(id, 'Benches.');
    world.pass(15 * MINUTE + SECOND);
    expect((await there.deck(id)).cards).toHaveLength(1);
    await author.ask('DELETE', `/consultations/${id}/contributions/${which}`);
    expect(await there.ask('GET', `/consultations/${id}/contributions/${which}`)).toMatchObject({ text: null });
    world.pass(5 * SECOND);
    expect((await there.deck(id)).cards).toEqual([]);
  });

  test('languages chosen through one are read by the other within twenty seconds', async () => {
    const made = await aConsultation(world);
    const anna = await aParticipant(world, made.consultation);
    const there = elsewhere(anna);
    await there.ask('GET', '/me');
    await anna.ask('PUT', '/me/settings', { reads: ['ar', 'it'] });
    world.pass(20 * SECOND);
    expect(await there.ask('GET', '/me')).toMatchObject({ reads: ['ar', 'it'] });
  });

  test('a card made through one opens the door of the other at once, and the one it replaced does not', async () => {
    const made = await aConsultation(world);
    const anna = await aParticipant(world, made.consultation);
    const { digits: old } = await anna.ask<{ digits: string }>('POST', '/me/card');
    const { digits } = await elsewhere(anna).ask<{ digits: string }>('POST', '/me/card');
    const come = (with_: string, where: TestWorld) =>
      refusalOf(someoneIn(where).ask('POST', '/sessions', { digits: with_ }));
    expect([
      await come(digits, world),
      await come(digits, other),
      await come(old, world),
      await come(old, other),
    ]).toEqual(['done', 'done', 'card-not-known', 'card-not-known']);
  });
});
