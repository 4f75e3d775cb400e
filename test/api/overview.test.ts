import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountIfDue } from '#functions/opinion/recount.ts';
import type { StaffResultsView } from '#shared/consultations/views.ts';
import { TABLES } from '#shared/overview/rules.ts';
import type { AllTables, OverviewView, ReportView } from '#shared/overview/schema.ts';
import type { SuggestionsPage } from '#shared/suggestions/views.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { twoCamps } from '#test/support/camps.ts';
import { aParticipant, someoneIn } from '#test/support/people.ts';
import { readsOf } from '#test/support/reads.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const at = ({ consultation }: TestConsultation, rest: string) => `/consultations/${consultation.id}${rest}`;

/** Sixty people in two camps, and so many suggestions, counted. */
const aScene = async (suggestions: number) => {
  const made = await aConsultation(world, { passages: 8 });
  const author = await aParticipant(world, made.consultation);
  for (let n = 0; n < suggestions; n++) await author.suggest(made.consultation.id, `Thing ${n}`);
  await twoCamps(world, made, 60);
  await recountIfDue(world, made.consultation);
  const { token } = await aStaffMember(world, made.place, 'drafter');
  const drafterOf = (process: TestWorld) => {
    const who = someoneIn(process);
    who.useCookie(`__Host-session=${token}`);
    return who;
  };
  return { made, drafterOf, who: drafterOf(world) };
};

describe('to drafters', () => {
  test('the overview says what the last count, its lists and its groups say, with the names they gave', async () => {
    const { made, who } = await aScene(4);
    const counted = await who.ask<StaffResultsView>('GET', at(made, '/snapshot'));
    const label = counted.groups.list[0]?.label ?? '';
    await who.ask('PUT', at(made, `/groups/${label}/name`), { name: { en: 'Gardeners' }, version: 0 });
    const { count, turnout } = await who.ask<OverviewView>('GET', at(made, '/overview'));
    expect(count).toMatchObject({ hash: counted.hash, ballots: 60, map: counted.map });
    expect(count?.groups.list.map(({ label: one, ballots }) => [one, ballots])).toEqual(
      counted.groups.list.map(({ label: one, ballots }) => [one, ballots]),
    );
    expect(count?.groups.list[0]?.name?.en?.text).toBe('Gardeners');
    const heard = counted.groups.list.map(({ defining }) => defining.map(({ item }) => item).toSorted());
    const shown = count?.groups.list.map(({ agrees, disagrees }) =>
      [...agrees, ...disagrees].map(({ item }) => item).toSorted(),
    );
    expect(shown).toEqual(heard);
    const all = await who.ask<SuggestionsPage>('GET', at(made, '/suggestions?list=all'));
    expect(count?.lists.find(({ list }) => list === 'all')).toEqual({
      list: 'all',
      rows: all.rows.slice(0, 3),
      total: 4,
    });
    // Forty read English and twenty Italian; who reads neither could be worked out if "others" were not a cell.
    expect(turnout?.doors.total).toBe(60);
    // They were brought in, and did join; and so did she who spoke and never voted.
    expect(turnout?.joined.total).toBe(61);
  });

  test('the report has every part of the text, and what nobody took up or answered', async () => {
    const { made, who } = await aScene(3);
    const report = () => who.ask<ReportView>('GET', at(made, '/overview/report'));
    const before = await report();
    expect(before.passages.map(({ passage }) => passage.id)).toEqual(made.passages.map(({ id }) => id));
    expect(before.coverage).toMatchObject({ all: 3, left: 3, answered: 0 });
    const [row] = (await who.ask<SuggestionsPage>('GET', at(made, '/suggestions?list=all'))).rows;
    const outcome = { outcome: 'partly', reason: { en: 'Half of it.' } };
    await who.ask('PATCH', at(made, `/suggestions/${row?.contribution.id}`), { outcome, version: 0 });
    expect((await report()).coverage).toMatchObject({ all: 3, left: 2, answered: 1 });
  });

  test('every table comes back through a parser, the same in both forms', async () => {
    const { made, who } = await aScene(2);
    const data = await who.ask<AllTables>('GET', at(made, '/overview/tables'));
    for (const table of TABLES) {
      const answer = await who.send('GET', at(made, `/overview/tables/${table}`));
      const csv = Buffer.from(await answer.arrayBuffer()).toString();
      const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
      expect(rows.length, table).toBeGreaterThan(0);
      expect(rows).toEqual(
        data[table].map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell)]))),
      );
    }
  });

  test('a page costs as many reads for sixty suggestions as for twenty, in a process that remembers nothing', async () => {
    const reads = async (suggestions: number): Promise<number[]> => {
      const { made, drafterOf } = await aScene(suggestions);
      const counts: number[] = [];
      const many = '/suggestions?list=too-little';
      for (const path of ['/overview', many, `${many}&kind=suggestion&language=en&passage=none`]) {
        const cold = world.beside();
        counts.push(await readsOf(world.storage, () => drafterOf(cold).ask('GET', at(made, path))));
      }
      return counts;
    };
    const [few, many] = [await reads(20), await reads(60)];
    expect(many).toEqual(few);
  }, 60_000);
});
