import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import type { ResultsView } from '#shared/consultations/views.ts';
import { DAY, MINUTE, SECOND } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { aResident, type Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
const someone = (): Resident => aResident((path, init) => world.app.request(path, init));
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

describe('to a resident who votes', () => {
  test('her first vote needs no account, and she can change it and take it back', async () => {
    const { consultation, passages } = await aConsultation(world);
    const anna = someone();
    await anna.join(consultation.id);
    const item = passages[0]?.item ?? 0;
    expect(await anna.vote(consultation.id, item, 'agree')).toEqual({ outcome: 'stored' });
    expect((await anna.ballot(consultation.id)).votes).toEqual([{ item, choice: 'agree', counts: true }]);
    await anna.vote(consultation.id, item, 'disagree');
    expect((await anna.ballot(consultation.id)).votes).toEqual([{ item, choice: 'disagree', counts: true }]);
    await anna.vote(consultation.id, item, 'withdrawn');
    expect((await anna.ballot(consultation.id)).votes).toEqual([]);
  });

  test('a late copy of an earlier write changes nothing', async () => {
    const { consultation, passages } = await aConsultation(world);
    const anna = someone();
    await anna.join(consultation.id);
    const item = passages[0]?.item ?? 0;
    const first = anna.lastNumber() + 1;
    await anna.vote(consultation.id, item, 'agree');
    await anna.vote(consultation.id, item, 'disagree');
    expect(await anna.cast(consultation.id, [{ item, choice: 'agree' }], first)).toEqual({ outcome: 'already-stored' });
    expect((await anna.ballot(consultation.id)).votes).toEqual([{ item, choice: 'disagree', counts: true }]);
  });

  test('a suggestion is dealt to others after its fifteen minutes, counts when dealt, and the result equals the votes', async () => {
    const { consultation } = await aConsultation(world);
    const author = someone();
    await author.join(consultation.id);
    const suggestion = await author.suggest(consultation.id, 'More benches.');
    const readers = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const reader = someone();
        await reader.join(consultation.id);
        return reader;
      }),
    );
    expect((await readers[0]?.deck(consultation.id))?.cards).toEqual([]);
    world.pass(15 * MINUTE + SECOND);
    for (const reader of readers) {
      const { cards } = await reader.deck(consultation.id);
      expect(cards.map(({ text }) => text)).toEqual(['More benches.']);
      await reader.vote(consultation.id, suggestion.item, 'agree', cards[0]?.deal);
    }
    expect((await author.deck(consultation.id)).cards).toEqual([]);
    const byLink = someone();
    await byLink.join(consultation.id);
    await byLink.vote(consultation.id, suggestion.item, 'disagree');
    world.pass(20 * DAY);
    await recountConsultations(world);
    const results = await author.ask<ResultsView>('GET', `/consultations/${consultation.id}/results`);
    expect(results.rows[0]).toMatchObject({
      item: suggestion.item,
      dealt: { agree: 12, disagree: 0, pass: 0 },
      linked: { agree: 0, disagree: 1, pass: 0 },
    });
    expect(results.ballots).toBe(13);
  });
});
