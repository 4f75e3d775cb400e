import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changePhase } from '#functions/consultations/dates.ts';
import { consultationOf } from '#functions/consultations/service.ts';
import { remindAddressees } from '#functions/jobs/remind-addressees.ts';
import { sendMails } from '#functions/jobs/send-mails.ts';
import { tellAuthors } from '#functions/jobs/tell-authors.ts';
import type { AnsweringView, AnswersView, AskingDesk, BecameView } from '#shared/answers/views.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { ConsultationBrief } from '#shared/consultations/views.ts';
import type { PublicMeasure } from '#shared/measures/schema.ts';
import { LINK_DAYS } from '#shared/answers/rules.ts';
import { DAY, HOUR, dayOf, later } from '#shared/time.ts';
import type { TranslationList } from '#shared/translations/schema.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import type { Ledger } from '#test/support/ledger.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aDrafter, type Drafter } from '#test/support/versions.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let made: TestConsultation;
let drafter: Drafter;
let anna: Resident;
let berta: Resident;
let words: PublicContribution[];
let mails: { to: string; subject: string; text: string }[];
const con = () => made.consultation.id;
const path = (rest: string) => `/consultations/${con()}${rest}`;
const psg = (n: number) => made.passages[n]?.id ?? '';
const day = (days: number) => dayOf(later(world.now(), days * DAY));

/** Two residents wanted lifts; their suggestions are one now, and R2 takes it up. */
beforeEach(async () => {
  world = await aWorld();
  mails = [];
  world.mail = async (mail) => void mails.push(mail);
  world.say = (_, key, says) => `${key} ${JSON.stringify(says)}`;
  made = await aConsultation(world);
  [anna, berta] = [await aParticipant(world, made.consultation), await aParticipant(world, made.consultation)];
  words = [
    await anna.suggest(con(), 'Lifts in every house.', { passage: psg(0) as `psg_${string}` }),
    await berta.suggest(con(), 'Every house needs a lift.'),
  ];
  world.pass(20 * DAY);
  drafter = await aDrafter(world, made);
  const merge = { into: words[0]?.id, version: 0 };
  await drafter.who.ask('PUT', path(`/suggestions/${words[1]?.id}/merge`), merge);
  await drafter.begin();
  await drafter.rework(psg(0), 'The city will build lifts in every house.');
  await drafter.cite(psg(0), [words[0]?.id ?? '']);
  await drafter.note();
  await drafter.publish({ leftOut: 'Merged into the first.' });
});
afterEach(() => world.end());

type Given = { due?: string; points?: string[]; email?: string; name?: string };
const ask = async (given: Given = {}): Promise<string> => {
  const asked = { name: 'Housing office', locale: 'en', due: day(5), document: made.passages[0]?.document };
  const { link } = await drafter.who.ask<{ link: string }>('POST', path('/addressees'), {
    ...asked,
    points: made.passages.map(({ id }) => id),
    ...given,
  });
  return `/answering/${link.split('/answer/')[1] ?? ''}`;
};
const office = () => someoneIn(world);
const YES = { outcome: 'taken-up', why: { en: 'Lifts are needed.' }, who: 'Building office', when: '2027-05-01' };
const answers = (link: string, n: number, given: object = YES, version = 0, give = true) =>
  office().ask<{ version: number }>('PUT', `${link}/points/${psg(n)}`, { ...given, give, version });
const published = () => office().ask<AnswersView>('GET', path('/answers'));
const line = async () => (await published()).line.steps.map(({ step, is }) => `${step} ${is}`);
const plan = (given: object = {}) =>
  drafter.who.ask<PublicMeasure>('POST', path('/measures'), {
    passage: psg(0),
    title: { en: 'Ten lifts' },
    owner: 'Building office',
    deadline: day(30),
    indicator: { en: 'Lifts that run' },
    target: { en: '10' },
    ...given,
  });
