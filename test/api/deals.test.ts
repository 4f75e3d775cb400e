import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountIfDue } from '#functions/opinion/recount.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { Choice } from '#shared/ballots/rules.ts';
import { DAY, MINUTE, SECOND } from '#shared/time.ts';
import { aConsultation, type TestConsultation } from '#test/support/builders.ts';
import { publishedResult, talliesIn } from '#test/support/count.ts';
import { aParticipant, firstItem, refusalOf } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

/** A consultation with suggestions that the deck may deal. */
const withCards = async (
  count: number,
): Promise<{ made: TestConsultation; id: string; cards: PublicContribution[]; author: Resident }> => {
  const made = await aConsultation(world);
  const { id } = made.consultation;
  const author = await aParticipant(world, made.consultation);
  const cards: PublicContribution[] = [];
  for (let i = 0; i < count; i++) cards.push(await author.suggest(id, `Suggestion ${i + 1}.`));
  world.pass(15 * MINUTE + SECOND);
  return { made, id, cards, author };
};

const dealTo = async (who: Resident, id: string, item: number): Promise<string> => {
  for (let i = 0; i < 20; i++) {
    const card = (await who.deck(id, 20)).cards.find((candidate) => candidate.item === item);
    if (card) return card.deal;
  }
  throw new Error('The deck never dealt this card.');
};

const held = async (who: Resident, id: string): Promise<Record<number, [Choice, boolean]>> =>
  Object.fromEntries((await who.ballot(id)).votes.map(({ item, choice, counts }) => [item, [choice, counts]]));

describe('to everybody who reads a ranking', () => {
  test('only a vote on a card that the deck dealt to this very person moves it; every other is kept as reached by a link', async () => {
    const { made, id, cards } = await withCards(2);
    const [one, two] = cards.map(({ item }) => item);
    if (!one || !two) throw new Error('no cards');
    const [anna, bo] = [await aParticipant(world, made.consultation), await aParticipant(world, made.consultation)];
    const hers = await dealTo(anna, id, one);
    const [until = '', seal = ''] = hers.split('.');
    const later = (world.clock() + 30 * DAY).toString(36);
    const forgeries: Record<string, string> = {
      'no deal at all': '',
      'a made-up one': 'abc.def',
      'one sealed with another secret': `${until}.${createHmac('sha256', 'guess').update(`${id} x ${one} ${until}`).digest().subarray(0, 16).toString('base64url')}`,
      'hers with a later end': `${later}.${seal}`,
      'hers with one letter changed': `${until}.${seal.startsWith('A') ? 'B' : 'A'}${seal.slice(1)}`,
      'hers without its end': `.${seal}`,
    };
    for (const [what, deal] of Object.entries(forgeries)) {
      await anna.vote(id, one, 'agree', deal);
      expect([what, await held(anna, id)]).toEqual([what, { [one]: ['agree', false] }]);
    }
    await anna.vote(id, two, 'agree', hers);
    expect((await held(anna, id))[two]).toEqual(['agree', false]);
    await bo.vote(id, one, 'agree', hers);
    expect(await held(bo, id)).toEqual({ [one]: ['agree', false] });
    await anna.vote(id, one, 'disagree', hers);
    expect((await held(anna, id))[one]).toEqual(['disagree', true]);
    const result = await publishedResult(world, made);
    expect(talliesIn(result)).toEqual({ [one]: { agree: 0, disagree: 1, pass: 0 } });
    expect(talliesIn(result, 'linked')).toEqual({
      [one]: { agree: 1, disagree: 0, pass: 0 },
      [two]: { agree: 1, disagree: 0, pass: 0 },
    });
  });

  test('a deal works for a day, so that a phone without a connection does not lose it, and not longer', async () => {
    const { made, id, cards } = await withCards(1);
    const item = cards[0]?.item ?? 0;
    const [anna, bo] = [await aParticipant(world, made.consultation), await aParticipant(world, made.consultation)];
    const [hers, his] = [await dealTo(anna, id, item), await dealTo(bo, id, item)];
    world.pass(DAY);
    await anna.vote(id, item, 'agree', hers);
    world.pass(1);
    await bo.vote(id, item, 'agree', his);
    expect(await held(anna, id)).toEqual({ [item]: ['agree', true] });
    expect(await held(bo, id)).toEqual({ [item]: ['agree', false] });
  });

  test('votes on passages always count, dealt or not', async () => {
    const { made, id } = await withCards(0);
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(id, firstItem(made.passages), 'pass');
    expect(await held(anna, id)).toEqual({ [firstItem(made.passages)]: ['pass', true] });
  });
});

