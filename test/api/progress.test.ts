import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountIfDue } from '#functions/opinion/recount.ts';
import type { ProgressView } from '#shared/progress/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import { DAY, MINUTE } from '#shared/time.ts';
import { comingByCard, someCards } from '#test/support/batches.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { aParticipant, firstItem, participants, someoneIn } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const progressOf = async ({ place, consultation }: TestConsultation, role: Role = 'coordinator') => {
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, role)).token}`);
  return person.ask<ProgressView>('GET', `/consultations/${consultation.id}/progress`);
};
const countNow = async ({ consultation }: TestConsultation) => {
  world.pass(16 * MINUTE);
  await recountIfDue(world, consultation);
};

describe('to whoever runs a consultation', () => {
  test('it says how many joined, voted, by which door, in which language, on which day, as somebody else counts them', async () => {
    const made = await aConsultation(world, { doors: ['open', 'handed'] });
    const { id } = made.consultation;
    const item = firstItem(made.passages);
    const inEnglish = await participants(world, made.consultation, 12);
    const inArabic = await Promise.all(
      Array.from({ length: 8 }, () => aParticipant(world, made.consultation, { locale: 'ar' })),
    );
    await aParticipant(world, made.consultation);
    for (const person of [...inEnglish, ...inArabic]) await person.vote(id, item, 'agree');
    const first = world.now().slice(0, 10);
    world.pass(DAY);
    const second = world.now().slice(0, 10);
    const { digits } = await someCards(world, made.place);
    for (let i = 0; i < 6; i++) {
      const { who } = await comingByCard(world, digits, { assisted: true });
      await who.join(id);
      await who.vote(id, item, 'agree');
    }
    await countNow(made);
    const { turnout } = await progressOf(made);
    expect(turnout).toMatchObject({
      span: 'day',
      doors: {
        total: 26,
        cells: [
          { key: 'open', count: 20 },
          { key: 'handed', count: 6 },
          { key: 'others', count: 0 },
        ],
      },
      helped: 6,
    });
    expect(turnout?.languages).toEqual({
      total: 26,
      cells: [
        { key: 'en', count: 18 },
        { key: 'it', count: 0 },
        { key: 'ar', count: 8 },
        { key: 'others', count: 0 },
      ],
    });
    const days = Object.fromEntries((turnout?.joined.cells ?? []).map(({ key, count }) => [key, count]));
    expect([turnout?.joined.total, days[first], days[second]]).toEqual([27, 21, 6]);
    const votes = Object.fromEntries((turnout?.votes.cells ?? []).map(({ key, count }) => [key, count]));
    expect([turnout?.votes.total, votes[first], votes[second]]).toEqual([26, 20, 6]);
  });

  test('where days would show few people, weeks are shown, each from its Monday', async () => {
    const made = await aConsultation(world);
    for (const person of await participants(world, made.consultation, 12))
      await person.vote(made.consultation.id, firstItem(made.passages), 'agree');
    await countNow(made);
    const { turnout } = await progressOf(made);
    expect(turnout?.span).toBe('week');
    const weeks = turnout?.votes.cells?.map(({ key }) => new Date(`${key}T12:00:00Z`).getUTCDay()) ?? [];
    expect(weeks.length).toBeGreaterThan(0);
    expect(new Set(weeks)).toEqual(new Set([1]));
    const seen = turnout?.votes.cells?.findLast(({ count }) => count === 12)?.key ?? '';
    const days = (Date.parse(world.now()) - Date.parse(`${seen}T00:00:00Z`)) / DAY;
    expect(days).toBeGreaterThanOrEqual(0);
    expect(days).toBeLessThan(7);
  });

  test('before ten people have voted there is no figure at all', async () => {
    const made = await aConsultation(world);
    for (const person of await participants(world, made.consultation, 9))
      await person.vote(made.consultation.id, firstItem(made.passages), 'agree');
    await countNow(made);
    expect((await progressOf(made)).turnout).toBeUndefined();
  });

  test('it says what the next step lacks and what waits, and no longer once it is there', async () => {
    const made = await aConsultation(world);
    expect(await progressOf(made)).toMatchObject({
      phase: 'suggesting',
      next: { phase: 'deliberating' },
      missing: ['translations', 'moderators'],
    });
    await aStaffMember(world, made.place, 'moderator');
    expect((await progressOf(made)).missing).toEqual(['translations']);
    const waits = (await progressOf(made)).waiting.find(({ what }) => what === 'translations');
    // Title, question, why, what happens, the document's title, and three texts of each of three passages.
    expect(waits?.count).toBe(5 + 9);
  });
});

describe('to the few people of one language', () => {
  test('their number is hidden, and so is what would give it away; everywhere', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const few = await Promise.all(
      Array.from({ length: 3 }, () => aParticipant(world, made.consultation, { locale: 'it' })),
    );
    for (const person of [...few, ...(await participants(world, made.consultation, 20))])
      await person.vote(id, firstItem(made.passages), 'agree');
    await countNow(made);
    for (const role of ['coordinator', 'drafter', 'analyst'] as const) {
      const { turnout } = await progressOf(made, role);
      expect(turnout?.languages).toEqual({
        total: 23,
        cells: [
          { key: 'en', count: null },
          { key: 'it', count: null },
          { key: 'ar', count: 0 },
          { key: 'others', count: 0 },
        ],
      });
      expect(JSON.stringify(turnout)).not.toMatch(/"count":[1-4]\b/);
    }
  });
});
