import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recountIfDue } from '#functions/opinion/recount.ts';
import type { CheckView, DraftPassageView, WritingView } from '#shared/versions/views.ts';
import type { SuggestionsPage } from '#shared/suggestions/views.ts';
import type { Role } from '#shared/places/rules.ts';
import { DAY } from '#shared/time.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { twoCamps } from '#test/support/camps.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aDrafter, type Drafter } from '#test/support/versions.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

let made: TestConsultation;
let drafter: Drafter;
let anna: Resident;
const con = () => made.consultation.id;
const psg = (n: number) => made.passages[n]!.id;
const suggest = (text: string, passage = psg(0)) => anna.suggest(con(), text, { passage });

beforeEach(async () => {
  made = await aConsultation(world);
  anna = await aParticipant(world, made.consultation);
});
/** Nobody votes any more, and a draft has begun. */
const writing = async (): Promise<void> => {
  world.pass(20 * DAY);
  drafter = await aDrafter(world, made);
  await drafter.begin();
};
const colleague = async (role: Role): Promise<Resident> => {
  const who = someoneIn(world);
  who.useCookie(`__Host-session=${(await aStaffMember(world, made.place, role)).token}`);
  return who;
};

describe('to whoever writes the next version', () => {
  test('nothing is published without a note for everybody, and no version that changes nothing', async () => {
    await writing();
    const noted = { note: { en: 'We heard you.' }, shared: false };
    await drafter.who.ask('PUT', drafter.at('/note'), { ...noted, version: (await drafter.draft()).version });
    expect(await refusalOf(drafter.publish())).toBe('nothing-changed');
    await drafter.rework(psg(0), 'The city will do something else.');
    await drafter.who.ask('PUT', drafter.at('/note'), {
      ...noted,
      note: { en: '' },
      version: (await drafter.draft()).version,
    });
    const refused = await drafter.who.send('POST', drafter.at('/publication'), {
      version: (await drafter.draft()).version,
    });
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/note', code: 'words-missing' }] });
    await drafter.note();
    expect(await drafter.publish()).toMatchObject({ version: 2 });
  });

  test('that a part takes suggestions up is a change by itself', async () => {
    const one = await suggest('As it is.');
    await writing();
    await drafter.cite(psg(0), [one.id]);
    await drafter.note();
    expect(await drafter.publish()).toMatchObject({ version: 2 });
  });

  test('what a part takes up goes with its words: into both halves, and into the part that it becomes one with', async () => {
    const [one, other] = [await suggest('One.'), await suggest('Two.', psg(1))];
    await writing();
    await drafter.rework(psg(0), 'The city will do one.\n\nAnd another thing.');
    await drafter.cite(psg(0), [one.id]);
    await drafter.cite(psg(1), [other.id]);
    await drafter.arrange({ act: 'split', passage: psg(0), at: 1 });
    const half = (await drafter.draft()).passages[1]!.id;
    expect((await drafter.passage(half)).cites).toEqual([one.id]);
    await drafter.arrange({ act: 'merge', passage: half });
    expect((await drafter.passage(half)).cites).toEqual([one.id, other.id]);
    await drafter.note();
    await drafter.publish();
    // What an earlier version took up goes along too.
    await drafter.begin();
    await drafter.arrange({ act: 'merge', passage: psg(0) });
    const whole = await drafter.passage(psg(0));
    expect([...whole.citedBefore, ...whole.cites].toSorted()).toEqual(
      expect.arrayContaining([one.id, other.id].toSorted()),
    );
  });

  test('nobody takes up words that their author took back', async () => {
    const gone = await suggest('I take this back.');
    await anna.ask('DELETE', `/consultations/${con()}/contributions/${gone.id}`);
    await writing();
    expect(await refusalOf(drafter.cite(psg(0), [gone.id]))).toBe('invalid-request');
    expect((await drafter.passage(psg(0))).cites).toEqual([]);
  });

  test('unsure words are put with a part that the draft has, or left with the one that they were about', async () => {
    const { id } = await anna.suggest(con(), 'About these words.', {
      passage: psg(0),
      anchor: { quote: 'do thing 1', before: '', after: '', language: 'en' },
    });
    await writing();
    await drafter.rework(psg(0), 'Something else altogether.');
    await drafter.arrange({ act: 'withdraw', passage: psg(2) });
    const place = (passage: string) => refusalOf(drafter.who.ask('PUT', drafter.at(`/placings/${id}`), { passage }));
    expect(await place(psg(2))).toBe('passage-not-there');
    expect(await place(psg(1))).toBe('done');
    expect(await place(psg(0))).toBe('done');
  });
});

