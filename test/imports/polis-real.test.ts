import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPolis } from '#functions/imports/service.ts';
import { readExport, type PolisExport } from '#functions/imports/polis/export.ts';
import { recountIfDue } from '#functions/opinion/recount.ts';
import { consultationOf } from '#functions/consultations/service.ts';
import { publicResults, staffSnapshot } from '#functions/opinion/service.ts';
import { MINUTE } from '#shared/time.ts';
import { aPlace, aStaffMember } from '#test/support/builders.ts';
import { countNow, votesKept } from '#test/support/count.ts';
import { countMatrix, isThere, peopleInMatrix, realExport } from '#test/support/polis.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const REAL = [
  { name: 'vtaiwan.uberx', language: 'zh-Hant', statements: 197, people: 1921, hidden: 78 },
  { name: 'brexit-consensus', language: 'en', statements: 50, people: 204, hidden: 0 },
  { name: '15-per-hour-seattle', language: 'en', statements: 54, people: 339, hidden: 23 },
  { name: 'canadian-electoral-reform', language: 'en', statements: 174, people: 448, hidden: 22 },
  { name: 'scoop-hivemind.affordable-housing', language: 'en', statements: 165, people: 381, hidden: 46 },
] as const;

describe.each(REAL)('a real conversation, $name', ({ name, language, statements, people, hidden }) => {
  let exported: PolisExport;

  beforeAll(() => {
    if (isThere(name)) exported = readExport(realExport(name));
  });

  test('is imported whole: every tally equals its own participant matrix', async ({ skip }) => {
    skip(!isThere(name), 'the export is not on this machine');
    const place = await aPlace(world);
    const { actor } = await aStaffMember(world, place, 'coordinator');
    const { consultation, outcome } = await importPolis(
      world,
      actor,
      exported,
      { place, title: name, language },
      () => undefined,
    );
    expect(outcome).toBe('imported');
    const snapshot = await recountIfDue(world, await consultationOf(world, consultation));
    const truth = countMatrix(name);
    expect(truth.size).toBe(statements);
    expect(snapshot?.ballots).toBe(people);
    expect(snapshot?.ballots).toBe(peopleInMatrix(name));
    const kept = await votesKept(
      world,
      consultation,
      exported.statements.map((_, i) => i + 1),
    );
    const counted = new Map((await countNow(world, consultation)).items.map((row) => [row.item, row]));
    for (const [i, { number, words }] of exported.statements.entries()) {
      expect(kept[i + 1], `statement ${number}`).toEqual(truth.get(number));
      // Words that nobody may see shape no result, though the votes on them are kept.
      const row = counted.get(i + 1);
      expect(row?.dealt).toEqual(words === undefined ? undefined : truth.get(number));
      expect(row?.imported).toEqual(row?.dealt);
      expect(row?.linked ?? { agree: 0, disagree: 0, pass: 0 }).toEqual({ agree: 0, disagree: 0, pass: 0 });
    }
    const shown = await staffSnapshot(world, actor, consultation);
    expect(shown.rows).toHaveLength(statements - hidden);
    await expect(publicResults(world, undefined, consultation)).rejects.toThrow('results-not-yet-public');
    const again = await importPolis(world, actor, exported, { place, title: name, language }, () => undefined);
    expect(again).toEqual({ consultation, outcome: 'already-imported' });
  }, 120_000);

  test('keeps the moment of each vote', ({ skip }) => {
    skip(!isThere(name), 'the export is not on this machine');
    const votes = exported.people.flatMap((person) => person.votes);
    expect(votes.every(({ at }) => at !== undefined && at >= exported.began)).toBe(true);
    expect(Math.max(...votes.map(({ at }) => at ?? 0)) - exported.began).toBeGreaterThan(60 * MINUTE);
  });
});
