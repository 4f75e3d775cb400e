import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isLinkable } from '#functions/participants/pseudonyms.ts';
import { addDocument } from '#functions/documents/service.ts';
import { readLines } from '#functions/ledger/store.ts';
import { keys } from '#functions/storage/keys.ts';
import { queryAll } from '#functions/storage/table.ts';
import type { Gap } from '#shared/consultations/publishing.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { CloneSource, ConsultationView, DeskConsultation, PlaceView } from '#shared/consultations/views.ts';
import type { Place } from '#shared/places/schema.ts';
import { DAY, HOUR, later, MINUTE } from '#shared/time.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { aCoordinator, aPlan, aReadyPlace, aWrittenDraft, publish, WORDS } from '#test/support/coordinator.ts';
import { refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let place: Place;
let anna: Resident;
beforeAll(async () => {
  world = await aWorld();
  place = await aReadyPlace(world);
});
// Office sessions are short, and time passes here.
beforeEach(async () => {
  anna = await aCoordinator(world, place);
});
afterAll(() => world.end());

const begin = (): Promise<Consultation> =>
  anna.ask('POST', `/places/${place.slug}/consultations`, {
    title: 'Homes',
    question: 'What should change?',
    language: 'it',
    languages: ['en'],
  });
const needs = async (id: string): Promise<string[]> =>
  (await anna.ask<Gap[]>('GET', `/consultations/${id}/needs`)).map(({ what }) => what);
const view = (id: string) => someoneIn(world).ask<ConsultationView>('GET', `/consultations/${id}`);
const home = () => someoneIn(world).ask<PlaceView>('GET', `/places/${place.slug}`);
const ledger = async (subject: string): Promise<(string | undefined)[][]> =>
  (await readLines(world, place.id, undefined, 200)).lines
    .filter((line) => line.subject === subject)
    .map(({ act, why }) => (why === undefined ? [act] : [act, why]))
    .toSorted();

describe('to a coordinator who prepares a consultation', () => {
  test('two sentences are enough to begin, in her language, which is one of the languages then', async () => {
    const draft = await begin();
    expect(draft).toMatchObject({
      title: { it: { text: 'Homes', provenance: 'original' } },
      languages: ['it', 'en'],
      stages: [],
      draft: { plan: [], opensAtOnce: false },
    });
    expect(await ledger(draft.id)).toEqual([['prepare-consultation']]);
  });

  test('a draft tells what it lacks, and each thing that she does takes one away', async () => {
    const { id } = await begin();
    const lacks = ['words-missing', 'dates-missing', 'text-missing', 'words-untranslated'];
    expect(await needs(id)).toEqual(lacks);
    const why = { it: 'Perché.', en: 'Because.' };
    const words = { title: { en: 'Homes' }, question: { en: 'What?' }, why, whatHappens: why };
    await anna.ask('PATCH', `/consultations/${id}`, { version: 1, ...words });
    expect(await needs(id)).toEqual(['dates-missing', 'text-missing']);
    await anna.ask('PUT', `/consultations/${id}/dates`, { version: 2, stages: aPlan(world), resultDates: [] });
    expect(await needs(id)).toEqual(['text-missing']);
    const said = { it: { text: 'Articolo', provenance: 'original' as const } };
    await addDocument(world, id, {
      kind: 'strategy',
      title: said,
      passages: [{ heading: said, text: said, summary: {} }],
    });
    expect(await needs(id)).toEqual(['text-untranslated']);
  });

  test('what her place lacks stands before everything else', async () => {
    const bare = await aReadyPlace(world, { help: [] });
    const draft = await aConsultation(world, { place: bare, draft: true });
    const gaps = await (
      await aCoordinator(world, bare)
    ).ask<Gap[]>('GET', `/consultations/${draft.consultation.id}/needs`);
    expect(gaps[0]).toMatchObject({ what: 'set-up', setUp: expect.arrayContaining(['help-emergency']) as unknown });
  });

  test('her colleagues find it on the desk and can read it; for everybody else it is not there', async () => {
    const draft = await aWrittenDraft(world, place, anna);
    const mediator = someoneIn(world);
    mediator.useCookie(`__Host-session=${(await aStaffMember(world, place, 'mediator')).token}`);
    const listed = await mediator.ask<DeskConsultation[]>('GET', `/places/${place.slug}/consultations`);
    expect(listed.find(({ id }) => id === draft.id)).toMatchObject({ isDraft: true });
    await mediator.ask('GET', `/consultations/${draft.id}`);
    for (const path of ['', '/passages', '/contributions', '/results', '/ballot']) {
      const refused = await refusalOf(someoneIn(world).ask('GET', `/consultations/${draft.id}${path}`));
      expect([path, refused]).toEqual([path, 'not-found']);
    }
    expect((await home()).consultations.some(({ id }) => id === draft.id)).toBe(false);
    const joining = { consentVersion: 1, oldEnough: true, locale: 'en', reads: ['en'] };
    expect(await refusalOf(someoneIn(world).ask('POST', `/consultations/${draft.id}/join`, joining))).toBe('not-found');
  });

  test('no date of a plan opens it: only publishing does', async () => {
    const draft = await aWrittenDraft(world, place, anna);
    world.pass(15 * DAY);
    anna = await aCoordinator(world, place);
    expect(await refusalOf(view(draft.id))).toBe('not-found');
    expect(await needs(draft.id)).toContain('opening-too-soon');
    expect(await refusalOf(publish(anna, draft))).toBe('not-ready');
  });

  test('somebody who was quicker is not written over', async () => {
    const { id } = await begin();
    await anna.ask('PATCH', `/consultations/${id}`, { version: 1, why: { it: 'Hers.' } });
    expect(await refusalOf(anna.ask('PATCH', `/consultations/${id}`, { version: 1, why: { it: 'Mine.' } }))).toBe(
      'changed-meanwhile',
    );
    const plan = { version: 1, stages: aPlan(world), resultDates: [] };
    expect(await refusalOf(anna.ask('PUT', `/consultations/${id}/dates`, plan))).toBe('changed-meanwhile');
    expect((await anna.ask<Consultation>('GET', `/consultations/${id}`)).why.it?.text).toBe('Hers.');
  });

  test('of two who save at the same moment one is told, and nothing of the other is lost', async () => {
    const { id } = await begin();
    const other = world.beside();
    const mina = await aCoordinator(other, place);
    const edit = (who: Resident, text: string) =>
      refusalOf(who.ask('PATCH', `/consultations/${id}`, { version: 1, why: { it: text } }));
    const outcomes = await Promise.all([edit(anna, 'One.'), edit(mina, 'Two.')]);
    expect(outcomes.toSorted()).toEqual(['changed-meanwhile', 'done']);
    const kept = (await anna.ask<Consultation>('GET', `/consultations/${id}`)).why.it?.text;
    expect(kept).toBe(outcomes[0] === 'done' ? 'One.' : 'Two.');
  });

  test('a draft that she deletes is gone with its texts and the key of its pseudonyms, and the ledger knows', async () => {
    const { consultation } = await aConsultation(world, { place, draft: true });
    const path = `/consultations/${consultation.id}`;
    expect(await refusalOf(anna.ask('DELETE', `${path}?version=7`))).toBe('changed-meanwhile');
    expect(await isLinkable(world, consultation.id)).toBe(true);
    await anna.ask('DELETE', `${path}?version=1`);
    expect(await refusalOf(anna.ask('GET', path))).toBe('not-found');
    expect(await queryAll(world.storage, 'records', { pk: keys.consultation(consultation.id).pk })).toEqual([]);
    expect(await isLinkable(world, consultation.id)).toBe(false);
    expect(await ledger(consultation.id)).toEqual([['delete-draft'], ['prepare-consultation']]);
  });
});

describe('to residents, about publishing', () => {
  test('from that moment everybody can read it, with its first date, and the ledger says who published', async () => {
    const draft = await aWrittenDraft(world, place, anna);
    const published = await publish(anna, draft);
    expect(published.draft).toBeUndefined();
    expect(published.stages).toEqual([{ phase: 'preparing', from: world.now() }, ...(draft.draft?.plan ?? [])]);
    const brief = (await home()).consultations.find(({ id }) => id === draft.id);
    expect(brief?.standing).toEqual({ phase: 'preparing', next: draft.draft?.plan[0] });
    expect((await view(draft.id)).standing.phase).toBe('preparing');
    expect(await ledger(draft.id)).toEqual([['open-consultation'], ['prepare-consultation']]);
    expect(await refusalOf(anna.ask('DELETE', `/consultations/${draft.id}?version=4`))).toBe('already-published');
  });

  test('it opens on its date and not a moment earlier', async () => {
    const draft = await aWrittenDraft(world, place, anna);
    await publish(anna, draft);
    const resident = someoneIn(world);
    expect(await refusalOf(resident.join(draft.id))).toBe('consultation-in-preparation');
    world.pass(10 * DAY);
    expect(await refusalOf(resident.join(draft.id))).toBe('done');
    expect((await resident.suggest(draft.id, 'More lifts.')).text).toBe('More lifts.');
  });

  test('one that opens at once opens a minute later, so that every process knows', async () => {
    const draft = await aWrittenDraft(world, place, anna);
    const plan = { version: draft.version, stages: aPlan(world).slice(1), resultDates: [], opensAtOnce: true };
    const planned = await anna.ask<Consultation>('PUT', `/consultations/${draft.id}/dates`, plan);
    const { stages } = await publish(anna, planned);
    expect(stages[1]).toEqual({ phase: 'suggesting', from: later(world.now(), MINUTE) });
  });

  test.each([
    ['without a text that nobody left out knowingly', { withoutText: false, withoutTranslations: true }],
    ['in languages that nobody said to be missing', { withoutText: true, withoutTranslations: false }],
  ])('nothing is published %s', async (_, waived) => {
    const draft = await aWrittenDraft(world, place, anna);
    const asked = anna.ask('POST', `/consultations/${draft.id}/publication`, { version: draft.version, ...waived });
    expect(await refusalOf(asked)).toBe('not-ready');
  });

  test('of two who publish at once one does, and it is published once', async () => {
    const draft = await aWrittenDraft(world, place, anna);
    const outcomes = await Promise.all([refusalOf(publish(anna, draft)), refusalOf(publish(anna, draft))]);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect((await ledger(draft.id)).filter(([act]) => act === 'open-consultation')).toHaveLength(1);
  });
});

describe('to a coordinator who begins with a copy', () => {
  test('set-up and texts come along, people, votes and words do not; it opens in two weeks at the same hour', async () => {
    const made = await aConsultation(world, { place, phase: 'answered' });
    const clone = await anna.ask<Consultation>('POST', `/places/${place.slug}/clones`, { from: made.consultation.id });
    const { title, areas, languages, doors } = made.consultation;
    expect(clone).toMatchObject({ title, areas, languages, doors, stages: [] });
    expect(clone.id).not.toBe(made.consultation.id);
    const seen = await anna.ask<ConsultationView>('GET', `/consultations/${clone.id}`);
    expect(seen.documents[0]?.passages.map(({ heading }) => heading.en?.text)).toEqual(
      made.passages.map(({ heading }) => heading.en?.text),
    );
    expect(seen.cards).toBe(0);
    const [first] = clone.draft?.plan ?? [];
    const days = (Date.parse(first?.from ?? '') - Date.parse(world.now())) / DAY;
    expect(days).toBeGreaterThanOrEqual(14 - HOUR / DAY);
    expect(days).toBeLessThan(15 + HOUR / DAY);
    expect(clone.draft?.plan.map(({ phase }) => phase)).toEqual(
      made.consultation.stages.slice(1).map(({ phase }) => phase),
    );
    expect((await ledger(clone.id))[0]).toEqual(['prepare-consultation', made.consultation.id]);
  });

  test('other places lend what they have published, and only if they allow it', async () => {
    const others = {
      open: await aReadyPlace(world, { clonableBy: 'everybody' }),
      named: await aReadyPlace(world, { clonableBy: [place.id] }),
      closed: await aReadyPlace(world, { clonableBy: [] }),
      silent: await aReadyPlace(world),
    };
    const made = await Promise.all(
      Object.entries(others).map(async ([name, at]) => ({
        name,
        published: (await aConsultation(world, { place: at })).consultation.id,
        draft: (await aConsultation(world, { place: at, draft: true })).consultation.id,
      })),
    );
    const offered = (await anna.ask<CloneSource[]>('GET', `/places/${place.slug}/clones`)).map(({ id }) => id);
    const clone = (from: string) => refusalOf(anna.ask('POST', `/places/${place.slug}/clones`, { from }));
    for (const { name, published, draft } of made) {
      const may = name === 'open' || name === 'named';
      expect([name, offered.includes(published), offered.includes(draft)]).toEqual([name, may, false]);
      expect([name, await clone(published), await clone(draft)]).toEqual([
        name,
        may ? 'done' : 'not-found',
        'not-found',
      ]);
    }
  });
});

describe('to somebody with hostile words', () => {
  test('the words of a consultation come back as they were sent, or are refused by their field', async () => {
    const { id } = await begin();
    const words = '"><script>alert(1)</script>\u202e ${7*7} {{x}} %s';
    await anna.ask('PATCH', `/consultations/${id}`, { version: 1, ...WORDS, why: { en: words } });
    expect((await anna.ask<Consultation>('GET', `/consultations/${id}`)).why.en?.text).toBe(words);
    const response = await anna.send('PATCH', `/consultations/${id}`, { version: 2, why: { en: 'a\u0000b' } });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ pointer: '/why/en', code: 'words-unsayable' }] },
    ]);
  });
});
