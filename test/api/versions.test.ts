import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changePhase } from '#functions/consultations/dates.ts';
import { consultationOf } from '#functions/consultations/service.ts';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import { whoIs } from '#functions/participants/sessions.ts';
import { citationsOf } from '#functions/versions/citing.ts';
import { publishVersion } from '#functions/versions/publishing.ts';
import { settleVersions } from '#functions/versions/settling.ts';
import type { Phase } from '#shared/consultations/phases.ts';
import type { ConsultationView, ContributionPage, PassageView, ResultsView } from '#shared/consultations/views.ts';
import type { CheckView, Comparison, DraftPassageView, VersionsView } from '#shared/versions/views.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { SuggestionsPage } from '#shared/suggestions/views.ts';
import { DAY, HOUR, later } from '#shared/time.ts';
import { aConsultation, type TestConsultation } from '#test/support/builders.ts';
import { participants, refusalOf } from '#test/support/people.ts';
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
let people: Resident[];
const [id, psg] = [() => made.consultation.id, (n: number) => made.passages[n]!];
const viewOf = (n: number) => people[0]!.ask<PassageView>('GET', `/consultations/${id()}/passages/${psg(n).id}`);
const results = () => people[0]!.ask<ResultsView>('GET', `/consultations/${id()}/results`);

/** Everybody votes in the first round; then the text is being drafted. */
beforeEach(async () => {
  made = await aConsultation(world);
  people = await participants(world, made.consultation, 12);
  for (const [i, person] of people.entries()) {
    await person.vote(id(), psg(0).item, i < 9 ? 'agree' : 'disagree');
    await person.vote(id(), psg(1).item, 'agree');
  }
  world.pass(20 * DAY);
  await recountConsultations(world);
  drafter = await aDrafter(world, made);
  await drafter.begin();
});

describe('to whoever voted on a part that says something else now', () => {
  test('her vote stays with the words that she voted on, and the new words begin without any', async () => {
    await drafter.rework(psg(0).id, 'The city will do something else.');
    await drafter.note();
    expect(await drafter.publish()).toMatchObject({ version: 2 });
    const [changed, kept] = [await viewOf(0), await viewOf(1)];
    expect(changed).toMatchObject({ since: 2, former: [{ item: psg(0).item, since: 1, until: 1 }] });
    expect(changed.item).not.toBe(psg(0).item);
    expect(kept).toMatchObject({ item: psg(1).item, since: 1, former: [] });
    const row = (await results()).rows.find(({ item }) => item === psg(0).item);
    expect(row).toMatchObject({ dealt: { agree: 9, disagree: 3, pass: 0 }, passage: { id: psg(0).id, until: 1 } });
    expect((await results()).rows.some(({ item }) => item === changed.item)).toBe(false);
  });

  test('after a second round each wording has its own votes, as an independent count has them', async () => {
    await drafter.rework(psg(0).id, 'The city will do something else.');
    await drafter.note();
    const at = later(world.now(), HOUR);
    expect(await refusalOf(drafter.publish({ reopen: { at, reason: 'Again.' } }))).toBe('role-missing');
    await drafter.publish();
    await goOn('suggesting', at);
    const { item } = await viewOf(0);
    for (const person of people.slice(0, 5)) await person.vote(id(), item, 'disagree');
    // Late from a phone that was offline: it stays with the words that it was about.
    await people[0]!.vote(id(), psg(0).item, 'disagree');
    for (const phase of ['deliberating', 'drafting'] as const) await goOn(phase, later(world.now(), HOUR));
    await recountConsultations(world);
    const rows = (await results()).rows;
    const dealt = (n: number) => rows.find((row) => row.item === n)?.dealt;
    expect(dealt(item)).toEqual({ agree: 0, disagree: 5, pass: 0 });
    expect(dealt(psg(0).item)).toEqual({ agree: 8, disagree: 4, pass: 0 });
    expect(dealt(psg(1).item)).toEqual({ agree: 12, disagree: 0, pass: 0 });
    expect(rows.find((row) => row.item === psg(0).item)?.rank).toBeNull();
  });
});

/** The consultation goes on to this phase, in an hour from now. */
const goOn = async (to: Phase, at: string): Promise<void> => {
  const { version } = await consultationOf(world, id());
  await changePhase(world, made.coordinator, id(), { to, at, reason: 'Next.', version });
  world.pass(2 * HOUR);
};

