import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readLines } from '#functions/ledger/store.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { DAY, HOUR, later, MINUTE } from '#shared/time.ts';
import { aConsultation, type TestConsultation } from '#test/support/builders.ts';
import { aCoordinator, aReadyPlace, aWrittenDraft, publish } from '#test/support/coordinator.ts';
import { refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let made: TestConsultation;
let anna: Resident;
beforeAll(async () => {
  world = await aWorld();
});
beforeEach(async () => {
  made = await aConsultation(world, { place: await aReadyPlace(world) });
  anna = await aCoordinator(world, made.place);
});
afterAll(() => world.end());

const note = { en: 'A mistake in the first line.', it: 'Un errore nella prima riga.' };
const patch = (edit: object) => anna.ask<Consultation>('PATCH', `/consultations/${made.consultation.id}`, edit);
const dates = (more: object) =>
  anna.ask<Consultation>('PUT', `/consultations/${made.consultation.id}/dates`, {
    version: 1,
    stages: ahead(),
    resultDates: [],
    reason: note,
    ...more,
  });
const close = (at: string, more: object = {}) =>
  anna.ask<Consultation>('POST', `/consultations/${made.consultation.id}/closing`, {
    version: 1,
    at,
    reason: note,
    ...more,
  });
const ahead = () => made.consultation.stages.filter(({ from }) => from > world.now());
const seen = (): Promise<ConsultationView> =>
  someoneIn(world).ask<ConsultationView>('GET', `/consultations/${made.consultation.id}`);
const ledger = async () =>
  (await readLines(world, made.place.id, undefined, 50)).lines.map(({ act, why }) => [act, why]);

describe('to residents, about corrections of something published', () => {
  test('every correction is told to everybody, with what it was about, when and why', async () => {
    await patch({ version: 1, title: { en: 'Homes for everybody' }, areas: ['housing', 'work'], note });
    const { title, changes } = await seen();
    expect(title.en?.text).toBe('Homes for everybody');
    expect(changes).toEqual([
      {
        at: world.now(),
        what: ['title', 'areas'],
        note: {
          en: { text: note.en, provenance: 'original' },
          it: expect.objectContaining({ text: note.it }) as unknown,
        },
      },
    ]);
    expect(await ledger()).toContainEqual(['correct-consultation', `title, areas: ${note.en}`]);
  });

  test('nothing published changes without a word', async () => {
    const response = await anna.send('PATCH', `/consultations/${made.consultation.id}`, {
      version: 1,
      title: { en: 'Oh' },
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ pointer: '/note', code: 'words-missing' }] },
    ]);
    expect(await refusalOf(patch({ version: 1, title: { en: 'Oh' }, note: { en: ' ' } }))).toBe('invalid-request');
    expect((await seen()).title.en?.text).toBe('Homes for all');
  });

  test('what changes nothing is no change', async () => {
    await patch({ version: 1, title: { en: 'Homes for all' }, areas: ['housing'], note });
    expect((await seen()).changes).toEqual([]);
  });

  test('translations, languages and ways to take part can be added while it is open', async () => {
    const more = { languages: ['en', 'it', 'ar', 'fr'], doors: ['open', 'handed'], title: { fr: 'Logements' } };
    expect(await patch({ version: 1, ...more, note })).toMatchObject({ languages: more.languages, doors: more.doors });
    expect((await seen()).title.fr).toMatchObject({ text: 'Logements', provenance: 'human' });
  });

  test.each([
    ['its words', { title: { en: '' } }, 'wording-removed'],
    ['a language', { languages: ['en', 'it'] }, 'language-in-use'],
    ['a way to take part', { doors: ['handed'] }, 'door-in-use'],
    ['the question about groups', { belonging: null }, 'belonging-in-use'],
  ])('while it is open nobody takes %s from them', async (_, edit, reason) => {
    expect(await refusalOf(patch({ version: 1, ...edit, note }))).toBe(reason);
  });

  test('the words of the question about groups can be put right, and no answer is added', async () => {
    const { belonging } = made.consultation;
    const answers = (belonging?.answers ?? []).map(({ key }) => ({ key, label: { en: `Of the ${key}` } }));
    const question = { question: { en: 'Are you one of these?' }, why: { en: 'You need not say.' }, answers };
    const corrected = await patch({ version: 1, belonging: question, note });
    expect(corrected.belonging).toMatchObject({ version: 1, answers: [{ key: 'roma' }, { key: 'newcomers' }] });
    const one = { key: 'others', label: { en: 'Others' } };
    const more = { version: 2, belonging: { ...question, answers: [...answers, one] }, note };
    expect(await refusalOf(patch(more))).toBe('belonging-in-use');
  });

  test('before it opens a language may still be taken back', async () => {
    const place = await aReadyPlace(world);
    const mina = await aCoordinator(world, place);
    const published = await publish(mina, await aWrittenDraft(world, place, mina));
    const edit = { version: published.version, languages: ['en'], note };
    expect(await mina.ask('PATCH', `/consultations/${published.id}`, edit)).toMatchObject({ languages: ['en'] });
  });

  test('of two corrections at once one is told that somebody was quicker', async () => {
    const one = patch({ version: 1, title: { en: 'One' }, note });
    const two = patch({ version: 1, title: { en: 'Two' }, note });
    expect((await Promise.all([refusalOf(one), refusalOf(two)])).toSorted()).toEqual(['changed-meanwhile', 'done']);
    expect((await seen()).changes).toHaveLength(1);
  });
});

