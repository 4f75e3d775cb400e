import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { CasePage, CaseView } from '#shared/moderation/views.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { aCase, aModerator, caseNow, removing, report } from '#test/support/cases.ts';
import { wholeLedger } from '#test/support/ledger.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let made: TestConsultation;
beforeAll(async () => {
  world = await aWorld();
  made = await aConsultation(world);
});
afterAll(() => world.end());

const MANY = 50;
const moderators = (count: number) => Promise.all(Array.from({ length: count }, () => aModerator(world, made.place)));
const aCaseHere = async (text: string) => {
  const author = await aParticipant(world, made.consultation);
  return aCase(world, { place: made.place, con: made.consultation.id, author, text });
};
const linesAbout = async (id: string): Promise<LedgerLine[]> => {
  const reader = someoneIn(world);
  reader.useCookie(`__Host-session=${(await aStaffMember(world, made.place, 'coordinator')).token}`);
  const lines = await wholeLedger(reader, made.place.slug);
  return lines.filter(({ subject }) => subject === id);
};

describe('to moderators who work at the same moment', () => {
  test('50 who decide on one case make one decision, and 49 are told that somebody was quicker', async () => {
    const one = await aCaseHere('Words that fifty people read.');
    const all = await moderators(MANY);
    const { version } = await caseNow(world, one.id);
    const answers = await Promise.all(
      all.map((who) => refusalOf(who.ask('POST', `${one.path}/decision`, removing(one.text, version)))),
    );
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['done', 'changed-meanwhile']));
    const view = await (await aModerator(world, made.place)).ask<CaseView>('GET', one.path);
    expect(view.decisions).toHaveLength(1);
    expect((await caseNow(world, one.id)).deciders).toHaveLength(1);
    expect((await linesAbout(one.id)).filter(({ act }) => act === 'decide-case')).toHaveLength(1);
  });

  test('ten who ask for the next case get ten cases', async () => {
    for (let i = 0; i < 10; i++) await aCaseHere(`Words number ${i}.`);
    const all = await moderators(10);
    const taken = await Promise.all(
      all.map((who) => who.ask<{ id: string | null }>('POST', `/places/${made.place.slug}/cases/next`)),
    );
    expect(new Set(taken.map(({ id }) => id)).size).toBe(10);
    expect(taken.every(({ id }) => id !== null)).toBe(true);
  });
});

describe('to a moderator before the queue', () => {
  test('what may be a crime comes before what may break the law, and whoever was given it to reads it', async () => {
    const calm = await aCaseHere('Calm words.');
    const grave = await aCaseHere('Grave words.');
    await report(world, made.consultation.id, grave.contribution, { kind: 'incitement' });
    const [mine, other] = await moderators(2);
    if (!mine || !other) throw new Error('There are two.');
    const { cases } = await mine.ask<CasePage>('GET', `/places/${made.place.slug}/cases`);
    const place = (id: string) => cases.findIndex((line) => line.id === id);
    expect(place(grave.id)).toBeLessThan(place(calm.id));
    const { version } = await caseNow(world, grave.id);
    await mine.ask('POST', `${grave.path}/take`, { version });
    const masked = await mine.ask<CaseView>('GET', grave.path);
    expect([masked.masked, JSON.stringify(masked).includes('Grave words.')]).toEqual([true, false]);
    const shown = await mine.ask<CaseView>('POST', `${grave.path}/reveal`);
    expect(shown.words).toBe('Grave words.');
    expect(await refusalOf(other.ask('POST', `${grave.path}/take`, { version: version + 1 }))).toBe(
      'with-somebody-else',
    );
  });
});
