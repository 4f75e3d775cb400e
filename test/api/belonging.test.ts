import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consultationOf } from '#functions/consultations/service.ts';
import { recount, recountIfDue } from '#functions/opinion/recount.ts';
import { MINUTE } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { publishedResult, staffResult } from '#test/support/count.ts';
import { aParticipant, participants, refusalOf } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

describe('to somebody who belongs to an affected group', () => {
  const say = (person: Resident, id: string, answers: string[], version = 1): Promise<unknown> =>
    person.ask('PUT', `/consultations/${id}/belonging`, { version, consent: true, answers });

  test('she may say so or not, sees what she said, changes it and takes it back; it is among her data', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    expect((await anna.ballot(id)).belonging).toBeUndefined();
    await say(anna, id, ['roma', 'newcomers', 'roma']);
    const on = world.now().slice(0, 10);
    expect((await anna.ballot(id)).belonging).toEqual({ version: 1, answers: ['roma', 'newcomers'], on });
    await anna.vote(id, made.passages[0]?.item ?? 0, 'agree');
    await say(anna, id, ['prefer-not-to-say']);
    const held = await anna.ask<{ consultations: { belonging?: unknown }[] }>('GET', '/me/data');
    expect(held.consultations[0]?.belonging).toEqual({ version: 1, answers: ['prefer-not-to-say'], on });
    await anna.ask('DELETE', `/consultations/${id}/belonging`);
    expect(await anna.ballot(id)).toMatchObject({ votes: [{ choice: 'agree' }] });
    expect((await anna.ballot(id)).belonging).toBeUndefined();
    await anna.ask('DELETE', `/consultations/${id}/belonging`);
  });

  test('only answers of the question count, to the version she read, and "I prefer not to say" stands alone', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    expect(await refusalOf(say(anna, id, ['martian']))).toBe('invalid-request');
    expect(await refusalOf(say(anna, id, ['roma', 'prefer-not-to-say']))).toBe('invalid-request');
    expect(await refusalOf(say(anna, id, []))).toBe('invalid-request');
    expect(await refusalOf(say(anna, id, ['roma'], 2))).toBe('consent-outdated');
    expect(await refusalOf(anna.ask('PUT', `/consultations/${id}/belonging`, { version: 1, answers: ['roma'] }))).toBe(
      'invalid-request',
    );
    expect((await anna.ballot(id)).belonging).toBeUndefined();
  });

  test('support among them is told when ten of them and ten others have voted, and stays as it was until ten more have', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const item = made.passages[0]?.item ?? 0;
    const people = await participants(world, made.consultation, 22);
    const support = async () => {
      const { header, counted } = await recount(world, await consultationOf(world, id), undefined, undefined);
      expect(JSON.stringify(counted.snapshot)).not.toContain('roma');
      return [header.ballots, ...counted.affected.map(({ group, people: n }) => `${group} ${n}`)];
    };
    for (const [i, person] of people.entries()) {
      await person.vote(id, item, i % 3 === 0 ? 'disagree' : 'agree');
      if (i < 9) await say(person, id, ['roma']);
    }
    expect(await support()).toEqual([22]);
    await say(people[9] as Resident, id, ['roma', 'newcomers']);
    world.pass(16 * MINUTE);
    expect(await recountIfDue(world, made.consultation)).toBeDefined();
    const [row] = (await staffResult(world, made)).rows;
    expect(row?.affected).toMatchObject(
      [{ group: 'roma', people: 10, share: 7 / 12 }].map(({ share, ...rest }) => ({
        ...rest,
        share: expect.closeTo(share, 3) as number,
      })),
    );
    await say(people[10] as Resident, id, ['roma']);
    for (const person of people.slice(11)) await person.vote(id, item, 'pass');
    const [published] = (await publishedResult(world, made)).rows;
    expect(published?.affected).toEqual(row?.affected);
  });

  test('nothing of it stays when she leaves the consultation', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    await say(anna, id, ['roma']);
    await anna.ask('DELETE', `/consultations/${id}/join`);
    await anna.join(id);
    expect(await anna.ballot(id)).toMatchObject({ votes: [] });
    expect((await anna.ballot(id)).belonging).toBeUndefined();
  });
});
