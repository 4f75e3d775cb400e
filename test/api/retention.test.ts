import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endRetention } from '#functions/jobs/end-retention.ts';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import { keys } from '#functions/storage/keys.ts';
import { get } from '#functions/storage/table.ts';
import type { ResultsView } from '#shared/consultations/views.ts';
import type { MyData } from '#shared/participants/my-data.ts';
import { DAY } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { aResident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

describe('to everybody who took part', () => {
  test('when retention has ended, nobody can say whose votes and words are whose; numbers and words stay', async () => {
    const { consultation, passages } = await aConsultation(world);
    const con = consultation.id;
    const anna = aResident((path, init) => world.app.request(path, init));
    await anna.join(con);
    await anna.vote(con, passages[0]?.item ?? 0, 'agree');
    const { id } = await anna.suggest(con, 'A bench at every stop.');
    await anna.ask('POST', `/consultations/${con}/threads/${id}`, { text: 'With a back.', language: 'en' });
    world.pass(42 * DAY);
    await recountConsultations(world);
    expect(await endRetention(world)).toBe(0);
    expect(await get(world.storage, 'vault', keys.consultationKey(con))).toBeDefined();
    world.pass(366 * DAY);
    expect(await endRetention(world)).toBe(1);
    expect(await endRetention(world)).toBe(0);
    expect(await get(world.storage, 'vault', keys.consultationKey(con))).toBeUndefined();
    const reader = aResident((path, init) => world.app.request(path, init));
    const results = await reader.ask<ResultsView>('GET', `/consultations/${con}/results`);
    expect(results.rows[0]?.dealt).toEqual({ agree: 1, disagree: 0, pass: 0 });
    expect((await reader.ask<{ text: string }>('GET', `/consultations/${con}/contributions/${id}`)).text).toBe(
      'A bench at every stop.',
    );
  });

  test('whoever still has a session then finds her page, and can leave', async () => {
    const { consultation, passages } = await aConsultation(world);
    const anna = aResident((path, init) => world.app.request(path, init));
    await anna.join(consultation.id);
    await anna.vote(consultation.id, passages[0]?.item ?? 0, 'agree');
    for (let month = 0; month < 15; month++) {
      world.pass(29 * DAY);
      await anna.ask('GET', '/me');
    }
    await endRetention(world);
    expect((await anna.ask<MyData>('GET', '/me/data')).consultations).toEqual([]);
    expect((await anna.ballot(consultation.id)).votes).toEqual([]);
    await anna.ask('DELETE', '/me');
  });
});
