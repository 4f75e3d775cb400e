import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readLines } from '#functions/ledger/store.ts';
import { deliverStatements } from '#functions/jobs/deliver-statements.ts';

import type { Consultation } from '#shared/consultations/schema.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { caseAbout } from '#functions/moderation/store.ts';
import { fingerprintOf } from '#functions/moderation/subjects.ts';
import type { CasePage, CaseView } from '#shared/moderation/desk-views.ts';
import type { OwnCase, OwnCases } from '#shared/moderation/views.ts';
import { EXPOSURE_CAP } from '#shared/moderation/rules.ts';
import type { CaseId } from '#shared/moderation/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import { MINUTE } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { aCase, aModerator, caseNow, removing, report, type MadeCase } from '#test/support/cases.ts';
import { inGroups } from '#test/support/hostile.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { findStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let place: Place;
let con: string;
let consultation: Consultation;
let passages: Passage[];
let author: Resident;
let moderator: Resident;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  ({ place, consultation, passages } = await aConsultation(world));
  con = consultation.id;
  author = await aParticipant(world, consultation);
  moderator = await aModerator(world, place);
});

const MANY = process.env.FULL ? 1000 : 200;
const TEXT = 'They should all go back where they came from.';
const contributionOf = (id: string, who = someoneIn(world)): Promise<PublicContribution> =>
  who.ask('GET', `/consultations/${con}/contributions/${id}`);

/** Ten minutes later everybody has been told. */
const afterTheUndoTime = async (): Promise<void> => {
  world.pass(10 * MINUTE);
  await deliverStatements(world);
};
const aCaseHere = (text = TEXT) => aCase(world, { place, con, author, text });
const copyOf = ({ id, text }: MadeCase) => ({ id, seen: fingerprintOf(text) });
const decide = (made: Awaited<ReturnType<typeof aCase>>, who: Resident, more = {}) =>
  caseNow(world, made.id).then(({ version }) =>
    who.ask('POST', `${made.path}/decision`, removing(made.text, version, more)),
  );

describe('to somebody whose words were reported', () => {
  test('what is removed is nowhere at once, and everything is back when another moderator has reversed it', async () => {
    const said = 'They should all be sent away at once.';
    const made = await aCaseHere(said);
    await decide(made, moderator);
    expect(await contributionOf(made.contribution)).toMatchObject({ text: null, state: 'withheld' });
    expect(await findStored(world, [said])).toEqual([]);
    await afterTheUndoTime();
    const [own] = (await author.ask<OwnCases>('GET', '/me/decisions')).cases;
    expect(own).toMatchObject({ case: made.id, words: said, stand: 'decided', mayAppeal: true });
    expect(own?.decisions[0]).toMatchObject({ visibility: 'remove', automated: false, superseded: false });
    await author.ask('POST', `/me/decisions/${made.id}/appeal`, { why: 'I meant my own family.', language: 'en' });
    const second = await aModerator(world, place);
    const { version } = await caseNow(world, made.id);
    const answer = {
      version,
      seen: removing(said, 1).seen,
      review: 'reversed',
      reasons: { words: 'She is right.', language: 'en' },
    };
    expect(await refusalOf(moderator.ask('POST', `${made.path}/answer`, answer))).toBe('decided-by-yourself');
    await second.ask('POST', `${made.path}/answer`, answer);
    expect(await contributionOf(made.contribution)).toMatchObject({ text: said, state: 'published' });
    await afterTheUndoTime();
    const after = await author.ask<OwnCase>('GET', `/me/decisions/${made.id}`);
    expect(after.decisions.map(({ visibility, superseded }) => [visibility, superseded])).toEqual([
      ['keep', false],
      ['remove', true],
    ]);
    expect(after.appeals[0]).toMatchObject({ review: 'reversed', reasons: { words: 'She is right.' } });
  });
});

