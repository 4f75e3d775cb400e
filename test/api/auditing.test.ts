import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountIfDue } from '#functions/opinion/recount.ts';
import type { ResultsView } from '#shared/consultations/views.ts';
import type { AuditorView, AuditView, HandingView } from '#shared/opinion/handing.ts';
import { DAY, MINUTE } from '#shared/time.ts';
import { fileAt, handOver } from '#test/support/auditing.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { twoCamps } from '#test/support/camps.ts';
import { publishedResult } from '#test/support/count.ts';
import type { Ledger } from '#test/support/ledger.ts';
import { aParticipant, participants, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { everythingStored } from '#test/support/stored.ts';
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

const inOffice = async (place: TestConsultation['place'], role: 'coordinator' | 'analyst'): Promise<Resident> => {
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, role)).token}`);
  return person;
};

const handingsBy = (clara: Resident, con: string): Promise<HandingView[]> =>
  clara.ask('GET', `/consultations/${con}/handings`);
const auditorsIn = async ({ consultation }: TestConsultation): Promise<AuditorView[]> =>
  (await someoneIn(world).ask<ResultsView>('GET', `/consultations/${consultation.id}/results`)).auditors;
const tokenIn = (link: string): string => link.split('/').at(-1) ?? '';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('to anybody who reads a result', () => {
  test('the bytes behind it can be had, and their SHA-256 is the fingerprint that stands beside it', async () => {
    const made = await aConsultation(world, { passages: 2 });
    const { id } = made.consultation;
    const [author] = await participants(world, made.consultation, 1);
    await author?.suggest(id, 'Benches where the bus stops.');
    const { hash } = await publishedResult(world, made);
    const response = await someoneIn(world).send('GET', `/consultations/${id}/results/snapshot`);
    const bytes = await response.text();
    expect(hashOf(bytes)).toBe(hash);
    expect(bytes).not.toContain('Benches');
  });
});

describe('to an auditor', () => {
  const linkedFile = async (made: TestConsultation): Promise<string> =>
    fileAt(await handOver(await inOffice(made.place, 'coordinator'), made.consultation.id));
  const fetched = async (made: TestConsultation): Promise<Response> =>
    someoneIn(world).send('POST', await linkedFile(made));
  const program = new URL('../../functions/recount.ts', import.meta.url).pathname;

  test('the published result comes out of her file again, bit for bit, and whoever changed a byte is found out', async () => {
    const made = await aConsultation(world, { passages: 12 });
    const { id } = made.consultation;
    await twoCamps(world, made, 60);
    const people = await participants(world, made.consultation, 3);
    const card = await (people[0] as Resident).suggest(id, 'Benches.');
    world.pass(16 * MINUTE);
    for (const person of people) await person.vote(id, card.item, 'agree').catch(() => undefined);
    expect(await recountIfDue(world, made.consultation)).toBeDefined();
    await (people[1] as Resident).vote(id, made.passages[1]?.item ?? 0, 'pass');
    const result = await publishedResult(world, made);
    const response = await world.app.request(`/api${await linkedFile(made)}`, {
      method: 'POST',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('x-is-published-input')).toBe('true');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const file = join(folder, 'whole.audit');
    const bytes = gunzipSync(await response.arrayBuffer());
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
    const file = Buffer.from(await (await fetched(made)).arrayBuffer()).toString('latin1');
    const stored = (await everythingStored(world)).filter(({ item }) =>
      String(item.pk).startsWith(`${made.consultation.id}#`),
    );
    const pseudonyms = stored.map(({ item }) => String(item.sk));
    expect(pseudonyms).toHaveLength(1);
    for (const private_ of ['prt_', 'ses_', ...pseudonyms]) expect(file).not.toContain(private_);
    const { lines } = await (
      await inOffice(made.place, 'analyst')
    ).ask<Ledger>('GET', `/places/${made.place.slug}/ledger`);
    const about = lines.filter(({ act }) => act.endsWith('-auditors-file'));
    expect(new Set(about.map(({ act, role, why, by }) => `${act} ${role} ${why} ${by === undefined}`))).toEqual(
      new Set([
        'hand-auditors-file coordinator Corte dei conti: Yearly audit. false',
        'fetch-auditors-file auditor Corte dei conti true',
      ]),
    );
  });

  test('her link works once, until it ends or is taken back; who has the votes stands at the desk and at the result', async () => {
    const made = await aConsultation(world, { passages: 3 });
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(id, made.passages[0]?.item ?? 0, 'agree');
    const result = await publishedResult(world, made);
    const clara = await inOffice(made.place, 'coordinator');
    const auditor = someoneIn(world);
    const [used, takenBack, late] = [await handOver(clara, id), await handOver(clara, id), await handOver(clara, id)];
    const view = await auditor.ask<AuditView>('GET', fileAt(used));
    expect(view).toMatchObject({ auditor: 'Corte dei conti', snapshot: { hash: result.hash, ballots: 1 } });
    expect(await auditorsIn(made)).toEqual([]);
    const both = await Promise.all([1, 2].map(() => auditor.send('POST', fileAt(used))));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
    const waiting = (await handingsBy(clara, id)).find(({ id: one }) => one === hashOf(tokenIn(takenBack)));
    await clara.ask('DELETE', `/consultations/${id}/handings/${waiting?.id}`);
    world.pass(8 * DAY);
    for (const link of [used, takenBack, late]) {
      expect(await refusalOf(auditor.ask('GET', fileAt(link)))).toBe('link-over');
      expect(await refusalOf(auditor.ask('POST', fileAt(link)))).toBe('link-over');
    }
    const handings = await handingsBy(await inOffice(made.place, 'coordinator'), id);
    expect(handings.map(({ state }) => state).toSorted()).toEqual(['fetched', 'over', 'withdrawn']);
    expect(handings.find(({ state }) => state === 'fetched')?.fetched).toMatchObject({
      file: result.inputHash,
      isInput: true,
    });
    expect(await auditorsIn(made)).toMatchObject([{ auditor: 'Corte dei conti', reason: 'Yearly audit.' }]);
    expect(JSON.stringify(await everythingStored(world))).not.toContain(tokenIn(late));
  });

  test('a file that is too large for the way uses up no link', async () => {
    const made = await aConsultation(world);
    await publishedResult(world, made);
    const file = await linkedFile(made);
    world.largestAnswer = 100;
    expect(await refusalOf(someoneIn(world).ask('POST', file))).toBe('file-too-large');
    delete world.largestAnswer;
    expect(await auditorsIn(made)).toEqual([]);
    expect((await someoneIn(world).send('POST', file)).status).toBe(200);
  });

  test('who presses the button of a used link in her browser reads why, and no page of code', async () => {
    const made = await aConsultation(world);
    const refused = await world.app.request(
      `/api/consultations/${made.consultation.id}/auditors-file/${'x'.repeat(43)}`,
      {
        method: 'POST',
        headers: { accept: 'text/html', 'accept-language': 'it' },
      },
    );
    expect([refused.status, refused.headers.get('location')]).toEqual([303, '/it/problems/link-over']);
  });

  test('when somebody has left since, her file says that it is no longer what was published', async () => {
    const made = await aConsultation(world, { passages: 3 });
    const [anna, bo] = await participants(world, made.consultation, 2);
    for (const person of [anna, bo]) await person?.vote(made.consultation.id, made.passages[0]?.item ?? 0, 'agree');
    await publishedResult(world, made);
    await anna?.ask('DELETE', '/me');
    expect((await fetched(made)).headers.get('x-is-published-input')).toBe('false');
  });

  test('nothing is handed over before there is a published result', async () => {
    const made = await aConsultation(world);
    const handed = handOver(await inOffice(made.place, 'coordinator'), made.consultation.id);
    expect(await refusalOf(handed)).toBe('results-not-yet-public');
  });
});
