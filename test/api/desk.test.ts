import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { CasePage, CaseView } from '#shared/moderation/desk-views.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { aCase, aModerator, caseNow, removing, report } from '#test/support/cases.ts';
import { HOUR } from '#shared/time.ts';
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

  test('it tells how much waits in each part, what of it is late or nearly so, and each line how many reported it', async () => {
    const { place, consultation } = await aConsultation(world);
    const author = await aParticipant(world, consultation);
    const aCaseOf = (text: string) => aCase(world, { place, con: consultation.id, author, text });
    const [late, soon] = [await aCaseOf('Words that wait for four days.'), await aCaseOf('Words that wait too.')];
    await report(world, consultation.id, late.contribution);
    world.pass(60 * HOUR);
    const fresh = await aCaseOf('New words.');
    const { id } = await author.suggest(consultation.id, 'Cheap flats, call now!');
    await report(world, consultation.id, id, { kind: 'spam' });
    const [me, asker] = [await aModerator(world, place), await aModerator(world, place)];
    const colleagues = await me.ask<{ id: string; isMe: boolean }[]>('GET', `/places/${place.slug}/colleagues`);
    const myself = colleagues.find(({ isMe }) => isMe)?.id;
    const { version } = await caseNow(world, soon.id);
    await asker.ask('POST', `${soon.path}/take`, { version });
    await asker.ask('POST', `${soon.path}/opinions`, { version: version + 1, of: myself });
    await me.ask('POST', `${fresh.path}/take`, { version: (await caseNow(world, fresh.id)).version });
    const queue = (query = '', who = me) => who.ask<CasePage>('GET', `/places/${place.slug}/cases${query}`);
    const { waiting = [], cases } = await queue();
    expect(waiting.map(({ part, count, overdue, near }) => [part, count, overdue, near])).toEqual([
      ['tier-2', 3, 0, 2],
      ['tier-4', 1, 0, 0],
      ['mine', 1, 0, 0],
      ['asked', 1, 0, 0],
    ]);
    expect(waiting[0]?.oldest).toBe(cases[0]?.since);
    expect(Object.fromEntries(cases.map((line) => [line.id, [line.noticeCount, line.near]]))).toMatchObject({
      [late.id]: [2, true],
      [soon.id]: [1, true],
      [fresh.id]: [1, false],
    });
    expect((await queue('?rank=tier-4')).cases.map(({ kind }) => kind)).toEqual(['spam']);
    // What was decided meanwhile is asked of nobody any more.
    await asker.ask('POST', `${soon.path}/decision`, removing(soon.text, version + 2));
    expect((await queue('?mine=yes')).cases.map((line) => line.id)).toEqual([fresh.id]);
    world.pass(13 * HOUR);
    expect((await queue('', await aModerator(world, place))).waiting?.[0]).toMatchObject({
      part: 'tier-2',
      count: 2,
      overdue: 1,
      near: 0,
    });
  });
});
