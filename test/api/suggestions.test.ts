import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountIfDue } from '#functions/opinion/recount.ts';
import { keys } from '#functions/storage/keys.ts';
import { query } from '#functions/storage/table.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { AnsweredContribution, Work, WorkedOnMany } from '#shared/suggestions/schema.ts';
import type { SuggestionsPage, SuggestionView } from '#shared/suggestions/views.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { twoCamps } from '#test/support/camps.ts';
import { publishedResult } from '#test/support/count.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const drafterIn = async ({ place }: TestConsultation) => {
  const { actor, token } = await aStaffMember(world, place, 'drafter');
  const who = someoneIn(world);
  who.useCookie(`__Host-session=${token}`);
  return { who, participant: actor.participant };
};
const at = ({ consultation }: TestConsultation, rest = '') => `/consultations/${consultation.id}/suggestions${rest}`;

const aScene = async (words: readonly string[]) => {
  const made = await aConsultation(world);
  const author = await aParticipant(world, made.consultation);
  const cards: PublicContribution[] = [];
  for (const text of words)
    cards.push(await author.suggest(made.consultation.id, text, { name: 'Zenobia of Palmyra' }));
  return { made, author, cards, ...(await drafterIn(made)) };
};
const [first, second] = ['Trees on every street', 'Alberi in ogni strada, è più fresco'];

describe('to drafters who work at once', () => {
  test('of two who change the same version one holds, and the other is told; what was not changed stays', async () => {
    const { made, who, participant, cards } = await aScene([first]);
    const path = at(made, `/${cards[0]?.id}`);
    await who.ask<Work>('PATCH', path, { tags: ['green', 'green'], version: 0 });
    const work = await who.ask<Work>('PATCH', path, { assigned: { to: participant, until: '2026-05-01' }, version: 1 });
    expect(work).toMatchObject({ tags: ['green'], assigned: { until: '2026-05-01' }, version: 2 });
    const outcomes = await Promise.all(
      ['a', 'b'].map((tag) => refusalOf(who.ask('PATCH', path, { tags: [tag], version: 2 }))),
    );
    expect(outcomes.toSorted()).toEqual(['changed-meanwhile', 'done']);
    const { tags } = await who.ask<SuggestionsPage>('GET', at(made));
    expect(tags).toContain('green');
  });

  test('many at once: what a colleague changed meanwhile is left as she made it, and named', async () => {
    const { made, who, cards } = await aScene(['One', 'Two', 'Three']);
    await who.ask('PATCH', at(made, `/${cards[1]?.id}`), { tags: ['hers'], version: 0 });
    const of = cards.map(({ id }) => ({ contribution: id, work: 0, version: 0 }));
    const outcome = await who.ask<WorkedOnMany>('POST', at(made, '/many'), { of, act: { do: 'tag', tag: 'mine' } });
    expect(outcome).toEqual({ done: [cards[0]?.id, cards[2]?.id], left: [cards[1]?.id] });
    const found = await who.ask<SuggestionsPage>('GET', at(made, '?tag=mine'));
    expect(found.rows.map(({ contribution }) => contribution.text)).toEqual(['Three', 'One']);
    const { work } = await who.ask<SuggestionView>('GET', at(made, `/${cards[1]?.id}`));
    expect(work.tags).toEqual(['hers']);
  });

  test('merged together, all but the one that stands are part of it', async () => {
    const { made, who, cards } = await aScene(['One', 'Two', 'Three']);
    const of = cards.map(({ id }) => ({ contribution: id, work: 0, version: 0 }));
    await who.ask('POST', at(made, '/many'), { of, act: { do: 'merge', into: cards[1]?.id } });
    const { merged } = await who.ask<SuggestionView>('GET', at(made, `/${cards[1]?.id}`));
    expect(merged.map(({ text }) => text).toSorted()).toEqual(['One', 'Three']);
  });

  test('to merge, two are needed: the one that stands alone changes nothing, and that is said', async () => {
    const { made, who, cards } = await aScene(['One']);
    const of = cards.map(({ id }) => ({ contribution: id, work: 0, version: 0 }));
    const response = await who.send('POST', at(made, '/many'), { of, act: { do: 'merge', into: cards[0]?.id } });
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/of', code: 'nothing-chosen' }] });
  });

  test('what became of a suggestion is a line of the ledger, each time that it changes; tags are none', async () => {
    const { made, who, cards } = await aScene([first]);
    const path = at(made, `/${cards[0]?.id}`);
    const outcome = (is: string) => ({ outcome: is, reason: { en: 'We looked.' } });
    await who.ask('PATCH', path, { tags: ['green'], version: 0 });
    await who.ask('PATCH', path, { outcome: outcome('partly'), version: 1 });
    world.pass(1);
    await who.ask('PATCH', path, { outcome: outcome('partly'), tags: [], version: 2 });
    await who.ask('PATCH', path, { outcome: null, version: 3 });
    const { items } = await query(world.storage, 'records', { pk: keys.ledger(made.place.id, '').pk });
    const lines = items.filter(({ act }) => act === 'answer-suggestion');
    expect(lines.map(({ subject, why }) => [subject, why])).toEqual([
      [cards[0]?.id, 'partly'],
      [cards[0]?.id, 'not yet answered'],
    ]);
  });

  test('nobody is given work who may not do it here', async () => {
    const { made, who, cards } = await aScene([first]);
    const { participant } = await drafterIn(await aConsultation(world));
    const path = at(made, `/${cards[0]?.id}`);
    expect(await refusalOf(who.ask('PATCH', path, { assigned: { to: participant }, version: 0 }))).toBe(
      'invalid-request',
    );
  });
});