describe('to whoever publishes', () => {
  test('of a group counts as forgotten what it wants for certain, and not what some of it might want', async () => {
    const wide = await aConsultation(world, { passages: 8 });
    const id = wide.consultation.id;
    const author = await aParticipant(world, wide.consultation);
    const said = [await author.suggest(id, 'Of one camp'), await author.suggest(id, 'Of the other')];
    await twoCamps(world, { ...wide, passages: [...wide.passages, ...said] as typeof wide.passages }, 60);
    await recountIfDue(world, wide.consultation);
    world.pass(20 * DAY);
    const desk = await aDrafter(world, wide);
    await desk.begin();
    const { rows, groups } = await desk.who.ask<SuggestionsPage>('GET', `/consultations/${id}/suggestions?list=all`);
    const wanted = groups.map((key) => ({
      key,
      all: rows.filter(({ figures }) => (figures?.groups[key]?.low ?? 0) > 0.5).length,
    }));
    expect(wanted.some(({ all }) => all < rows.length)).toBe(true);
    const { coverage } = await desk.who.ask<CheckView>('GET', desk.at('/check'));
    expect(coverage.byGroup.map(({ key, all }) => ({ key, all })).toSorted((x, y) => (x.key < y.key ? -1 : 1))).toEqual(
      wanted.filter(({ all }) => all > 0),
    );
  });
});

describe('to colleagues of whoever writes', () => {
  test('a draft is nobody else’s until it is shared; then they read it and comment, and take back only their own', async () => {
    await writing();
    await drafter.rework(psg(0), 'Words that nobody has seen.');
    const mediator = await colleague('mediator');
    const drafts = async () => (await mediator.ask<WritingView[]>('GET', `/consultations/${con()}/drafts`))[0]?.draft;
    const read = () => refusalOf(mediator.ask('GET', drafter.at(`/passages/${psg(0)}`)));
    const say = (who: Resident, text: string) =>
      refusalOf(who.ask('POST', drafter.at('/comments'), { passage: psg(0), text }));
    expect([await drafts(), await read(), await say(mediator, 'Too early.')]).toEqual([
      undefined,
      'not-found',
      'not-found',
    ]);
    await drafter.note('We heard you.', true);
    expect((await drafts())?.mayWrite).toBe(false);
    expect([await read(), await say(mediator, 'Say it plainly.')]).toEqual(['done', 'done']);
    const { comments } = await drafter.passage(psg(0));
    expect(comments).toMatchObject([{ text: 'Say it plainly.', mine: false }]);
    const remove = (who: Resident) => refusalOf(who.ask('DELETE', drafter.at(`/comments/${comments[0]?.id}`)));
    expect(await remove(drafter.who)).toBe('not-the-author');
    expect(await remove(mediator)).toBe('done');
    const { words } = await mediator.ask<DraftPassageView>('GET', drafter.at(`/passages/${psg(0)}`));
    expect(words.text.en?.text).toBe('Words that nobody has seen.');
    const write = { heading: { en: 'H' }, text: { en: 'T' }, summary: {}, version: 1 };
    expect(await refusalOf(mediator.ask('PUT', drafter.at(`/passages/${psg(0)}`), write))).toBe('role-missing');
  });
});
