import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TransparencyReport } from '#shared/moderation/report-schema.ts';
import type { Statement } from '#shared/moderation/transparency.ts';
import { DAY, dayOf } from '#shared/time.ts';
import type { Place } from '#shared/places/schema.ts';
import { halfYearOf } from '#shared/moderation/half-years.ts';
import { aConsultation } from '#test/support/builders.ts';
import { aCase, aModerator, caseNow, removing, tellNow } from '#test/support/cases.ts';
import { aParticipant, refusalOf, someoneIn } from '#test/support/people.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

const MANY = 6;
const PERSON = 'anna.rossi@example.org';

let world: TestWorld;
let place: Place;
let decidedOn: string;
beforeAll(async () => {
  world = await aWorld();
  const made = await aConsultation(world);
  ({ place } = made);
  const moderator = await aModerator(world, place);
  for (let i = 0; i < MANY; i++) {
    const author = await aParticipant(world, made.consultation);
    const one = await aCase(world, { place, con: made.consultation.id, author });
    const { version } = await caseNow(world, one.id);
    const facts = { phrases: ['insults-a-group' as const], words: `She writes to ${PERSON}.`, language: 'en' as const };
    await moderator.ask('POST', `${one.path}/decision`, removing(one.text, version, { facts }));
    await tellNow(world, one);
  }
  decidedOn = dayOf(world.now());
});
afterAll(() => world.end());

describe('to the public, about how a place moderates', () => {
  test('what the EU’s database gets shows no person, though the author was told', async () => {
    const reader = await aModerator(world, place);
    const file = `/places/${place.slug}/statements?from=${decidedOn}&until=${decidedOn}`;
    const { statements } = await reader.ask<{ statements: Statement[] }>('GET', file);
    expect(statements.length).toBeGreaterThan(0);
    expect(new Set(statements.map(({ puid }) => puid)).size).toBe(statements.length);
    expect(JSON.stringify(statements)).not.toContain(PERSON);
    for (const { decision_facts: facts } of statements) expect(facts.length).toBeGreaterThan(10);
    expect((await reader.send('GET', file)).headers.get('X-Batches')).toBe('1');
    expect(await reader.ask('GET', `${file}&batch=2`)).toEqual({ statements: [] });
    expect(await reader.ask('GET', `/places/${place.slug}/statements?from=2020-01-01&until=2020-12-31`)).toEqual({
      statements: [],
    });
  });

  test('a half-year that runs is told to nobody; when it has ended, anybody reads it, as a page, a table and data', async () => {
    const running = halfYearOf(world.now());
    const visitor = someoneIn(world);
    const address = `/places/${place.slug}/transparency`;
    expect(await refusalOf(visitor.ask('GET', `${address}?period=${running}`))).toBe('not-found');
    expect((await visitor.ask<TransparencyReport>('GET', address)).periods).not.toContain(running);
    world.pass(190 * DAY);
    const report = await visitor.ask<TransparencyReport>('GET', `${address}?period=${running}`);
    expect(report.periods).toContain(running);
    expect(report.tables['decisions-by-outcome'].total).toBe(MANY);
    expect(report.hours.decision).toBeGreaterThan(0);
    // Six are too few for a table of eight kinds.
    expect(report.tables['decisions-by-kind'].cells).toBeNull();
    const csv = await (await visitor.send('GET', `${address}.csv?period=${running}`)).text();
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toContainEqual({ period: running, table: 'decisions-by-outcome', row: 'total', number: String(MANY) });
    expect(csv).toMatch(/\r\n$/);
  });
});