describe('to drafters who look for something', () => {
  test('words are found without their accents and capitals, in every order', async () => {
    const { made, who } = await aScene([first, second]);
    const found = async (words: string) =>
      (await who.ask<SuggestionsPage>('GET', at(made, `?words=${encodeURIComponent(words)}`))).rows.map(
        ({ contribution }) => contribution.text,
      );
    expect(await found('PIU e strada')).toEqual([second]);
    expect(await found('street trees')).toEqual([first]);
    expect(await found('nothing like it')).toEqual([]);
  });

  test('words of the translation that she reads are found too, and those of no other', async () => {
    const { made, who, cards } = await aScene([second]);
    const words = { language: 'it', text: 'Alberi ovunque.', checked: false, version: 0 };
    const path = `/consultations/${made.consultation.id}/contributions/${cards[0]?.id}/translations`;
    await who.ask('PUT', path, words);
    const found = async (search: string) => (await who.ask<SuggestionsPage>('GET', at(made, search))).total;
    expect(await found('?words=ovunque&readIn=it')).toBe(1);
    expect(await found('?words=ovunque&readIn=en')).toBe(0);
    expect(await found('?words=fresco&readIn=it')).toBe(1);
  });

  /** Two camps who want different suggestions, and one suggestion about a part; counted. */
  const aCountedScene = async () => {
    const made = await aConsultation(world, { passages: 8 });
    const author = await aParticipant(world, made.consultation);
    const cards = [
      await author.suggest(made.consultation.id, 'Of one camp'),
      await author.suggest(made.consultation.id, 'Of the other'),
      await author.suggest(made.consultation.id, 'About a part', { passage: made.passages[0]!.id }),
    ];
    await twoCamps(world, { ...made, passages: [...made.passages, ...cards] as typeof made.passages }, 60);
    await recountIfDue(world, made.consultation);
    const { who } = await drafterIn(made);
    const list = (search: string) => who.ask<SuggestionsPage>('GET', at(made, `?${search}`));
    return { made, who, cards, list };
  };

  test('a part, no part, and what a group credibly wants by more than half', async () => {
    const { made, list } = await aCountedScene();
    const found = async (search: string) => (await list(search)).rows.map(({ contribution }) => contribution.text);
    expect((await found('passage=none')).toSorted()).toEqual(['Of one camp', 'Of the other']);
    expect(await found(`passage=${made.passages[0]?.id}`)).toEqual(['About a part']);
    const { rows, groups } = await list('list=all');
    expect(groups.length).toBeGreaterThan(1);
    for (const group of groups) {
      const wanted = rows.filter(({ figures }) => (figures?.groups[group]?.low ?? 0) > 0.5);
      expect((await list(`group=${group}`)).rows.map(({ contribution }) => contribution.id)).toEqual(
        wanted.map(({ contribution }) => contribution.id),
      );
    }
    const all = groups.flatMap((group) => rows.map(({ figures }) => figures?.groups[group]?.low ?? 0));
    expect([all.some((low) => low > 0.5), all.some((low) => low > 0 && low <= 0.5)]).toEqual([true, true]);
  });

  test('one after the other in the list that she looks at, also when the one before has just left it', async () => {
    const { made, who, list } = await aCountedScene();
    const asked = 'list=all&outcome=none';
    const ids = (await list(asked)).rows.map(({ contribution }) => contribution.id);
    const open = (at_: number, id = ids[at_]) =>
      who.ask<SuggestionView>('GET', at(made, `/${id}?${asked}&at=${at_}`)).then(({ beside }) => beside);
    expect(await open(0)).toEqual({ at: 0, total: 3, next: { id: ids[1], at: 1 } });
    const middle = { previous: { id: ids[0], at: 0 }, next: { id: ids[2], at: 2 } };
    expect(await open(1)).toEqual({ at: 1, total: 3, ...middle });
    const outcome = { outcome: 'partly', reason: { en: 'Half of it.' } };
    await who.ask('PATCH', at(made, `/${ids[1]}`), { outcome, version: 0 });
    expect(await open(1)).toEqual({ at: 1, total: 2, ...middle, next: { id: ids[2], at: 1 } });
    expect(await open(1, ids[2])).toEqual({ at: 1, total: 2, previous: { id: ids[0], at: 0 } });
    const { beside } = await who.ask<SuggestionView>('GET', at(made, `/${ids[0]}`));
    expect(beside).toBeUndefined();
  });

  test('what was merged before a count is in no list, and what was taken back in no export', async () => {
    const { made, who, cards, author } = await aScene(['One', 'Two', 'Three']);
    await who.ask('PUT', at(made, `/${cards[0]?.id}/merge`), { into: cards[1]?.id, version: 0 });
    await author.ask('DELETE', `/consultations/${made.consultation.id}/contributions/${cards[2]?.id}`);
    const { rows } = await who.ask<SuggestionsPage>('GET', at(made));
    expect(rows.map(({ contribution }) => contribution.text)).toEqual(['Two']);
    const table = await who.ask<Record<string, unknown>[]>('GET', at(made, '/export.json'));
    expect(table.map(({ words, 'stands-under': under }) => [words, under])).toEqual([
      ['One', cards[1]?.item],
      ['Two', ''],
    ]);
  });
});

