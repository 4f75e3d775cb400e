import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '#shared/time.ts';
import { aConsultation } from '#test/support/builders.ts';
import { publishedResult, talliesIn } from '#test/support/count.ts';
import { aParticipant, firstItem, participants, refusalOf, someoneIn } from '#test/support/people.ts';
import { everythingStored } from '#test/support/stored.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const MANY = 200;
const times = <Answer>(count: number, act: (i: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => act(i)));

describe('to a voter whose phone sends everything at once', () => {
  test('200 identical votes at the same moment are one vote', async () => {
    const made = await aConsultation(world);
    const item = firstItem(made.passages);
    const anna = await aParticipant(world, made.consultation);
    const number = anna.lastNumber() + 1;
    const answers = await times(MANY, () => anna.cast(made.consultation.id, [{ item, choice: 'agree' }], number));
    expect(answers.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === 'already-stored')).toHaveLength(MANY - 1);
    const result = await publishedResult(world, made);
    expect(result.ballots).toBe(1);
    expect(talliesIn(result)).toEqual({ [item]: { agree: 1, disagree: 0, pass: 0 } });
  });

  test('50 devices of one person, each with a first vote on another passage, keep every vote on one ballot', async () => {
    const DEVICES = 50;
    const made = await aConsultation(world, { passages: DEVICES });
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    const { digits } = await anna.ask<{ digits: string }>('POST', '/me/card');
    const devices = await times(DEVICES, async () => {
      const device = someoneIn(world);
      await device.ask('POST', '/sessions', { digits });
      return device;
    });
    const answers = await times(DEVICES, (i) =>
      (devices[i] ?? anna).cast(id, [{ item: made.passages[i]?.item ?? 0, choice: 'agree' }], 1),
    );
    expect(answers.every(({ outcome }) => outcome === 'stored')).toBe(true);
    expect((await anna.ballot(id)).votes.map(({ item }) => item)).toEqual(made.passages.map(({ item }) => item));
    const ballots = (await everythingStored(world)).filter(
      ({ table, item }) => table === 'ballots' && String(item.pk).startsWith(id),
    );
    expect(ballots).toHaveLength(1);
  });

  test('200 residents who cast their first vote at the same moment are all counted', async () => {
    const made = await aConsultation(world);
    const item = firstItem(made.passages);
    const residents = await participants(world, made.consultation, MANY);
    await times(MANY, (i) =>
      (residents[i] ?? someoneIn(world)).vote(made.consultation.id, item, i % 2 ? 'agree' : 'disagree'),
    );
    const result = await publishedResult(world, made);
    expect(result.ballots).toBe(MANY);
    expect(talliesIn(result)).toEqual({ [item]: { agree: MANY / 2, disagree: MANY / 2, pass: 0 } });
  });

  test('of many numbered writes of one device that overtake each other, each one answered "stored" is in the ballot', async () => {
    const made = await aConsultation(world, { passages: 40 });
    const anna = await aParticipant(world, made.consultation);
    const begin = anna.lastNumber();
    const answers = await times(40, async (i) => ({
      item: made.passages[i]?.item ?? 0,
      answer: await anna.cast(
        made.consultation.id,
        [{ item: made.passages[i]?.item ?? 0, choice: 'agree' }],
        begin + 1 + i,
      ),
    }));
    const stored = answers.filter(({ answer }) => answer.outcome === 'stored').map(({ item }) => item);
    expect((await anna.ballot(made.consultation.id)).votes.map(({ item }) => item)).toEqual(
      stored.toSorted((a, b) => a - b),
    );
  });
});

describe('to a voter whose connection repeats what was sent', () => {
  test('agree, then disagree, then a late copy of agree: it stays disagree, and its time too', async () => {
    const made = await aConsultation(world);
    const { id } = made.consultation;
    const item = firstItem(made.passages);
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(id, item, 'agree');
    const first = anna.lastNumber();
    world.pass(MINUTE);
    await anna.vote(id, item, 'disagree');
    const stored = async () =>
      (await everythingStored(world)).filter(
        ({ table, item: { pk } }) => table === 'ballots' && String(pk).startsWith(id),
      );
    const before = await stored();
    world.pass(MINUTE);
    expect(await anna.cast(id, [{ item, choice: 'agree' }], first)).toEqual({ outcome: 'already-stored' });
    expect(await stored()).toEqual(before);
    expect(talliesIn(await publishedResult(world, made))[item]).toEqual({ agree: 0, disagree: 1, pass: 0 });
  });

  test('the same number with another vote in it changes nothing either', async () => {
    const made = await aConsultation(world);
    const [one, two] = made.passages.map(({ item }) => item);
    const anna = await aParticipant(world, made.consultation);
    await anna.vote(made.consultation.id, one ?? 0, 'agree');
    await anna.cast(made.consultation.id, [{ item: two ?? 0, choice: 'agree' }], anna.lastNumber());
    expect((await anna.ballot(made.consultation.id)).votes).toEqual([{ item: one, choice: 'agree', counts: true }]);
  });

  test('the server tells a device the next number it may use, larger than any it used', async () => {
    const made = await aConsultation(world);
    const anna = await aParticipant(world, made.consultation);
    const far = anna.lastNumber() + 1_000_000_000;
    await anna.cast(made.consultation.id, [{ item: firstItem(made.passages), choice: 'agree' }], far);
    expect((await anna.ballot(made.consultation.id)).nextNumber).toBe(far + 1);
  });
});

describe('to a voter whose phone was offline', () => {
  test('a queue of a hundred votes is stored in one write, of a hundred and one refused whole', async () => {
    const made = await aConsultation(world, { passages: 101 });
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    const votes = made.passages.map(({ item }) => ({ item, choice: 'pass' as const }));
    expect(await refusalOf(anna.cast(id, votes))).toBe('invalid-request');
    expect((await anna.ballot(id)).votes).toEqual([]);
    expect(await anna.cast(id, votes.slice(0, 100))).toEqual({ outcome: 'stored' });
    expect((await anna.ballot(id)).votes).toHaveLength(100);
    expect(await refusalOf(anna.cast(id, []))).toBe('invalid-request');
  });

  test('the same passage twice in a queue keeps the last word', async () => {
    const made = await aConsultation(world);
    const item = firstItem(made.passages);
    const anna = await aParticipant(world, made.consultation);
    await anna.cast(made.consultation.id, [
      { item, choice: 'agree' },
      { item, choice: 'pass' },
      { item, choice: 'disagree' },
    ]);
    expect((await anna.ballot(made.consultation.id)).votes).toEqual([{ item, choice: 'disagree', counts: true }]);
  });

  test('a queue with a vote on something that does not exist is refused whole, and touches nothing', async () => {
    const made = await aConsultation(world);
    const anna = await aParticipant(world, made.consultation);
    const votes = [
      { item: firstItem(made.passages), choice: 'agree' as const },
      { item: 99_999, choice: 'agree' as const },
    ];
    expect(await refusalOf(anna.cast(made.consultation.id, votes))).toBe('not-found');
    expect((await anna.ballot(made.consultation.id)).votes).toEqual([]);
  });
});