describe('to a voter whom the deck deals cards', () => {
  test('a vote she gave by a link is shown to her when the card is dealt, and one tap makes it count', async () => {
    const { made, id, cards } = await withCards(1);
    const item = cards[0]?.item ?? 0;
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(id, item, 'disagree');
    const { cards: dealt } = await anna.deck(id);
    expect(dealt[0]).toMatchObject({ item, earlier: 'disagree' });
    await anna.vote(id, item, 'disagree', dealt[0]?.deal);
    expect(await held(anna, id)).toEqual({ [item]: ['disagree', true] });
    expect((await anna.deck(id)).cards).toEqual([]);
    expect(talliesIn(await publishedResult(world, made))[item]).toEqual({ agree: 0, disagree: 1, pass: 0 });
  });

  test('a later change of mind by a link does not make a counted vote count less', async () => {
    const { made, id, cards } = await withCards(1);
    const item = cards[0]?.item ?? 0;
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(id, item, 'agree', await dealTo(anna, id, item));
    await anna.vote(id, item, 'disagree');
    expect(await held(anna, id)).toEqual({ [item]: ['disagree', true] });
  });

  test('a card whose vote she took back is dealt to her again', async () => {
    const { made, id, cards } = await withCards(1);
    const item = cards[0]?.item ?? 0;
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(id, item, 'agree', await dealTo(anna, id, item));
    expect((await anna.deck(id)).left).toBe(0);
    await anna.vote(id, item, 'withdrawn');
    expect(await held(anna, id)).toEqual({});
    const { cards: again, left } = await anna.deck(id);
    expect([left, again[0]?.item, again[0]?.earlier]).toEqual([1, item, undefined]);
    await anna.vote(id, item, 'disagree', again[0]?.deal);
    expect(await held(anna, id)).toEqual({ [item]: ['disagree', true] });
  });

  test('she is dealt only what she can read, never her own, never twice in one hand, and told how many are left', async () => {
    const { made, id, author } = await withCards(4);
    await author.suggest(id, 'بيوت أكثر', { language: 'ar' });
    world.pass(15 * MINUTE + SECOND);
    const anna = await aParticipant(world, made.consultation, { reads: ['en'] });
    const own = await anna.suggest(id, 'Mine.');
    world.pass(15 * MINUTE + SECOND);
    const deck = await anna.deck(id, 20);
    expect(deck).toMatchObject({ left: 4, answered: 0, unreadable: 1 });
    expect(new Set(deck.cards.map(({ item }) => item)).size).toBe(4);
    expect(deck.cards.map(({ item }) => item)).not.toContain(own.item);
    expect(deck.cards.every(({ language }) => language === 'en')).toBe(true);
    await anna.vote(id, deck.cards[0]?.item ?? 0, 'pass', deck.cards[0]?.deal);
    expect(await anna.deck(id, 20)).toMatchObject({ left: 3, answered: 1 });
    const [next] = (await anna.deck(id, 20)).cards;
    const others = await anna.ask<{ cards: { item: number }[] }>(
      'GET',
      `/consultations/${id}/deck?count=20&not=${next?.item}`,
    );
    expect(others.cards.map(({ item }) => item)).not.toContain(next?.item);
  });

  test('a suggestion can be voted on when its fifteen minutes are over, and not before', async () => {
    const { made, id, author } = await withCards(0);
    const anna = await aParticipant(world, made.consultation);
    const { item } = await author.suggest(id, 'Too new.');
    world.pass(15 * MINUTE);
    expect(await refusalOf(anna.vote(id, item, 'agree'))).toBe('still-editable');
    expect((await anna.deck(id)).cards).toEqual([]);
    world.pass(1);
    expect(await refusalOf(anna.vote(id, item, 'agree'))).toBe('done');
  });

  test('what its author takes back is dealt to nobody any more', async () => {
    const { made, id, cards, author } = await withCards(2);
    const anna = await aParticipant(world, made.consultation);
    await author.ask('DELETE', `/consultations/${id}/contributions/${cards[0]?.id}`);
    expect((await anna.deck(id, 20)).cards.map(({ item }) => item)).toEqual([cards[1]?.item]);
  });

  test('a suggestion that few have seen is dealt first more often, by the last count', async () => {
    const { made, id, cards } = await withCards(2);
    const seen = cards[0]?.item ?? 0;
    const fresh = cards[1]?.item ?? 0;
    for (let i = 0; i < 12; i++) {
      const voter = await aParticipant(world, made.consultation);
      await voter.vote(id, seen, 'pass', await dealTo(voter, id, seen));
    }
    world.pass(16 * MINUTE);
    expect(await recountIfDue(world, made.consultation)).toBeDefined();
    const anna = await aParticipant(world, made.consultation);
    let first = 0;
    for (let i = 0; i < 120; i++) if ((await anna.deck(id, 1)).cards[0]?.item === fresh) first++;
    // Weights 1 and 1/13: expected 111 of 120; fewer than 85 would come seven times in a hundred million million runs.
    expect(first).toBeGreaterThan(84);
  });
});