describe('to everybody who reads a result', () => {
  test('a group has the name that the drafters gave it, with a line of the ledger; two who name it at once do not both hold', async () => {
    const made = await aConsultation(world, { passages: 8 });
    await twoCamps(world, made, 60);
    await recountIfDue(world, made.consultation);
    const { who } = await drafterIn(made);
    const [label = ''] = (await who.ask<SuggestionsPage>('GET', at(made))).groups;
    const path = `/consultations/${made.consultation.id}/groups/${label}/name`;
    const name = (text: string) => refusalOf(who.ask('PUT', path, { name: { en: text }, version: 0 }));
    expect((await Promise.all([name('Gardeners'), name('Gardeners')])).toSorted()).toEqual([
      'changed-meanwhile',
      'done',
    ]);
    const { groups } = await publishedResult(world, made);
    expect(groups.list.find((group) => group.label === label)?.name?.en?.text).toBe('Gardeners');
    const { items } = await query(world.storage, 'records', { pk: keys.ledger(made.place.id, '').pk });
    expect(items.filter(({ act }) => act === 'name-group').map(({ why }) => why)).toEqual([`${label}: Gardeners`]);
  });
});

describe('to a resident', () => {
  test('what became of her words is public once the city has answered, and not before', async () => {
    const { made, who, cards, author } = await aScene([first]);
    const outcome = { outcome: 'partly', reason: { en: 'Half of the streets.' } };
    await who.ask('PATCH', at(made, `/${cards[0]?.id}`), { outcome, version: 0 });
    const read = (person: Resident) =>
      person.ask<AnsweredContribution>('GET', `/consultations/${made.consultation.id}/contributions/${cards[0]?.id}`);
    expect(await read(author)).not.toHaveProperty('outcome');
    const answered = made.consultation.stages.find(({ phase }) => phase === 'answered')?.from ?? '';
    const later = world.beside();
    const now = world.now();
    world.setClock(answered);
    const told = await someoneIn(later).ask<AnsweredContribution>(
      'GET',
      `/consultations/${made.consultation.id}/contributions/${cards[0]?.id}`,
    );
    world.setClock(now);
    expect(told.outcome).toMatchObject({ outcome: 'partly', reason: { en: { text: 'Half of the streets.' } } });
  });
});

describe('to whoever opens an export', () => {
  const HOSTILE = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', 'a "quoted", word\nand a line', 'شجرة'];

  const exported = async (scene: Awaited<ReturnType<typeof aScene>>): Promise<string> =>
    Buffer.from(await (await scene.who.send('GET', at(scene.made, '/export.csv'))).arrayBuffer()).toString();

  test('every word comes back through a parser; what a spreadsheet would calculate is inert', async () => {
    const scene = await aScene(HOSTILE);
    const csv = await exported(scene);
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
    expect(rows.map(({ words }) => words)).toEqual(HOSTILE.map((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text)));
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const data = await scene.who.ask<Record<string, string>[]>('GET', at(scene.made, '/export.json'));
    expect(data.map(({ words }) => words)).toEqual(HOSTILE);
  });

  test('nobody can be followed from one consultation to another, and no private note leaves', async () => {
    const scenes = [await aScene(['One thing']), await aScene(['Another thing'])];
    const cells: Set<string>[] = [];
    for (const scene of scenes) {
      const note = at(scene.made, `/${scene.cards[0]?.id}/notes`);
      await scene.who.ask('POST', note, { text: 'canary between colleagues' });
      const csv = await exported(scene);
      const json = await (await scene.who.send('GET', at(scene.made, '/export.json'))).text();
      for (const text of [csv, json]) {
        expect(text).not.toMatch(/Zenobia|canary|prt_/);
        // As a word: four letters can be the year of a date.
        expect(text.match(/[\w-]+/g)).not.toContain(scene.cards[0]?.author);
      }
      const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
      cells.push(new Set(rows.flatMap((row) => Object.values(row))));
    }
    // What two exports share are numbers and words of the interface: nothing that stands for a person.
    const shared = [...(cells[0] ?? [])].filter((cell) => cells[1]?.has(cell));
    expect(shared.filter((cell) => !['', 'suggestion', 'en'].includes(cell) && !/^[\d.]+$/.test(cell))).toEqual([]);
  });
});