const acts = async () => {
  const coordinator = someoneIn(world);
  coordinator.useCookie(`__Host-session=${(await aStaffMember(world, made.place, 'coordinator')).token}`);
  return (await coordinator.ask<Ledger>('GET', `/places/${made.place.slug}/ledger`)).lines;
};

describe('to an institution that is asked', () => {
  test('it answers by its link, in the words of the version that it was asked about, and a draft is nobody else’s', async () => {
    const link = await ask();
    const view = await office().ask<AnsweringView>('GET', link);
    expect(view.points.map(({ cites }) => cites)).toEqual([1, 0, 0]);
    expect(view.points[0]?.text.en?.text).toBe('The city will build lifts in every house.');
    await answers(link, 0, { ...YES, outcome: '' }, 0, false);
    expect((await published()).points[0]?.answers[0]).not.toHaveProperty('given');
    const kept = (await office().ask<AnsweringView>('GET', link)).points[0];
    expect(kept?.said.draft?.why.en?.text).toBe('Lifts are needed.');
    await answers(link, 0, YES, 1);
    expect((await published()).points[0]?.answers[0]?.given).toMatchObject({ outcome: 'taken-up', who: YES.who });
    expect((await office().ask<AnsweringView>('GET', link)).points[0]?.said).not.toHaveProperty('draft');
  });

  test('an answer needs an outcome and a reason; two who write at once do not write over each other', async () => {
    const link = await ask();
    const response = await office().send('PUT', `${link}/points/${psg(0)}`, {
      outcome: '',
      why: {},
      who: '',
      give: true,
      version: 0,
    });
    expect(await response.json()).toMatchObject({
      errors: [
        { pointer: '/outcome', code: 'nothing-chosen' },
        { pointer: '/why', code: 'words-missing' },
      ],
    });
    await answers(link, 0, YES, 0, false);
    expect(await refusalOf(answers(link, 0, YES, 0))).toBe('changed-meanwhile');
  });

  test('a new link ends the old one, drafts stay; who is asked no longer finds nothing, and what was said stays', async () => {
    const old = await ask({ email: 'office@example.org' });
    await answers(old, 0, YES, 0, false);
    const desk = () => drafter.who.ask<AskingDesk>('GET', path('/addressees'));
    const id = (await desk()).addressees[0]?.id;
    const { link } = await drafter.who.ask<{ link: string }>('POST', path(`/addressees/${id}/link`));
    const token = link.split('/answer/')[1] ?? '';
    const now = `/answering/${token}`;
    // A mail that still waited would have led nowhere.
    await sendMails(world);
    expect(mails.map(({ text }) => text.includes(token))).toEqual([true]);
    expect(await refusalOf(office().ask('GET', old))).toBe('link-over');
    await answers(now, 0, YES, 1);
    await drafter.who.ask('DELETE', path(`/addressees/${id}`));
    expect(await refusalOf(office().ask('GET', now))).toBe('link-over');
    expect((await published()).points).toHaveLength(1);
    expect(JSON.stringify(await desk())).not.toContain('example.org');
  });

  test('it answers what it was asked about, and nothing else; half a year after its day the link opens nothing', async () => {
    const link = await ask({ points: [psg(0)], due: day(5) });
    expect(await refusalOf(answers(link, 1))).toBe('not-found');
    world.pass((5 + LINK_DAYS - 1) * DAY);
    expect(await refusalOf(answers(link, 0))).toBe('done');
    world.pass(2 * DAY);
    expect(await refusalOf(office().ask('GET', link))).toBe('link-over');
    expect(await refusalOf(answers(link, 0, YES, 1))).toBe('link-over');
  });

  test('an answer that is put right keeps the day on which it was first given', async () => {
    const link = await ask();
    const first = world.now();
    await answers(link, 0);
    world.pass(3 * DAY);
    await answers(link, 0, { ...YES, outcome: 'partly' }, 1);
    expect((await published()).points[0]?.answers[0]?.given).toMatchObject({
      outcome: 'partly',
      first,
      at: world.now(),
    });
  });

  test('who is asked no longer gets no mail that still waited, and is not waited for on the line', async () => {
    await ask({ email: 'office@example.org', due: day(1) });
    const [asked] = (await drafter.who.ask<AskingDesk>('GET', path('/addressees'))).addressees;
    await drafter.who.ask('DELETE', path(`/addressees/${asked?.id}`));
    await sendMails(world);
    expect(mails).toEqual([]);
    world.pass(3 * DAY);
    const { line: now } = await published();
    expect(now.points).toEqual({ asked: 0, answered: 0, late: 0 });
  });

  test('it is asked only when the text stands still, for a day to come, and about parts that there are', async () => {
    expect(await refusalOf(ask({ due: day(-1) }))).toBe('invalid-request');
    expect(await refusalOf(ask({ points: [`psg_${'0'.repeat(16)}`] }))).toBe('passage-not-there');
    const open = await aConsultation(world, { place: made.place });
    const asked = { name: 'X', locale: 'en', due: day(5), document: open.passages[0]?.document };
    const early = drafter.who.ask('POST', `/consultations/${open.consultation.id}/addressees`, {
      ...asked,
      points: [open.passages[0]?.id],
    });
    expect(await refusalOf(early)).toBe('not-in-this-phase');
  });

  test('it is reminded before and after its day, each once, and not after its last answer', async () => {
    const link = await ask({ email: 'office@example.org', points: [psg(0)], due: day(10) });
    const other = await ask({ email: 'quick@example.org', points: [psg(0)], due: day(10), name: 'Quick office' });
    await answers(other, 0);
    for (let days = 0; days < 30; days++) {
      await remindAddressees(world);
      await remindAddressees(world);
      await sendMails(world);
      world.pass(DAY);
    }
    const got = mails.map(({ to, subject }) => `${to} ${subject.split(' ')[0]}`);
    expect(got.toSorted()).toEqual([
      'office@example.org mail.answer-late-subject',
      'office@example.org mail.answer-late-subject',
      'office@example.org mail.answer-soon-subject',
      'office@example.org mail.asked-subject',
      'quick@example.org mail.asked-subject',
    ]);
    expect(mails.at(-1)?.text).toContain(link.split('/').at(-1));
  });

  test('a second round moves no date of its: it is reminded as before', async () => {
    await ask({ email: 'office@example.org', points: [psg(0)], due: day(10) });
    const { version } = await consultationOf(world, con());
    const at = later(world.now(), HOUR);
    await changePhase(world, made.coordinator, con(), { to: 'suggesting', at, reason: 'Once more.', version });
    for (let i = 0; i < 13; i++) {
      world.pass(DAY);
      await remindAddressees(world);
    }
    await sendMails(world);
    const got = mails.map(({ subject }) => subject.split(' ')[0]).filter((subject) => subject?.includes('answer-'));
    expect(got.toSorted()).toEqual(['mail.answer-late-subject', 'mail.answer-soon-subject']);
  });

  test('asking, answering and putting right are acts of office in the ledger, without any address or token', async () => {
    const link = await ask({ email: 'office@example.org' });
    await answers(link, 0);
    await answers(link, 0, { ...YES, outcome: 'partly' }, 1);
    const lines = await acts();
    expect(lines.map(({ act, role }) => `${act} ${role}`)).toEqual(
      expect.arrayContaining(['ask-addressee drafter', 'give-answer addressee', 'correct-answer addressee']),
    );
    expect(JSON.stringify(lines)).not.toMatch(/example\.org|answer\//);
  });
});

describe('to everybody', () => {
  test('what is not answered after its day says so, on the answers, in the list and on the line', async () => {
    const link = await ask({ points: [psg(0), psg(1)] });
    expect(await line()).toEqual(['asked over', 'drafted over', 'sent over', 'answered now', 'done coming']);
    await answers(link, 0);
    world.pass(7 * DAY);
    const { points } = await published();
    expect(points.map(({ answers: said }) => said[0]?.standing)).toEqual(['answered', 'late']);
    expect((await line())[3]).toBe('answered late');
    const { consultations } = await office().ask<{ consultations: ConsultationBrief[] }>(
      'GET',
      `/places/${made.place.slug}`,
    );
    expect(consultations[0]?.line).toEqual({ step: 'answered', is: 'late' });
    await answers(link, 1, { ...YES, outcome: 'not-taken-up' });
    expect((await line())[3]).toBe('answered over');
  });

  test('a measure follows from what was taken up, says how it goes, and is late when its day is over', async () => {
    const link = await ask();
    await answers(link, 1, { ...YES, outcome: 'not-taken-up' });
    expect(await refusalOf(plan({ passage: psg(1) }))).toBe('not-accepted');
    await answers(link, 0);
    const { id } = await plan();
    world.pass(31 * DAY);
    drafter = await aDrafter(world, made);
    const measures = () => office().ask<PublicMeasure[]>('GET', path('/measures'));
    expect((await measures())[0]?.standing).toBe('late');
    expect((await line())[4]).toBe('done late');
    const moved = { title: { en: 'Ten lifts' }, owner: 'Building office', deadline: day(60), target: {} };
    const more = { indicator: { en: 'Lifts that run' }, state: 'planned', note: {} };
    await drafter.who.ask('PUT', path(`/measures/${id}`), { ...moved, ...more, version: 1 });
    // That a day was moved is no secret.
    const lines = (await acts()).filter(({ act }) => act === 'change-measure');
    expect(lines.map(({ why }) => why)).toEqual([expect.stringMatching(/\d{4}-\d\d-\d\d → \d{4}-\d\d-\d\d$/)]);
    expect((await measures())[0]?.standing).toBe('planned');
    const done = {
      title: { en: 'Ten lifts' },
      owner: 'Building office',
      deadline: (await measures())[0]?.deadline,
      indicator: { en: 'Lifts that run' },
      target: {},
      state: 'done',
      note: { en: 'All ten run.' },
    };
    await drafter.who.ask('PUT', path(`/measures/${id}`), { ...done, version: 2 });
    expect(await refusalOf(drafter.who.ask('PUT', path(`/measures/${id}`), { ...done, version: 1 }))).toBe(
      'changed-meanwhile',
    );
    expect((await measures())[0]).toMatchObject({
      standing: 'done',
      notes: [{ text: { en: { text: 'All ten run.' } } }],
    });
    expect((await line())[4]).toBe('done over');
  });

  test('everything leaves the house as a table and as data; no cell is a formula, and nobody who spoke is in it', async () => {
    const link = await ask({ name: '=HYPERLINK("http://evil.example")' });
    await answers(link, 0, { ...YES, why: { en: '+1 for lifts' }, who: '@office' });
    await plan({ title: { en: '-1 stairs' } });
    const csv = await (await office().send('GET', path('/answers/export.csv'))).text();
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(4);
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const data = await office().ask<Record<string, unknown>[]>('GET', path('/answers/export.json'));
    expect(data.map(({ kind }) => kind)).toEqual(['answer', 'measure', 'answer', 'answer']);
    expect(data.slice(0, 2).map(({ words: why, outcome }) => [why, outcome])).toEqual([
      ['+1 for lifts', 'taken-up'],
      ['-1 stairs', ''],
    ]);
    // As a word: four letters can be the year of a date.
    const said = new Set((csv + JSON.stringify(data)).match(/[\w-]+/g));
    for (const { author } of words) expect(said).not.toContain(author);
  });

  test('the reason of an answer is translated beside the original, which stays the institution’s', async () => {
    await answers(await ask(), 0);
    const [asked] = (await drafter.who.ask<AskingDesk>('GET', path('/addressees'))).addressees;
    const translate = { why: { it: 'Servono ascensori.', en: 'Changed!' }, version: 1 };
    await drafter.who.ask('PUT', path(`/addressees/${asked?.id}/answers/${psg(0)}/translations`), translate);
    const why = (await published()).points[0]?.answers[0]?.given?.why;
    expect(why?.en).toMatchObject({ text: 'Lifts are needed.', provenance: 'original' });
    expect(why?.it).toMatchObject({ text: 'Servono ascensori.', provenance: 'human' });
  });

  test('… and until then it stands on the list of those who translate, after the text and before what people wrote', async () => {
    await answers(await ask(), 0);
    const listed = async () =>
      (await drafter.who.ask<TranslationList>('GET', path('/translations?language=it'))).waiting.map(
        ({ of }) => of.kind,
      );
    const kinds = await listed();
    expect(kinds.filter((kind) => kind === 'answer')).toHaveLength(1);
    expect(kinds).toEqual(['passage', 'answer', 'contribution'].flatMap((kind) => kinds.filter((one) => one === kind)));
    const [asked] = (await drafter.who.ask<AskingDesk>('GET', path('/addressees'))).addressees;
    const translate = { why: { it: 'Servono ascensori.' }, version: 1 };
    await drafter.who.ask('PUT', path(`/addressees/${asked?.id}/answers/${psg(0)}/translations`), translate);
    expect(await listed()).not.toContain('answer');
  });
});

describe('to whoever spoke', () => {
  const became = (n: number) =>
    office().ask<BecameView>('GET', path(`/contributions/${words[n]?.id}/became?language=en`));

  test('her words are in R2, before and after, with the answer and the measure; also when they were merged', async () => {
    await answers(await ask(), 0);
    await plan();
    const own = await became(0);
    expect(own.places).toHaveLength(1);
    const [place] = own.places;
    expect(place?.version).toBe(2);
    expect(place?.change.text.filter(({ is }) => is !== 'same').map(({ is }) => is)).toContain('gone');
    expect(place?.answers[0]?.given?.outcome).toBe('taken-up');
    expect(place?.measures).toHaveLength(1);
    expect(await became(1)).toEqual({ ...own, through: words[0]?.id });
    const table = await drafter.who.ask<Record<string, unknown>[]>('GET', path('/suggestions/export.json'));
    expect(table.map((row) => row['taken-up-in'])).toEqual([`R2 ${psg(0)}`, `R2 ${psg(0)}`]);
  });

  test('one mail tells her of all that was done in a sitting; who wrote is looked up for that alone, each with a line', async () => {
    for (const [person, email] of [
      [anna, 'anna'],
      [berta, 'berta'],
    ] as const) {
      await person.ask('PUT', path('/contact'), { email: `${email}@example.org`, locale: 'en', news: false });
      await sendMails(world);
      const token = /mail\/([\w-]{43})/.exec(mails.at(-1)?.text ?? '')?.[1];
      await person.ask('POST', '/contacts/confirm', { token });
    }
    mails.length = 0;
    await answers(await ask(), 0);
    expect(await tellAuthors(world)).toBe(0);
    world.pass(2 * HOUR);
    expect(await tellAuthors(world)).toBe(2);
    expect(await tellAuthors(world)).toBe(0);
    await sendMails(world);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['anna@example.org', 'berta@example.org']);
    for (const { text } of mails) {
      expect(text).toContain('mail.told-version {\\"name\\":\\"R2\\"}');
      expect(text).toContain('mail.told-answer');
      expect(text).not.toContain('lift');
      // Where her session is not: on whatever she reads her mail with.
      expect(text).toContain(`/en/c/${con()}/versions/2?doc=`);
    }
    expect((await acts()).filter(({ act }) => act === 'resolve-author')).toHaveLength(2);
  });

  test('nobody is looked up where nobody left an address', async () => {
    world.pass(2 * HOUR);
    expect(await tellAuthors(world)).toBe(0);
    expect((await acts()).filter(({ act }) => act === 'resolve-author')).toHaveLength(0);
  });
});
