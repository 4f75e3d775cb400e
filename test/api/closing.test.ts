import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { ResultsView } from '#shared/consultations/views.ts';
import type { Ledger } from '#test/support/ledger.ts';
import { later, MINUTE, SECOND, type Instant } from '#shared/time.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { publishedResult, talliesIn } from '#test/support/count.ts';
import { aParticipant, firstItem, participants, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { everythingStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const closingOf = ({ stages }: Consultation): Instant => stages.find(({ phase }) => phase === 'drafting')?.from ?? '';
const ballotsOf = async ({ consultation }: TestConsultation) =>
  (await everythingStored(world)).filter(
    ({ table, item }) => table === 'ballots' && String(item.pk).startsWith(consultation.id),
  );

const theCoordinatorOf = async ({ place }: TestConsultation): Promise<Resident> => {
  const { token } = await aStaffMember(world, place, 'coordinator');
  const coordinator = someoneIn(world);
  coordinator.useCookie(`__Host-session=${token}`);
  return coordinator;
};

describe('to a voter, about the moment at which voting closes', () => {
  test('a vote in the last millisecond counts, one at the instant itself is refused and touches no ballot', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    const { id } = made.consultation;
    const item = firstItem(made.passages);
    const [early, late, both] = await participants(world, made.consultation, 3);
    if (!early || !late || !both) throw new Error('nobody came');
    world.setClock(later(closingOf(made.consultation), -1));
    expect(await early.vote(id, item, 'agree')).toEqual({ outcome: 'stored' });
    await both.vote(id, item, 'agree');
    world.pass(1);
    const before = await ballotsOf(made);
    expect(await refusalOf(late.vote(id, item, 'agree'))).toBe('phase-has-passed');
    expect(await refusalOf(both.vote(id, item, 'disagree'))).toBe('phase-has-passed');
    expect(await ballotsOf(made)).toEqual(before);
    expect(talliesIn(await publishedResult(world, made))[item]).toEqual({ agree: 2, disagree: 0, pass: 0 });
  });

  test('a vote that was stored in time and is sent again after closing is answered "we have it", and still counts', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    const item = firstItem(made.passages);
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(made.consultation.id, item, 'agree');
    world.setClock(later(closingOf(made.consultation), 5 * MINUTE));
    expect(await anna.cast(made.consultation.id, [{ item, choice: 'agree' }], anna.lastNumber())).toEqual({
      outcome: 'already-stored',
    });
    expect(await refusalOf(anna.vote(made.consultation.id, item, 'disagree'))).toBe('phase-has-passed');
    expect(talliesIn(await publishedResult(world, made))[item]).toEqual({ agree: 1, disagree: 0, pass: 0 });
  });

  test('while many vote and the clock passes the closing: every vote accepted is counted, none refused before, none accepted after', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    const item = firstItem(made.passages);
    const people = await participants(world, made.consultation, 60);
    const closing = closingOf(made.consultation);
    world.setClock(later(closing, -30));
    let accepted = 0;
    const outcomes = await Promise.all(
      people.map(async (person) => {
        world.pass(1);
        const sent = world.now();
        const outcome = await refusalOf(person.vote(made.consultation.id, item, 'agree'));
        if (outcome === 'done') accepted++;
        return { sent, answered: world.now(), outcome };
      }),
    );
    expect(outcomes.filter(({ answered, outcome }) => answered < closing && outcome !== 'done')).toEqual([]);
    expect(outcomes.filter(({ sent, outcome }) => sent >= closing && outcome === 'done')).toEqual([]);
    expect(talliesIn(await publishedResult(world, made))[item]?.agree ?? 0).toBe(accepted);
  });

  test('one after the other around the closing: exactly those before it are accepted and counted', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    const item = firstItem(made.passages);
    const people = await participants(world, made.consultation, 21);
    const outcomes: string[] = [];
    for (const [i, person] of people.entries()) {
      world.setClock(later(closingOf(made.consultation), i - 10));
      outcomes.push(await refusalOf(person.vote(made.consultation.id, item, 'agree')));
    }
    expect(outcomes).toEqual([
      ...Array.from({ length: 10 }, () => 'done'),
      ...Array.from({ length: 11 }, () => 'phase-has-passed'),
    ]);
    const result = await publishedResult(world, made);
    expect(result.ballots).toBe(10);
  });
});