describe('to whoever reads the text', () => {
  test('every version stays readable, and any two can be compared word by word', async () => {
    await drafter.rework(psg(0).id, 'The city will do thing 1 tomorrow.');
    await drafter.note('Sooner.');
    await drafter.publish();
    const [document] = await people[0]!.ask<VersionsView>('GET', `/consultations/${id()}/versions`);
    expect(document?.versions).toMatchObject([
      { version: 2, changed: 1, added: 0, withdrawn: 0, note: { en: { text: 'Sooner.' } } },
      { version: 1 },
    ]);
    const path = `/consultations/${id()}/passages/${psg(0).id}/comparison?from=1&language=en`;
    expect(await people[0]!.ask<Comparison>('GET', path)).toMatchObject({
      change: 'reworded',
      language: 'en',
      text: [
        { is: 'same', text: 'The city will do thing 1 ' },
        { is: 'new', text: 'tomorrow' },
        { is: 'same', text: '.' },
      ],
    });
  });

  test('a part that is gone keeps its thread and its votes under the version that had it', async () => {
    const { focus } = await drafter.arrange({
      act: 'insert',
      after: psg(0).id,
      heading: { en: 'New' },
      text: { en: 'Something new.' },
    });
    await drafter.arrange({ act: 'withdraw', passage: psg(1).id });
    await drafter.note();
    await drafter.publish();
    const { documents } = await people[0]!.ask<ConsultationView>('GET', `/consultations/${id()}`);
    expect(documents[0]?.passages.map((one) => [one.id, one.position])).toEqual([
      [psg(0).id, 1],
      [focus, 2],
      [psg(2).id, 3],
    ]);
    expect(await viewOf(1)).toMatchObject({ withdrawnIn: 2, item: psg(1).item });
    expect(await people[0]!.ask('GET', `/consultations/${id()}/threads/${psg(1).id}`)).toEqual({ replies: [] });
    const say = people[0]!.ask('POST', `/consultations/${id()}/threads/${psg(1).id}`, { text: 'Oh.', language: 'en' });
    expect(await refusalOf(say)).toBe('reply-target-gone');
    const row = (await results()).rows.find(({ item }) => item === psg(1).item);
    expect(row).toMatchObject({ dealt: { agree: 12 }, passage: { until: 1 } });
  });

  test('nobody ever meets half of a new version, and a process that died over it is finished by the next', async () => {
    await drafter.rework(psg(0).id, 'The city will do something else.');
    await drafter.note();
    const dying = world.beside();
    const { documents } = dying.storage;
    let published = false;
    dying.storage = {
      ...dying.storage,
      documents: {
        send: async (command: { input: { TransactItems?: { Put?: { Item?: { sk?: string } } }[] } }) => {
          if (published && command.input.TransactItems) throw new Error('The process has died.');
          const answer = await documents.send(command as never);
          published ||= command.input.TransactItems?.some((one) => one.Put?.Item?.sk?.startsWith('doc#')) ?? false;
          return answer;
        },
      } as never,
    };
    const actor = await whoIs(dying, drafter.who.cookie()?.split('=')[1] ?? '');
    const { version } = await drafter.draft();
    await expect(publishVersion(dying, actor, id(), psg(0).document, { version })).rejects.toThrow('died');
    const before = world.beside();
    const passages = async (one: TestWorld) =>
      (await (await one.app.request(`/api/consultations/${id()}/passages/${psg(0).id}`)).json()) as PassageView;
    expect(await passages(before)).toMatchObject({ since: 2 });
    expect(await settleVersions(before)).toBe(1);
    expect(await settleVersions(before)).toBe(0);
    expect(await passages(world.beside())).toMatchObject({ since: 2, edition: 2 });
    await (await aDrafter(world.beside(), made)).begin();
  });
});

