import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountIfDue } from '#functions/opinion/recount.ts';
import type { ResultsView, StaffResultsView } from '#shared/consultations/views.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { MINUTE } from '#shared/time.ts';
import { aConsultation, aPlace, type TestConsultation } from '#test/support/builders.ts';
import { twoCamps } from '#test/support/camps.ts';
import { publishedResult, staffResult } from '#test/support/count.ts';
import { participants, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

describe('to residents and drafters who read a result', () => {
  test('it shows groups of five or more, what they share and what divides them, and how sure that is', async () => {
    const made = await aConsultation(world, { passages: 12 });
    await twoCamps(world, made, 80);
    const result = await publishedResult(world, made);
    expect(result.groups.list.map(({ label, ballots }) => [label, ballots])).toEqual([
      ['A', 40],
      ['B', 40],
    ]);
    expect(result.groups.list.every(({ defining }) => defining.length > 0)).toBe(true);
    const [first] = made.passages;
    expect(result.lists.all.shared).toMatchObject([{ item: first?.item, direction: 'agree' }]);
    expect(result.lists.all.divides.length).toBeGreaterThan(8);
    const row = result.rows.find(({ item }) => item === first?.item);
    expect(row).toMatchObject({
      rank: 1,
      missing: 0,
      dealt: { agree: 80, disagree: 0, pass: 0 },
      seenIn: { en: 53, it: 27 },
    });
    expect(Object.keys(row?.groups ?? {})).toEqual(['A', 'B']);
    expect(row?.agree.low).toBeGreaterThan(0.9);
    expect(result.map.reduce((sum, { people }) => sum + people, 0)).toBe(80);
    expect(result.map.every(({ people }) => people >= 5)).toBe(true);
    expect([result.hash, result.inputHash].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  test('an item stays among those with too little data until enough have met it, as the place has set', async () => {
    const place = await aPlace(world, { opinion: { enough: { known: 5, all: 10 } } });
    const [usual, own] = [await aConsultation(world), await aConsultation(world, { place })];
    for (const made of [usual, own]) {
      for (const person of await participants(world, made.consultation, 9)) {
        await person.vote(made.consultation.id, made.passages[0]?.item ?? 0, 'agree');
      }
    }
    const missing = async (made: TestConsultation): Promise<number | undefined> =>
      (await publishedResult(world, made)).lists.all.tooLittle.find(({ item }) => item === made.passages[0]?.item)
        ?.missing;
    expect(await missing(usual)).toBe(30);
    expect(await missing(own)).toBe(1);
  });

  test('what its author takes back is at once in no row, list, group or campaign', async () => {
    const made = await aConsultation(world, { passages: 1 });
    const { id } = made.consultation;
    const [author, copier, reader] = await participants(world, made.consultation, 3);
    if (!author || !copier || !reader) throw new Error('nobody came');
    const words = 'Please build more benches in the park behind the old market hall, so that old people can rest.';
    const one = await author.suggest(id, words);
    const two = await copier.suggest(id, words.replace('old people', 'older people'));
    const other = await author.suggest(id, 'Open the swimming pool on Sundays.');
    world.pass(16 * MINUTE);
    for (const { item, deal } of (await reader.deck(id, 10)).cards) await reader.vote(id, item, 'agree', deal);
    const suggestions = ({ rows }: ResultsView) => rows.filter((row) => row.contribution);
    const before = await publishedResult(world, made);
    const lead = suggestions(before).find(({ copies }) => copies.length > 0);
    const copy = suggestions(before).find(({ copyOf }) => copyOf !== undefined);
    expect(new Set([lead?.item, copy?.item])).toEqual(new Set([one.item, two.item]));
    expect([lead?.copies, copy?.copyOf]).toEqual([[copy?.item], lead?.item]);
    const listed = (result: ResultsView): number[] =>
      result.lists.all.tooLittle.map(({ item }) => item).filter((item) => [one.item, two.item].includes(item));
    expect(listed(before)).toEqual([lead?.item]);
    const leadAuthor = lead?.item === one.item ? author : copier;
    await leadAuthor.ask('DELETE', `/consultations/${id}/contributions/${lead?.contribution?.id}`);
    const after = await someoneIn(world).ask<ResultsView>('GET', `/consultations/${id}/results`);
    expect(suggestions(after).map(({ item, copies, copyOf }) => [item, copies, copyOf])).toEqual(
      [copy?.item ?? 0, other.item].sort((a, b) => a - b).map((item) => [item, [], undefined]),
    );
    expect(JSON.stringify([after.lists, after.groups])).not.toContain(`"item":${lead?.item}}`);
    expect(listed(after)).toEqual([copy?.item]);
  });

  test('staff see which suggestions somebody might want to merge, everybody else does not', async () => {
    const made = await aConsultation(world, { passages: 1 });
    const { id } = made.consultation;
    const people = await participants(world, made.consultation, 12);
    const texts = ['More trees along the river bank', 'More trees along the road and the river bank please'];
    const cards: PublicContribution[] = [];
    for (const text of texts) cards.push(await (people[0] as Resident).suggest(id, text));
    for (const person of people) await person.vote(id, made.passages[0]?.item ?? 0, 'agree');
    world.pass(16 * MINUTE);
    expect(await recountIfDue(world, made.consultation)).toBeDefined();
    const staff = (await staffResult(world, made)) as StaffResultsView;
    expect(staff.candidates.map(({ a, b }) => [a, b].sort((x, y) => x - y))).toEqual([cards.map(({ item }) => item)]);
    expect(await publishedResult(world, made)).not.toHaveProperty('candidates');
  });

  test('its labels stay what they were in the count before', async () => {
    const made = await aConsultation(world, { passages: 12 });
    await twoCamps(world, made, 60);
    expect(await recountIfDue(world, made.consultation)).toBeDefined();
    const earlier = await staffResult(world, made);
    await twoCamps(world, made, 75);
    const later = await publishedResult(world, made);
    const half = made.passages[6]?.item ?? 0;
    const halves = ({ groups }: ResultsView) =>
      groups.list.map(({ label, defining }) => {
        const wanted = defining.filter(({ direction }) => direction === 'agree');
        return [label, wanted.filter(({ item }) => item < half).length > wanted.length / 2 ? 'first' : 'second'];
      });
    expect(halves(earlier).map(([, side]) => side)).toHaveLength(2);
    expect(halves(later)).toEqual(halves(earlier));
  });
});
