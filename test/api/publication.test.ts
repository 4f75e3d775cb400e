import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import type { ResultsView } from '#shared/consultations/views.ts';
import { DAY, MINUTE, later } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { aParticipant, firstItem, someoneIn } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

describe('to everybody who waits for a result', () => {
  test('while the result of a new announced moment is counted, the one before stays readable', async () => {
    const dates = [later(world.now(), DAY), later(world.now(), 2 * DAY)];
    const { consultation, passages } = await aConsultation(world, { resultDates: dates });
    const anna = await aParticipant(world, consultation);
    await anna.vote(consultation.id, firstItem(passages), 'agree');
    world.pass(DAY + MINUTE);
    await recountConsultations(world);
    world.setClock(dates[1] ?? '');
    const seen = await someoneIn(world).ask<ResultsView>('GET', `/consultations/${consultation.id}/results`);
    expect(seen.publishedFor).toBe(dates[0]);
    world.pass(MINUTE);
    await recountConsultations(world);
    const then = await someoneIn(world).ask<ResultsView>('GET', `/consultations/${consultation.id}/results`);
    expect(then.publishedFor).toBe(dates[1]);
  });
});