describe('to whoever wrote about the text', () => {
  const about = (quote: string) => ({ quote, before: '', after: '', language: 'en' as const });

  test('her words go with the passage that has the words she spoke about; where that is unclear, a drafter says', async () => {
    const other = await aConsultation(world);
    const [first, second] = other.passages;
    const con = other.consultation.id;
    const [anna] = await participants(world, other.consultation, 1);
    const say = (text: string, anchor?: ReturnType<typeof about>) =>
      anna!.suggest(con, text, { passage: first!.id, ...(anchor && { anchor }) });
    const [whole, quoted, unsure] = [
      await say('About all of it.'),
      await say('About some words.', about('The city will do thing 1.')),
      await say('About other words.', about('thing 1')),
    ];
    world.pass(20 * DAY);
    const desk = await aDrafter(world, other);
    await desk.begin();
    await desk.rework(first!.id, 'Something else altogether.');
    await desk.rework(second!.id, 'The city will do thing 2. The city will do thing 1.');
    await desk.cite(second!.id, [whole.id]);
    await desk.note();
    const check = () => desk.who.ask<CheckView>('GET', desk.at('/check?readIn=it'));
    const words = { language: 'it', text: 'Su altre parole.', checked: false, version: 0 };
    await desk.who.ask('PUT', `/consultations/${con}/contributions/${unsure.id}/translations`, words);
    // Whoever decides reads what was said in her language, and how the likely part reads in the draft.
    expect(await check()).toMatchObject({
      unsure: [
        {
          contribution: { id: unsure.id, translated: { text: 'Su altre parole.' } },
          why: 'weak',
          possible: [
            { passage: second!.id, text: { en: { text: 'The city will do thing 2. The city will do thing 1.' } } },
          ],
        },
      ],
      coverage: { all: 3, cited: 1, left: 2, byLanguage: [{ key: 'en', all: 3, left: 2 }] },
    });
    expect(await refusalOf(desk.publish({ leftOut: 'They come in the next version.' }))).toBe('words-unplaced');
    await desk.who.ask('PUT', desk.at(`/placings/${unsure.id}`), { passage: first!.id });
    expect((await check()).unsure[0]?.chosen).toBe(first!.id);
    expect(await refusalOf(desk.publish())).toBe('invalid-request');
    expect(await desk.publish({ leftOut: 'They come in the next version.' })).toMatchObject({
      leftOut: { count: 2, why: 'They come in the next version.' },
    });
    const passageOf = async ({ id: ctr }: { id: string }) =>
      (await anna!.ask<PublicContribution>('GET', `/consultations/${con}/contributions/${ctr}`)).passage;
    expect([await passageOf(whole), await passageOf(quoted), await passageOf(unsure)]).toEqual([
      first!.id,
      second!.id,
      first!.id,
    ]);
    const list = `/consultations/${con}/contributions?passage=${second!.id}`;
    expect((await anna!.ask<ContributionPage>('GET', list)).contributions.map(({ id: one }) => one)).toEqual([
      quoted.id,
    ]);
    const cited = await citationsOf(world, con);
    expect([...cited]).toMatchObject([[whole.id, [{ passage: second!.id, version: 2 }]]]);
  });

  test('whom a drafter would forget is one list away: what neither a draft nor a version takes up and nobody answered', async () => {
    const other = await aConsultation(world);
    const [first] = other.passages;
    const con = other.consultation.id;
    const [anna] = await participants(world, other.consultation, 1);
    const say = (text: string) => anna!.suggest(con, text, { passage: first!.id });
    const [cited, merged, answered, left] = [
      await say('One.'),
      await say('Also one.'),
      await say('Two.'),
      await say('Three.'),
    ];
    world.pass(20 * DAY);
    await recountConsultations(world);
    const desk = await aDrafter(world, other);
    const forgotten = async () => {
      const { rows, total } = await desk.who.ask<SuggestionsPage>(
        'GET',
        `/consultations/${con}/suggestions?outcome=left`,
      );
      expect(total).toBe(rows.length);
      return rows.map(({ contribution }) => contribution.id).toSorted();
    };
    const ids = (...of: { id: string }[]) => of.map(({ id: one }) => one).toSorted();
    expect(await forgotten()).toEqual(ids(cited, merged, answered, left));
    await desk.who.ask('PUT', `/consultations/${con}/suggestions/${merged.id}/merge`, { into: cited.id, version: 0 });
    const outcome = { outcome: 'not-taken-up', reason: { en: 'Too dear.' } };
    await desk.who.ask('PATCH', `/consultations/${con}/suggestions/${answered.id}`, { outcome, version: 0 });
    await desk.begin();
    await desk.rework(first!.id, 'The city does thing one.');
    await desk.cite(first!.id, [cited.id]);
    expect(await forgotten()).toEqual(ids(left));
    await desk.note();
    await desk.publish({ leftOut: 'Later.' });
    expect(await forgotten()).toEqual(ids(left));
  });

  test('beside a part of the draft stands once what was merged, in words that the drafter reads', async () => {
    const other = await aConsultation(world);
    const [first, second] = other.passages;
    const con = other.consultation.id;
    const [anna] = await participants(world, other.consultation, 1);
    const one = await anna!.suggest(con, 'Lifts in every house.', { passage: first!.id });
    const same = await anna!.suggest(con, 'Every house needs a lift.', { passage: second!.id });
    // What is about no part, as all that came with a conversation from elsewhere, may be taken up in any.
    const anywhere = await anna!.suggest(con, 'Ask the tenants first.');
    world.pass(20 * DAY);
    const desk = await aDrafter(world, other);
    await desk.who.ask('PUT', `/consultations/${con}/suggestions/${same.id}/merge`, { into: one.id, version: 0 });
    const words = { language: 'it', text: 'Ascensori in ogni casa.', checked: false, version: 0 };
    await desk.who.ask('PUT', `/consultations/${con}/contributions/${one.id}/translations`, words);
    await desk.begin();
    for (const part of [first!, second!]) {
      const { suggestions } = await desk.who.ask<DraftPassageView>('GET', desk.at(`/passages/${part.id}?readIn=it`));
      expect(suggestions.map(({ contribution }) => [contribution.id, contribution.translated?.text])).toEqual([
        [one.id, 'Ascensori in ogni casa.'],
        [anywhere.id, undefined],
      ]);
    }
  });

  test('two drafters may work at once; the later of two on one passage hears of it and loses nothing', async () => {
    const olga = await aDrafter(world, made);
    const body = { heading: { en: 'H' }, text: { en: 'T' }, summary: {}, version: 0 };
    const put = (who: Drafter, n: number) => who.who.ask('PUT', who.at(`/passages/${psg(n).id}`), body);
    await put(drafter, 0);
    await put(olga, 1);
    expect(await refusalOf(put(olga, 0))).toBe('changed-meanwhile');
    expect((await drafter.draft()).passages.map(({ change }) => change)).toEqual(['reworded', 'reworded', 'kept']);
  });
});

