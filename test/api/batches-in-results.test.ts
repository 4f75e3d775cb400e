import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announcements } from '#functions/opinion/announcements.ts';
import { recountIfDue } from '#functions/opinion/recount.ts';
import type { Choice } from '#shared/ballots/rules.ts';
import type { BatchDecision, CountedBatch } from '#shared/batches/schema.ts';
import type { ResultsView } from '#shared/consultations/views.ts';
import { DAY, later, MINUTE, SECOND } from '#shared/time.ts';
import { fileAt, handOver } from '#test/support/auditing.ts';
import { comingByCard, someCards } from '#test/support/batches.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { countByHand, publishedResult, talliesIn } from '#test/support/count.ts';
import { aParticipant, firstItem, refusalOf, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const CHOICES: readonly Choice[] = ['agree', 'disagree', 'pass', 'withdrawn'];
let dice = 5;
const throwDice = (sides: number): number => (dice = (dice * 48_271) % 2_147_483_647) % sides;

const coordinatorOf = async ({ place }: TestConsultation): Promise<Resident> => {
  const person = someoneIn(world);
  person.useCookie(`__Host-session=${(await aStaffMember(world, place, 'coordinator')).token}`);
  return person;
};

type Voter = { who: Resident; said: Map<number, Choice> };
const votersOf = (people: Resident[]): Voter[] => people.map((who) => ({ who, said: new Map() }));

/** So many people with a card of one batch, who have joined. */
const byBatch = async ({ place, consultation }: TestConsultation, count: number) => {
  const { batch, digits } = await someCards(world, place, { size: Math.max(10, count) });
  const people: Resident[] = [];
  for (let i = 0; i < count; i++) {
    const { who } = await comingByCard(world, digits);
    await who.join(consultation.id);
    people.push(who);
  }
  return { number: batch.number, voters: votersOf(people) };
};

const byOpenDoor = async ({ consultation }: TestConsultation, count: number) =>
  votersOf(await Promise.all(Array.from({ length: count }, () => aParticipant(world, consultation))));

const voteAtRandom = async ({ consultation, passages }: TestConsultation, voters: Voter[]): Promise<void> => {
  for (const { who, said } of voters) {
    const votes = passages.map(({ item }) => ({ item, choice: CHOICES[throwDice(4)] ?? 'pass' }));
    await who.cast(consultation.id, votes);
    for (const { item, choice } of votes) said.set(item, choice);
  }
};

const decide = async (made: TestConsultation, number: number, counting: string, version = 0): Promise<BatchDecision> =>
  (await coordinatorOf(made)).ask('PUT', `/consultations/${made.consultation.id}/batches/${number}`, {
    counting,
    reason: `Why it is ${counting}.`,
    version,
  });

const resultOf = ({ consultation }: TestConsultation) =>
  someoneIn(world).ask<ResultsView>('GET', `/consultations/${consultation.id}/results`);
const saidBy = (voters: Voter[]) => countByHand(voters.map(({ said }) => said));
const standing = (voters: Voter[]): number =>
  voters.filter(({ said }) => [...said.values()].some((choice) => choice !== 'withdrawn')).length;

describe('to everybody who reads a result', () => {
  test('it equals a count by hand without the batches that a decision left out; the page says which, and why', async () => {
    const made = await aConsultation(world, { doors: ['open', 'handed'], passages: 5 });
    const open = await byOpenDoor(made, 15);
    const [sold, apart, fine] = [await byBatch(made, 14), await byBatch(made, 14), await byBatch(made, 14)];
    const all = [...open, ...sold.voters, ...apart.voters, ...fine.voters];
    await voteAtRandom(made, all);
    await decide(made, sold.number, 'excluded');
    await decide(made, apart.number, 'apart');
    const result = await publishedResult(world, made);
    const counted = [...open, ...fine.voters];
    expect(talliesIn(result)).toEqual(saidBy(counted));
    expect(result.ballots).toBe(standing(counted));
    expect(result.batches.map(({ rows: _, at: __, ...batch }) => batch)).toEqual([
      { number: sold.number, counting: 'excluded', reason: 'Why it is excluded.', ballots: standing(sold.voters) },
      { number: apart.number, counting: 'apart', reason: 'Why it is apart.', ballots: standing(apart.voters) },
    ]);
    const byHand = saidBy(apart.voters);
    const told = Object.fromEntries((result.batches[1]?.rows ?? []).map(({ item, ...votes }) => [item, votes]));
    const sum = ({ agree, disagree, pass }: (typeof byHand)[number]) => agree + disagree + pass;
    const enough = Object.entries(byHand).filter(([, votes]) => sum(votes) >= 10);
    expect(enough.length).toBeGreaterThan(0);
    expect(told).toEqual(Object.fromEntries(enough));
    expect(result.batches[0]?.rows).toEqual([]);
  });

  test('one decided after the result is out is honoured within one run: a new result that names the old one', async () => {
    const made = await aConsultation(world, { doors: ['open', 'handed'] });
    const open = await byOpenDoor(made, 12);
    const sold = await byBatch(made, 10);
    await voteAtRandom(made, [...open, ...sold.voters]);
    const before = await publishedResult(world, made);
    expect(talliesIn(before)).toEqual(saidBy([...open, ...sold.voters]));
    const announced = (await announcements(world)).length;
    world.pass(MINUTE);
    const decision = await decide(made, sold.number, 'excluded');
    expect(await recountIfDue(world, made.consultation)).toBeDefined();
    expect(await recountIfDue(world, made.consultation)).toBeUndefined();
    const after = await resultOf(made);
    expect(talliesIn(after)).toEqual(saidBy(open));
    expect([after.publishedFor, after.replaces]).toEqual([
      before.publishedFor,
      { id: before.id, at: before.at, hash: before.hash },
    ]);
    expect((await announcements(world)).length).toBe(announced);
    world.pass(MINUTE);
    await decide(made, sold.number, 'counted', decision.version);
    await recountIfDue(world, made.consultation);
    const again = await resultOf(made);
    expect(talliesIn(again)).toEqual(talliesIn(before));
    expect(again.batches).toEqual([]);
  });

  test('while people still vote, a published result stays, and the next announced moment honours the decision', async () => {
    const date = later(world.now(), 2 * DAY);
    const made = await aConsultation(world, { doors: ['open', 'handed'], resultDates: [date] });
    const open = await byOpenDoor(made, 12);
    const sold = await byBatch(made, 10);
    await voteAtRandom(made, [...open, ...sold.voters]);
    world.setClock(later(date, 11 * SECOND));
    await recountIfDue(world, made.consultation);
    world.pass(MINUTE);
    await decide(made, sold.number, 'excluded');
    await voteAtRandom(made, open);
    world.pass(MINUTE);
    await recountIfDue(world, made.consultation);
    expect((await resultOf(made)).batches).toEqual([]);
    expect(talliesIn(await publishedResult(world, made))).toEqual(saidBy(open));
  });

  test("the auditor's file of such a result is its input, without the ballots that were left out", async () => {
    const made = await aConsultation(world, { doors: ['open', 'handed'] });
    const open = await byOpenDoor(made, 12);
    const sold = await byBatch(made, 10);
    await voteAtRandom(made, [...open, ...sold.voters]);
    await decide(made, sold.number, 'excluded');
    await publishedResult(world, made);
    const link = await handOver(await coordinatorOf(made), made.consultation.id);
    const file = await someoneIn(world).send('POST', fileAt(link));
    expect(file.headers.get('x-is-published-input')).toBe('true');
  });
});

describe('to the few who used a batch', () => {
  test('it can not be taken out once a count has seen so few of them: the difference would tell their votes', async () => {
    const made = await aConsultation(world, { doors: ['open', 'handed'] });
    const { id } = made.consultation;
    const few = await byBatch(made, 4);
    const open = await byOpenDoor(made, 12);
    for (const { who } of [...few.voters, ...open]) await who.vote(id, firstItem(made.passages), 'agree');
    await publishedResult(world, made);
    expect(await refusalOf(decide(made, few.number, 'excluded'))).toBe('batch-too-small');
    const told = await (await coordinatorOf(made)).ask<CountedBatch[]>('GET', `/consultations/${id}/batches`);
    expect(told).toMatchObject([{ number: few.number, ballots: { from: 0, to: 4 } }]);
    const unused = await byBatch(made, 0);
    expect(await refusalOf(decide(made, unused.number, 'excluded'))).toBe('done');
  });

  test('a batch left out before anybody used it tells how many it has only from five on', async () => {
    const made = await aConsultation(world, { doors: ['open', 'handed'] });
    const { id } = made.consultation;
    const few = await byBatch(made, 4);
    await decide(made, few.number, 'apart');
    for (const { who } of [...few.voters, ...(await byOpenDoor(made, 12))])
      await who.vote(id, firstItem(made.passages), 'agree');
    const [told] = (await publishedResult(world, made)).batches;
    expect(told).toMatchObject({ number: few.number, counting: 'apart', rows: [] });
    expect(told).not.toHaveProperty('ballots');
  });
});

describe('to two coordinators who decide about one batch', () => {
  test('one decision holds, and the other is told that somebody was quicker', async () => {
    const made = await aConsultation(world, { doors: ['open', 'handed'] });
    const { number } = await byBatch(made, 0);
    const outcomes = await Promise.all(
      ['excluded', 'apart'].map((counting) => refusalOf(decide(made, number, counting))),
    );
    expect(outcomes.toSorted()).toEqual(['changed-meanwhile', 'done']);
  });
});
