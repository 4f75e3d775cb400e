import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBallot } from '#functions/ballots/imported.ts';
import { consultationOf } from '#functions/consultations/service.ts';
import { recount, recountIfDue } from '#functions/opinion/recount.ts';
import type { ResultsView, StaffResultsView } from '#shared/consultations/views.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { MINUTE } from '#shared/time.ts';
import { aConsultation, aPlace, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { publishedResult, staffResult } from '#test/support/count.ts';
import type { Ledger } from '#test/support/ledger.ts';
import { aParticipant, participants, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let folder: string;
beforeAll(async () => {
  world = await aWorld();
  folder = mkdtempSync(join(tmpdir(), 'equal-say-audit-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.end();
});

/** The Latin square of two camps: one agrees with the first half of the passages, the other with the second. */
const twoCamps = async ({ consultation, passages }: TestConsultation, people: number): Promise<void> => {
  const half = passages.length / 2;
  for (let person = 0; person < people; person++) {
    await importBallot(world, consultation.id, `import:${person}`, {
      language: person % 3 === 0 ? 'it' : 'en',
      votes: passages.map(({ item }, i) => ({
        item,
        // One passage is everybody's, and everybody differs from her camp in one that is her own.
        choice:
          i === 0 || (i < half === person % 2 > 0) !== (i === 1 + (person % (passages.length - 1)))
            ? 'agree'
            : 'disagree',
        secondsSinceOpening: 1,
      })),
    });
  }
};

const inOffice = async (place: TestConsultation['place'], role: 'coordinator' | 'analyst'): Promise<Resident> => {
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, role)).token}`);
  return person;
};

describe('to residents and drafters who read a result', () => {
  test('it shows groups of five or more, what they share and what divides them, and how sure that is', async () => {
    const made = await aConsultation(world, { passages: 12 });
    await twoCamps(made, 80);
    const result = await publishedResult(world, made);
    expect(result.groups.list.map(({ label, ballots }) => [label, ballots])).toEqual([
      ['A', 40],
      ['B', 40],
    ]);
    expect(result.groups.list.every(({ defining }) => defining.length > 0)).toBe(true);
    const [first] = made.passages;
    expect(result.lists.all.shared).toMatchObject([{ item: first?.item, direction: 'agree' }]);
    expect(result.lists.all.divides.length).toBeGreaterThan(8);
    const row = result.rows.find(({ item }) => item === first?.item);
    expect(row).toMatchObject({
      rank: 1,
      missing: 0,
      dealt: { agree: 80, disagree: 0, pass: 0 },
      seenIn: { en: 53, it: 27 },
    });
    expect(Object.keys(row?.groups ?? {})).toEqual(['A', 'B']);
    expect(row?.agree.low).toBeGreaterThan(0.9);
    expect(result.map.reduce((sum, { people }) => sum + people, 0)).toBe(80);
    expect(result.map.every(({ people }) => people >= 5)).toBe(true);
    expect([result.hash, result.inputHash].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  test('an item stays among those with too little data until enough have met it, as the place has set', async () => {
    const place = await aPlace(world, { opinion: { enough: { known: 5, all: 10 } } });
    const [usual, own] = [await aConsultation(world), await aConsultation(world, { place })];
    for (const made of [usual, own]) {
      for (const person of await participants(world, made.consultation, 9)) {
        await person.vote(made.consultation.id, made.passages[0]?.item ?? 0, 'agree');
      }
    }
    const missing = async (made: TestConsultation): Promise<number | undefined> =>
      (await publishedResult(world, made)).lists.all.tooLittle.find(({ item }) => item === made.passages[0]?.item)
        ?.missing;
    expect(await missing(usual)).toBe(30);
    expect(await missing(own)).toBe(1);
  });

  test('what its author takes back is at once in no row, list, group or campaign', async () => {
    const made = await aConsultation(world, { passages: 1 });
    const { id } = made.consultation;
    const [author, copier, reader] = await participants(world, made.consultation, 3);
    if (!author || !copier || !reader) throw new Error('nobody came');
    const words = 'Please build more benches in the park behind the old market hall, so that old people can rest.';
    const one = await author.suggest(id, words);
    const two = await copier.suggest(id, words.replace('old people', 'older people'));
    const other = await author.suggest(id, 'Open the swimming pool on Sundays.');
    world.pass(16 * MINUTE);
    for (const { item, deal } of (await reader.deck(id, 10)).cards) await reader.vote(id, item, 'agree', deal);
    const suggestions = ({ rows }: ResultsView) => rows.filter((row) => row.contribution);
    const before = await publishedResult(world, made);
    const lead = suggestions(before).find(({ copies }) => copies.length > 0);
    const copy = suggestions(before).find(({ copyOf }) => copyOf !== undefined);
    expect(new Set([lead?.item, copy?.item])).toEqual(new Set([one.item, two.item]));
    expect([lead?.copies, copy?.copyOf]).toEqual([[copy?.item], lead?.item]);
    const listed = (result: ResultsView): number[] =>
      result.lists.all.tooLittle.map(({ item }) => item).filter((item) => [one.item, two.item].includes(item));
    expect(listed(before)).toEqual([lead?.item]);
    const leadAuthor = lead?.item === one.item ? author : copier;
    await leadAuthor.ask('DELETE', `/consultations/${id}/contributions/${lead?.contribution?.id}`);
    const after = await someoneIn(world).ask<ResultsView>('GET', `/consultations/${id}/results`);
    expect(suggestions(after).map(({ item, copies, copyOf }) => [item, copies, copyOf])).toEqual(
      [copy?.item ?? 0, other.item].sort((a, b) => a - b).map((item) => [item, [], undefined]),
    );
    expect(JSON.stringify([after.lists, after.groups])).not.toContain(`"item":${lead?.item}}`);
    expect(listed(after)).toEqual([copy?.item]);
  });

  test('staff see which suggestions somebody might want to merge, everybody else does not', async () => {
    const made = await aConsultation(world, { passages: 1 });
    const { id } = made.consultation;
    const people = await participants(world, made.consultation, 12);
    const texts = ['More trees along the river bank', 'More trees along the road and the river bank please'];
    const cards: PublicContribution[] = [];
    for (const text of texts) cards.push(await (people[0] as Resident).suggest(id, text));
    for (const person of people) await person.vote(id, made.passages[0]?.item ?? 0, 'agree');
    world.pass(16 * MINUTE);
    expect(await recountIfDue(world, made.consultation)).toBeDefined();
    const staff = (await staffResult(world, made)) as StaffResultsView;
    expect(staff.candidates.map(({ a, b }) => [a, b].sort((x, y) => x - y))).toEqual([cards.map(({ item }) => item)]);
    expect(await publishedResult(world, made)).not.toHaveProperty('candidates');
  });

  test('its labels stay what they were in the count before', async () => {
    const made = await aConsultation(world, { passages: 12 });
    await twoCamps(made, 60);
    expect(await recountIfDue(world, made.consultation)).toBeDefined();
    const earlier = await staffResult(world, made);
    await twoCamps(made, 75);
    const later = await publishedResult(world, made);
    const half = made.passages[6]?.item ?? 0;
    const halves = ({ groups }: ResultsView) =>
      groups.list.map(({ label, defining }) => {
        const wanted = defining.filter(({ direction }) => direction === 'agree');
        return [label, wanted.filter(({ item }) => item < half).length > wanted.length / 2 ? 'first' : 'second'];
      });
    expect(halves(earlier).map(([, side]) => side)).toHaveLength(2);
    expect(halves(later)).toEqual(halves(earlier));
  });
});

describe('to an auditor', () => {
  const handOver = async (made: TestConsultation): Promise<Response> =>
    (await inOffice(made.place, 'coordinator')).send('POST', `/consultations/${made.consultation.id}/auditors-file`, {
      auditor: 'Corte dei conti',
      reason: 'Yearly audit.',
    });
  const program = new URL('../../functions/recount.ts', import.meta.url).pathname;

  test('the published result comes out of her file again, bit for bit, and whoever changed a byte is found out', async () => {
    const made = await aConsultation(world, { passages: 12 });
    const { id } = made.consultation;
    await twoCamps(made, 60);
    const people = await participants(world, made.consultation, 3);
    const card = await (people[0] as Resident).suggest(id, 'Benches.');
    world.pass(16 * MINUTE);
    for (const person of people) await person.vote(id, card.item, 'agree').catch(() => undefined);
    expect(await recountIfDue(world, made.consultation)).toBeDefined();
    await (people[1] as Resident).vote(id, made.passages[1]?.item ?? 0, 'pass');
    const result = await publishedResult(world, made);
    const response = await handOver(made);
    expect(response.status).toBe(200);
    expect(response.headers.get('x-is-published-input')).toBe('true');
    const file = join(folder, 'whole.audit');
    const bytes = new Uint8Array(await response.arrayBuffer());
    writeFileSync(file, bytes);
    const told = execFileSync(process.execPath, [program, file, '--published', result.hash], { encoding: 'utf8' });
    expect(told).toContain('This is the published result, bit for bit.');
    expect(told).toContain(result.inputHash);
    const other = spawnSync(process.execPath, [program, file, '--published', '0'.repeat(64)], { encoding: 'utf8' });
    expect([other.status, other.stdout.includes('NOT the published result')]).toEqual([1, true]);
    writeFileSync(file, bytes.subarray(0, -1));
    const cut = spawnSync(process.execPath, [program, file], { encoding: 'utf8' });
    expect([cut.status, cut.stderr.trim().split('\n').length]).toEqual([2, 1]);
  });

  test('her file names nobody, and the ledger says who handed it to whom, and why', async () => {
    const made = await aConsultation(world, { passages: 3 });
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(made.consultation.id, made.passages[0]?.item ?? 0, 'agree');
    await publishedResult(world, made);
    const file = Buffer.from(await (await handOver(made)).arrayBuffer()).toString('latin1');
    expect(file).not.toMatch(/prt_|ses_|[\w-]{22}(?![\w-])\b.*\u0000/);
    const { lines } = await (
      await inOffice(made.place, 'analyst')
    ).ask<Ledger>('GET', `/places/${made.place.slug}/ledger`);
    expect(lines.filter(({ act }) => act === 'hand-auditors-file')).toMatchObject(
      [{ role: 'coordinator', subject: /^snp_/, why: 'Corte dei conti: Yearly audit.' }].map((line) => ({
        ...line,
        subject: expect.stringMatching(line.subject) as string,
      })),
    );
  });

  test('when somebody has left since, her file says that it is no longer what was published', async () => {
    const made = await aConsultation(world, { passages: 3 });
    const [anna, bo] = await participants(world, made.consultation, 2);
    for (const person of [anna, bo]) await person?.vote(made.consultation.id, made.passages[0]?.item ?? 0, 'agree');
    await publishedResult(world, made);
    await anna?.ask('DELETE', '/me');
    expect((await handOver(made)).headers.get('x-is-published-input')).toBe('false');
  });

  test('nothing is handed over before there is a published result', async () => {
    const made = await aConsultation(world);
    const refused = await handOver(made);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      409,
      'results-not-yet-public',
    ]);
  });
});

describe('to somebody who belongs to an affected group', () => {
  const say = (person: Resident, id: string, answers: string[], version = 1): Promise<unknown> =>
    person.ask('PUT', `/consultations/${id}/belonging`, { version, consent: true, answers });

  test('she may say so or not, sees what she said, changes it and takes it back; it is among her data', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    expect((await anna.ballot(id)).belonging).toBeUndefined();
    await say(anna, id, ['roma', 'newcomers', 'roma']);
    const on = world.now().slice(0, 10);
    expect((await anna.ballot(id)).belonging).toEqual({ version: 1, answers: ['roma', 'newcomers'], on });
    await anna.vote(id, made.passages[0]?.item ?? 0, 'agree');
    await say(anna, id, ['prefer-not-to-say']);
    const held = await anna.ask<{ consultations: { belonging?: unknown }[] }>('GET', '/me/data');
    expect(held.consultations[0]?.belonging).toEqual({ version: 1, answers: ['prefer-not-to-say'], on });
    await anna.ask('DELETE', `/consultations/${id}/belonging`);
    expect(await anna.ballot(id)).toMatchObject({ votes: [{ choice: 'agree' }] });
    expect((await anna.ballot(id)).belonging).toBeUndefined();
    await anna.ask('DELETE', `/consultations/${id}/belonging`);
  });

  test('only answers of the question count, to the version she read, and "I prefer not to say" stands alone', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    expect(await refusalOf(say(anna, id, ['martian']))).toBe('invalid-request');
    expect(await refusalOf(say(anna, id, ['roma', 'prefer-not-to-say']))).toBe('invalid-request');
    expect(await refusalOf(say(anna, id, []))).toBe('invalid-request');
    expect(await refusalOf(say(anna, id, ['roma'], 2))).toBe('consent-outdated');
    expect(await refusalOf(anna.ask('PUT', `/consultations/${id}/belonging`, { version: 1, answers: ['roma'] }))).toBe(
      'invalid-request',
    );
    expect((await anna.ballot(id)).belonging).toBeUndefined();
  });

  test('support among them is told when ten of them and ten others have voted, and stays as it was until ten more have', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const item = made.passages[0]?.item ?? 0;
    const people = await participants(world, made.consultation, 22);
    const support = async () => {
      const { header, counted } = await recount(world, await consultationOf(world, id), undefined, undefined);
      expect(JSON.stringify(counted.snapshot)).not.toContain('roma');
      return [header.ballots, ...counted.affected.map(({ group, people: n }) => `${group} ${n}`)];
    };
    for (const [i, person] of people.entries()) {
      await person.vote(id, item, i % 3 === 0 ? 'disagree' : 'agree');
      if (i < 9) await say(person, id, ['roma']);
    }
    expect(await support()).toEqual([22]);
    await say(people[9] as Resident, id, ['roma', 'newcomers']);
    world.pass(16 * MINUTE);
    expect(await recountIfDue(world, made.consultation)).toBeDefined();
    const [row] = (await staffResult(world, made)).rows;
    expect(row?.affected).toMatchObject(
      [{ group: 'roma', people: 10, share: 7 / 12 }].map(({ share, ...rest }) => ({
        ...rest,
        share: expect.closeTo(share, 3) as number,
      })),
    );
    await say(people[10] as Resident, id, ['roma']);
    for (const person of people.slice(11)) await person.vote(id, item, 'pass');
    const [published] = (await publishedResult(world, made)).rows;
    expect(published?.affected).toEqual(row?.affected);
  });

  test('nothing of it stays when she leaves the consultation', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    await say(anna, id, ['roma']);
    await anna.ask('DELETE', `/consultations/${id}/join`);
    await anna.join(id);
    expect(await anna.ballot(id)).toMatchObject({ votes: [] });
    expect((await anna.ballot(id)).belonging).toBeUndefined();
  });
});