describe('to a voter, when the coordinator closes earlier or later', () => {
  const change = (who: Resident, { id, version }: Consultation, at: Instant, reason = 'Everybody has voted.') =>
    who.ask<Consultation>('POST', `/consultations/${id}/phases`, { to: 'drafting', at, reason, version });

  test('a closing by hand is announced at least sixty seconds ahead, and holds for a process that looked just before', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    const item = firstItem(made.passages);
    const coordinator = await theCoordinatorOf(made);
    const elsewhere = world.beside();
    const [anna, bo] = await Promise.all([
      aParticipant(elsewhere, made.consultation),
      aParticipant(elsewhere, made.consultation),
    ]);
    expect(await refusalOf(change(coordinator, made.consultation, later(world.now(), MINUTE - 1)))).toBe('too-soon');
    const at = later(world.now(), MINUTE);
    await change(coordinator, made.consultation, at);
    world.setClock(later(at, -1));
    expect(await refusalOf(anna.vote(made.consultation.id, item, 'agree'))).toBe('done');
    world.setClock(at);
    expect(await refusalOf(bo.vote(made.consultation.id, item, 'agree'))).toBe('phase-has-passed');
  });

  test('a closing that is moved to a later date takes votes until then', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    const item = firstItem(made.passages);
    const coordinator = await theCoordinatorOf(made);
    const anna = await aParticipant(world, made.consultation);
    await change(coordinator, made.consultation, later(closingOf(made.consultation), MINUTE));
    world.setClock(later(closingOf(made.consultation), 30 * SECOND));
    expect(await refusalOf(anna.vote(made.consultation.id, item, 'agree'))).toBe('done');
  });

  test('two coordinators at once: one change holds, the other is told that something changed meanwhile', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    const [one, two] = await Promise.all([theCoordinatorOf(made), theCoordinatorOf(made)]);
    const at = later(world.now(), 2 * MINUTE);
    const outcomes = await Promise.all([
      refusalOf(change(one, made.consultation, at)),
      refusalOf(change(two, made.consultation, later(at, 1))),
    ]);
    expect(outcomes.toSorted()).toEqual(['changed-meanwhile', 'done']);
  });

  test('the ledger keeps the reason, the longest one too, and stays readable', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    const coordinator = await theCoordinatorOf(made);
    const reason = 'ß'.repeat(500);
    await change(coordinator, made.consultation, later(world.now(), MINUTE), reason);
    const { lines } = await coordinator.ask<Ledger>('GET', `/places/${made.place.slug}/ledger`);
    expect(lines.find(({ act }) => act === 'change-phase')).toMatchObject({
      role: 'coordinator',
      subject: made.consultation.id,
      why: expect.stringContaining(reason),
    });
  });
});

describe('to everybody, about when a count is made', () => {
  test('the count at closing is made even when nobody voted for weeks and the process was down meanwhile', async () => {
    const made = await aConsultation(world, { phase: 'deliberating' });
    const item = firstItem(made.passages);
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(made.consultation.id, item, 'agree');
    world.setClock(later(closingOf(made.consultation), 9 * 24 * 60 * MINUTE));
    await recountConsultations(world.beside());
    const result = await someoneIn(world.beside()).ask<ResultsView>(
      'GET',
      `/consultations/${made.consultation.id}/results`,
    );
    expect(result.publishedFor).toBe(closingOf(made.consultation));
    expect(talliesIn(result)[item]).toEqual({ agree: 1, disagree: 0, pass: 0 });
  });
});
