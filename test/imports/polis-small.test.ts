import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scanBallots } from '#functions/ballots/scanning.ts';
import { consultationOf } from '#functions/consultations/service.ts';
import { listAbout } from '#functions/contributions/service.ts';
import { importedId, importPolis, type Importing } from '#functions/imports/service.ts';
import { ExportFaulty } from '#functions/imports/polis/csv.ts';
import { readExport } from '#functions/imports/polis/export.ts';
import { readLedger } from '#functions/ledger/reading.ts';
import { viewPlace } from '#functions/places/service.ts';
import type { Actor } from '#functions/participants/actor.ts';
import { secondsOf } from '#shared/ballots/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import { aPlace, aStaffMember } from '#test/support/builders.ts';
import { votesKept } from '#test/support/count.ts';
import { SMALL_EXPORT, withExport, type ExportFiles } from '#test/support/polis.ts';
import { aResident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let place: Place;
let actor: Actor;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const newPlace = async (): Promise<Importing> => {
  place = await aPlace(world);
  ({ actor } = await aStaffMember(world, place, 'coordinator'));
  return { place, title: 'The square', language: 'en' };
};
const read = async (files: ExportFiles) => {
  let exported: ReturnType<typeof readExport> | undefined;
  await withExport(files, (folder) => {
    exported = readExport(folder);
  });
  return exported as ReturnType<typeof readExport>;
};
const importInto = async (given: Importing, files: ExportFiles) =>
  importPolis(world, actor, await read(files), given, () => undefined);

const tallies = async (id: ConsultationId) =>
  Object.values(await votesKept(world, id, [1, 2, 3])).map(({ agree, disagree, pass }) => [agree, disagree, pass]);

const timesIn = async (id: ConsultationId): Promise<Record<string, number>[]> => {
  const ballots: Record<string, number>[] = [];
  let votes: Record<string, number> = {};
  await scanBallots(world, id, {
    vote: (_, item, stored) => void (votes[item] = secondsOf(stored)),
    text: () => {},
    end: () => {
      ballots.push(votes);
      votes = {};
    },
  });
  return ballots.sort((a, b) => Object.keys(b).length - Object.keys(a).length);
};

describe('an import', () => {
  test('is an act of a coordinator that the ledger holds', async () => {
    const given = await newPlace();
    const { consultation } = await importInto(given, SMALL_EXPORT);
    const { lines } = await readLedger(world, actor, place.id, undefined);
    expect(lines).toContainEqual(
      expect.objectContaining({
        act: 'import-consultation',
        role: 'coordinator',
        by: actor.participant,
        subject: consultation,
      }),
    );
    const { actor: analyst } = await aStaffMember(world, place, 'analyst');
    await expect(importPolis(world, analyst, await read(SMALL_EXPORT), given, () => undefined)).rejects.toThrow(
      'role-missing',
    );
  });

  test('shows hidden statements to nobody, and keeps the votes on them', async () => {
    const given = await newPlace();
    const { consultation } = await importInto(given, SMALL_EXPORT);
    const everything = JSON.stringify(
      await listAbout(world, undefined, consultation, { passage: undefined, order: 'oldest', after: undefined }),
    );
    expect(everything).toContain('More benches, please');
    expect(everything).not.toContain('nobody should read');
    const reader = aResident((path, init) => world.app.request(path, init));
    await reader.join(consultation);
    expect((await reader.deck(consultation)).cards).toHaveLength(2);
    expect(await tallies(consultation)).toEqual([
      [2, 0, 0],
      [0, 1, 0],
      [0, 1, 1],
    ]);
  });

  test('keeps the times of single votes, and none where only the matrix knows the vote', async () => {
    const { consultation } = await importInto(await newPlace(), SMALL_EXPORT);
    expect(await timesIn(consultation)).toEqual([
      { 1: 40, 2: 50, 3: 60 },
      { 1: 70, 3: 0 },
    ]);
  });

  test('lets the matrix decide where single votes differ', async () => {
    const votes = `${SMALL_EXPORT.votes}\n1500000080000,then,0,1,-1\n1500000090000,then,1,2,1`;
    const exported = await read({ ...SMALL_EXPORT, votes });
    expect(exported.people[1]?.votes).toEqual([
      { statement: 0, choice: 'agree', at: 1_500_000_080_000 },
      { statement: 2, choice: 'disagree', at: undefined },
    ]);
    expect(exported.notes).toEqual(
      expect.arrayContaining([
        'Votes that differ between votes.csv and the matrix, which decides: 1.',
        'Votes of votes.csv that the matrix does not have, skipped: 1.',
        'Participants who never voted, and get no ballot: 1.',
      ]),
    );
  });

  test('takes the latest of several votes where there is no matrix', async () => {
    const { 'participants-votes': _, ...files } = SMALL_EXPORT;
    const exported = await read(files);
    expect(exported.people.map(({ votes }) => votes.map(({ choice }) => choice))).toEqual([
      ['agree', 'disagree', 'pass'],
      ['agree'],
    ]);
  });

  test('leaves out words that cannot stand here, says so, and keeps the votes', async () => {
    const comments = SMALL_EXPORT.comments.replace('Fewer cars on the square', 'x'.repeat(501));
    const exported = await read({ ...SMALL_EXPORT, comments });
    expect(exported.statements[1]?.words).toBeUndefined();
    expect(exported.notes.join(' ')).toContain('comments.csv, line 3: the statement is longer than 500 characters');
  });

  test('that was cut short is seen by nobody, and the next run finishes it', async () => {
    const given = await newPlace();
    const exported = await read(SMALL_EXPORT);
    const cut = importPolis(world, actor, exported, given, (step) => {
      if (step === 'ballots') throw new Error('the plug was pulled');
    });
    await expect(cut).rejects.toThrow('the plug was pulled');
    const id = importedId(place.id, exported);
    await expect(consultationOf(world, id)).rejects.toThrow('not-found');
    expect((await viewPlace(world, place.slug)).consultations).toEqual([]);
    expect((await world.app.request(`/api/consultations/${id}`)).status).toBe(404);
    const finished = await importPolis(world, actor, exported, given, () => undefined);
    expect(finished).toEqual({ consultation: id, outcome: 'resumed' });
    expect(await timesIn(id)).toEqual([
      { 1: 40, 2: 50, 3: 60 },
      { 1: 70, 3: 0 },
    ]);
    expect((await viewPlace(world, place.slug)).consultations).toHaveLength(1);
  });

  test('goes on with residents: they vote beside the imported ballots, and what they add gets a number of its own', async () => {
    const { consultation } = await importInto(await newPlace(), SMALL_EXPORT);
    const resident = aResident((path, init) => world.app.request(path, init));
    await resident.join(consultation);
    const { cards } = await resident.deck(consultation);
    await resident.cast(
      consultation,
      cards.map(({ item, deal }) => ({ item, deal, choice: 'agree' as const })),
    );
    expect((await resident.ballot(consultation)).votes.every(({ counts }) => counts)).toBe(true);
  });
});

const FAULTS: [string, ExportFiles, string, number, string][] = [
  [
    'a cell too many',
    { comments: `${SMALL_EXPORT.comments}\n1,then,3,0,0,0,1,one,two` },
    'comments.csv',
    5,
    '9 cells instead of 8',
  ],
  [
    'an open quotation mark',
    { comments: `${SMALL_EXPORT.comments}\n1,then,3,0,0,0,1,"never closed` },
    'comments.csv',
    5,
    'quotation mark',
  ],
  [
    'a statement twice',
    { comments: `${SMALL_EXPORT.comments}\n1,then,1,0,0,0,1,again` },
    'comments.csv',
    5,
    'repeats the comment-id 1',
  ],
  ['no number', { comments: SMALL_EXPORT.comments.replace(',2,1,', ',two,1,') }, 'comments.csv', 4, 'comment-id'],
  [
    'an unknown choice',
    { 'participants-votes': SMALL_EXPORT['participants-votes'].replace('1,,-1', '1,,7') },
    'participants-votes.csv',
    3,
    'statement 2',
  ],
  [
    'a person twice',
    { 'participants-votes': `${SMALL_EXPORT['participants-votes']}\n1,0,0,0,0,0,1,1,1` },
    'participants-votes.csv',
    5,
    'repeats the participant 1',
  ],
  [
    'a short row',
    { 'participants-votes': `${SMALL_EXPORT['participants-votes']}\n3,0,0` },
    'participants-votes.csv',
    5,
    '3 cells instead of 9',
  ],
  ['a vote without time', { votes: `${SMALL_EXPORT.votes}\nsoon,then,0,0,1` }, 'votes.csv', 7, 'timestamp'],
  ['a missing column', { votes: 'timestamp,vote\n1,1' }, 'votes.csv', 1, 'comment-id, voter-id'],
];

describe('a malformed row', () => {
  test.each(FAULTS)('with %s is named by file and line', async (_, files, file, line, what) => {
    const faulty = await read({ ...SMALL_EXPORT, ...files }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(faulty).toBeInstanceOf(ExportFaulty);
    expect((faulty as ExportFaulty).faults).toContainEqual({ file, line, what: expect.stringContaining(what) });
  });

  test('after a statement of several lines is still named by its own line', async () => {
    const comments = `${SMALL_EXPORT.comments}\n1500000000000,then,3,0,0,0,1,"one\ntwo\nthree"\n1500000000000,then,x,0,0,0,1,four`;
    await expect(read({ ...SMALL_EXPORT, comments })).rejects.toMatchObject({
      faults: [{ file: 'comments.csv', line: 8 }],
    });
  });

  test('and a folder without votes or statements is refused', async () => {
    await expect(read({ comments: SMALL_EXPORT.comments })).rejects.toBeInstanceOf(ExportFaulty);
    await expect(read({ votes: SMALL_EXPORT.votes })).rejects.toBeInstanceOf(ExportFaulty);
  });
});