describe('to whoever spoke about a part of a passage that was divided, or put together with another', () => {
  const parts = 'The city freezes rents in its own flats.\n\nA desk at the town hall answers in eight languages.';

  test('everything that was said is where it belongs', async () => {
    const other = await aConsultation(world);
    const con = other.consultation.id;
    const [first, second, third] = other.passages.map(({ id: one }) => one);
    const [anna] = await participants(world, other.consultation, 1);
    world.pass(20 * DAY);
    const desk = await aDrafter(world, other);
    await desk.begin();
    await desk.rework(first!, parts);
    await desk.note();
    await desk.publish();
    await changePhase(world, other.coordinator, con, {
      to: 'suggesting',
      at: later(world.now(), HOUR),
      reason: 'Again.',
      version: other.consultation.version,
    });
    world.pass(2 * HOUR);
    const about = (quote: string) => ({ quote, before: '', after: '', language: 'en' as const });
    const say = (passage: string, quote?: string) =>
      anna!.ask<PublicContribution>('POST', `/consultations/${con}/contributions`, {
        kind: 'suggestion',
        text: 'Words.',
        language: 'en',
        passage,
        ...(quote && { anchor: about(quote) }),
      });
    const [head, tail, whole, joined] = [
      await say(first!, 'freezes rents'),
      await say(first!, 'answers in eight languages'),
      await say(first!),
      await say(third!),
    ];
    for (const to of ['deliberating', 'drafting'] as const) {
      const { version } = await consultationOf(world, con);
      await changePhase(world, other.coordinator, con, { to, at: later(world.now(), HOUR), reason: 'Next.', version });
      world.pass(2 * HOUR);
    }
    await desk.begin();
    await desk.arrange({ act: 'split', passage: first!, at: 1 });
    await desk.arrange({ act: 'merge', passage: second! });
    await desk.note();
    const { passages, gone } = await desk.draft();
    expect([passages.length, gone]).toMatchObject([3, [{ id: third, into: second }]]);
    await desk.publish({ leftOut: 'Later.' });
    const placeOf = async (one: PublicContribution) =>
      (await anna!.ask<PublicContribution>('GET', `/consultations/${con}/contributions/${one.id}`)).passage;
    const part = passages[1]!.id;
    expect(await Promise.all([head, tail, whole, joined].map(placeOf))).toEqual([first, part, first, second]);
    expect(await anna!.ask<PassageView>('GET', `/consultations/${con}/passages/${third}`)).toMatchObject({
      withdrawnIn: 3,
      into: second,
    });
    expect(await anna!.ask<PassageView>('GET', `/consultations/${con}/passages/${part}`)).toMatchObject({
      from: [first],
      since: 3,
    });
    const comparison = (of: string) =>
      anna!.ask<Comparison>('GET', `/consultations/${con}/passages/${of}/comparison?from=2&language=en`);
    const only = (text: string) => [{ is: 'same', text }];
    expect(await comparison(part)).toMatchObject({
      from: [{ id: first }],
      text: only('A desk at the town hall answers in eight languages.'),
    });
    expect(await comparison(first!)).toMatchObject({
      into: [{ id: part }],
      text: only('The city freezes rents in its own flats.'),
    });
    expect(await comparison(second!)).toMatchObject({ from: [{ id: third }] });
    expect((await comparison(second!)).text.every(({ is }) => is === 'same')).toBe(true);
  });
});