describe('to residents, about changed dates', () => {
  test('dates ahead move with a reason that everybody reads; what has been stays', async () => {
    const stages = ahead().map(({ phase, from }) => ({ phase, from: later(from, DAY) }));
    const { stages: after } = await dates({ stages });
    expect(after).toEqual([...made.consultation.stages.slice(0, 2), ...stages]);
    expect((await seen()).changes).toMatchObject([{ what: ['dates'], note: { en: { text: note.en } } }]);
    expect(await refusalOf(dates({ stages, version: 2, reason: undefined }))).toBe('done');
    const back = made.consultation.stages.slice(2);
    expect(await refusalOf(dates({ stages: back, version: 2, reason: undefined }))).toBe('invalid-request');
  });

  test('another round can be added, and is announced at once', async () => {
    const [deliberating, drafting, ...end] = ahead();
    const at = (days: number) => later(drafting?.from ?? '', days * DAY);
    const round = [
      { phase: 'suggesting', from: at(1) },
      { phase: 'deliberating', from: at(2) },
      { phase: 'drafting', from: at(3) },
    ];
    const { stages } = await dates({ stages: [deliberating, drafting, ...round, ...end] });
    expect(stages.map(({ phase }) => phase).filter((phase) => phase === 'suggesting')).toHaveLength(2);
  });

  test.each<[string, () => object, string]>([
    ['into the past', () => ({ stages: [{ ...ahead()[0], from: later(world.now(), -1) }] }), 'too-soon'],
    [
      'to less than a minute ahead',
      () => ({ stages: [{ ...ahead()[0], from: later(world.now(), 59_999) }] }),
      'too-soon',
    ],
    ['out of order', () => ({ stages: ahead().toReversed() }), 'phase-not-next'],
    [
      'so that a result comes while people vote',
      () => ({ resultDates: [later(world.now(), DAY)] }),
      'result-dates-fixed',
    ],
    [
      'so that a result comes after the end',
      () => ({ resultDates: [later(world.now(), 300 * DAY)] }),
      'result-dates-outside',
    ],
  ])('they never move %s', async (_, more, reason) => {
    expect(await refusalOf(dates(more()))).toBe(reason);
  });

  test('results of a round to come can be announced before it opens', async () => {
    const place = await aReadyPlace(world);
    const mina = await aCoordinator(world, place);
    const published = await publish(mina, await aWrittenDraft(world, place, mina));
    const stages = published.stages.slice(1);
    const resultDates = [later(stages[0]?.from ?? '', DAY)];
    const changed = await mina.ask<Consultation>('PUT', `/consultations/${published.id}/dates`, {
      version: published.version,
      stages,
      resultDates,
      reason: note,
    });
    expect(changed.resultDates).toEqual(resultDates);
  });

  test('a change by hand is told to everybody too', async () => {
    await anna.ask('POST', `/consultations/${made.consultation.id}/phases`, {
      to: 'deliberating',
      at: later(world.now(), HOUR),
      reason: 'All is said.',
      version: 1,
    });
    expect((await seen()).changes).toMatchObject([{ what: ['dates'], note: { en: { text: 'All is said.' } } }]);
  });
});

describe('to residents, about voting that ends early', () => {
  test('it ends when it says, not before, and the reason stands on the page', async () => {
    const person = someoneIn(world);
    await person.join(made.consultation.id);
    const at = later(world.now(), 2 * MINUTE);
    await close(at);
    const [passage] = made.passages;
    world.pass(2 * MINUTE - 1);
    expect(await refusalOf(person.vote(made.consultation.id, passage?.item ?? 0, 'agree'))).toBe('done');
    world.pass(1);
    expect(await refusalOf(person.vote(made.consultation.id, passage?.item ?? 0, 'pass'))).toBe('phase-has-passed');
    expect((await seen()).changes).toMatchObject([{ what: ['closing'], note: { en: { text: note.en } } }]);
    expect(await ledger()).toContainEqual(['change-phase', `closing ${at}: ${note.en}`]);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['at short notice', () => close(later(world.now(), MINUTE)), 'too-soon'],
    ['without a reason', () => close(later(world.now(), HOUR), { reason: {} }), 'invalid-request'],
    ['later than planned', () => close(later(world.now(), 30 * DAY)), 'after-the-following-date'],
    [
      'by whoever has not seen the last change',
      () => close(later(world.now(), HOUR), { version: 9 }),
      'changed-meanwhile',
    ],
  ])('it is never ended %s', async (_, act, reason) => {
    expect(await refusalOf(act())).toBe(reason);
  });

  test('announced results that would come after the end are published at the end', async () => {
    const place = await aReadyPlace(world);
    const resultDates = [later(world.now(), DAY), later(world.now(), 12 * DAY)];
    made = await aConsultation(world, { place, resultDates });
    anna = await aCoordinator(world, place);
    const { resultDates: after } = await close(later(world.now(), 10 * DAY));
    expect(after).toEqual([resultDates[0]]);
  });
});