describe('to somebody whom many want to silence', () => {
  test(`${MANY} notices hide nothing, and are one case (FULL=1 sends 1000)`, async () => {
    const { id } = await author.suggest(con, TEXT);
    for (const group of inGroups(Array.from({ length: MANY }), 25))
      await Promise.all(group.map(() => report(world, con, id)));
    expect(await contributionOf(id)).toMatchObject({ text: TEXT, state: 'published' });
    const made = await caseAbout(world, id);
    expect(made && (await caseNow(world, made))).toMatchObject({ state: 'waiting', look: { visibility: 'keep' } });
    const { cases } = await moderator.ask<CasePage>('GET', `/places/${place.slug}/cases`);
    expect(cases.filter((one) => one.id === made)).toHaveLength(1);
    world.pass(20 * MINUTE);
    const reader = await aParticipant(world, consultation);
    expect((await reader.deck(con, 20)).cards.map((card) => card.id)).toContain(id);
  });
});

describe('to a moderator at her desk', () => {
  const REPORTS = 45;
  const acts = async (): Promise<string[]> =>
    (await readLines(world, place.id, undefined, 1000)).lines.map(({ act }) => act);

  test(`all of ${REPORTS} notices are before her, twenty at a time, each once`, async () => {
    const made = await aCaseHere();
    for (let i = 1; i < REPORTS; i++) await report(world, con, made.contribution);
    const pages: CaseView[] = [];
    for (let next: string | undefined = ''; next !== undefined; next = pages.at(-1)?.nextNotices)
      pages.push(await moderator.ask<CaseView>('GET', `${made.path}${next && `?notices=${next}`}`));
    expect(pages.map(({ notices }) => notices.length)).toEqual([20, 20, 5]);
    expect(new Set(pages.flatMap(({ notices }) => notices.map(({ id }) => id))).size).toBe(REPORTS);
    expect(new Set(pages.map(({ noticeCount }) => noticeCount))).toEqual(new Set([REPORTS]));
    expect(await refusalOf(moderator.ask('GET', `${made.path}?notices=decision`))).toBe('invalid-request');
  });

  test('earlier measures come by no name, and the ledger says that somebody looked', async () => {
    await decide(await aCaseHere('Go away.'), moderator, { author: { measure: 'warn' }, manifest: true });
    await afterTheUndoTime();
    const made = await aCaseHere('Go away at once.');
    const before = (await acts()).filter((act) => act === 'resolve-author').length;
    expect(await moderator.ask('POST', `${made.path}/earlier`)).toMatchObject({
      warnedOn: [expect.any(String)],
      suspendedOn: [],
    });
    expect((await acts()).filter((act) => act === 'resolve-author')).toHaveLength(before + 1);
  });

  test('the same words of one author are one judgement: each case has its own decision, and all are taken back at once', async () => {
    const said = 'Go home, all of you, again and again.';
    const [first, second, third] = [await aCaseHere(said), await aCaseHere(said), await aCaseHere(said)];
    const other = await aCaseHere('Something else altogether.');
    expect(await moderator.ask('GET', first.path)).toMatchObject({ copies: [{}, {}], copiedBy: 1 });
    // A colleague is reading the third.
    const colleague = await aModerator(world, place);
    await colleague.ask('POST', `${third.path}/take`, { version: (await caseNow(world, third.id)).version });
    await decide(first, moderator, { alike: [second, third].map(copyOf), author: { measure: 'warn' } });
    const states = () => Promise.all([first, second, third, other].map(async ({ id }) => caseNow(world, id)));
    expect((await states()).map(({ state }) => state)).toEqual(['decided', 'decided', 'waiting', 'waiting']);
    const [one, same] = [
      await moderator.ask<CaseView>('GET', first.path),
      await moderator.ask<CaseView>('GET', second.path),
    ];
    expect(one).toMatchObject({ copies: [{}], decisions: [{ author: { measure: 'warn' } }] });
    expect(same.decisions).toMatchObject([{ visibility: 'remove' }]);
    expect(same.decisions[0]?.author).toBeUndefined();
    await moderator.ask('POST', `${first.path}/undo`, { version: one.version });
    expect(new Set((await states()).map(({ state, look }) => `${state} ${look.visibility}`))).toEqual(
      new Set(['waiting keep']),
    );
    await decide(first, moderator, { alike: [copyOf(second)] });
    await afterTheUndoTime();
    expect(await author.ask<OwnCases>('GET', '/me/decisions')).toMatchObject({ cases: [{}, {}] });
  });

  test('the same words by many people, a letter apart, stand together; she says which of them are decided alike', async () => {
    const copies = ['Send THEM home at once!', 'send them hóme at once', 'S\u00ADend them home, at on ce …'];
    const all: MadeCase[] = [];
    for (const text of copies) {
      author = await aParticipant(world, consultation);
      all.push(await aCaseHere(text));
    }
    await aCaseHere('Send them a home at once!');
    const [first, second, quoted] = all as [MadeCase, MadeCase, MadeCase];
    await moderator.ask('POST', `${first.path}/take`, { version: (await caseNow(world, first.id)).version });
    const view = await moderator.ask<CaseView>('GET', first.path);
    expect(view.copiedBy).toBe(3);
    expect(view.copies.map(({ id, words }) => [id, words]).sort()).toEqual(
      [second, quoted].map(({ id, text }) => [id, text]).sort(),
    );
    // A copy that she has not read as it stands is not decided with the others.
    const unread = { id: quoted.id, seen: copyOf(first).seen };
    await decide(first, moderator, { alike: [copyOf(second), unread], author: { measure: 'warn' } });
    const [one, same, other] = await Promise.all(all.map(({ id }) => caseNow(world, id)));
    expect([one?.state, same?.state, other?.state]).toEqual(['decided', 'decided', 'waiting']);
    const { decisions } = await moderator.ask<CaseView>('GET', second.path);
    expect(decisions).toMatchObject([{ visibility: 'remove', byMe: true }]);
    expect(decisions[0]?.author).toBeUndefined();
    await afterTheUndoTime();
    // Once everybody was told, nothing says any more that their words were the same.
    expect(await (await aModerator(world, place)).ask('GET', quoted.path)).toMatchObject({ copies: [], copiedBy: 1 });
  });

  test('who has read enough for today is given only what wears nobody out, and then is told so', async () => {
    for (let i = 0; i < EXPOSURE_CAP + 2; i++) {
      if (i % 10 === 0) author = await aParticipant(world, consultation);
      await aCaseHere(`Words that hurt, ${i}.`);
    }
    const { id } = await author.suggest(con, 'Cheap flats, call now!');
    await report(world, con, id, { kind: 'spam' });
    const tiers: number[] = [];
    const takeAll = async (): Promise<void> => {
      const { id: taken } = await moderator.ask<{ id: CaseId }>('POST', `/places/${place.slug}/cases/next`);
      const { tier, version } = await caseNow(world, taken);
      tiers.push(tier);
      await moderator.ask('POST', `/places/${place.slug}/cases/${taken}/pass-on`, { version });
      return takeAll();
    };
    expect(await refusalOf(takeAll())).toBe('enough-for-today');
    expect(tiers.filter((tier) => tier <= 2)).toHaveLength(EXPOSURE_CAP);
    expect(tiers).toContain(4);
  });

  test('she opens a case of her own about a reply, and about the name above it', async () => {
    const psg = passages[0]?.id ?? '';
    const reply = await author.ask<PublicReply>('POST', `/consultations/${con}/threads/${psg}`, {
      text: 'Go away from here.',
      name: 'A bad name',
      language: 'en',
    });
    const words = { kind: 'reply', id: reply.id, target: reply.target, root: reply.root };
    for (const subject of [words, { kind: 'name', at: words }]) {
      const opened = { consultation: con, subject, kind: 'harassment' };
      const { id } = await moderator.ask<{ id: string }>('POST', `/places/${place.slug}/cases`, opened);
      const view = await moderator.ask<CaseView>('GET', `/places/${place.slug}/cases/${id}`);
      expect(view).toMatchObject({ why: 'own-initiative', subject: subject.kind, notices: [], noticeCount: 0 });
    }
  });
});
