import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aConsultation } from '#test/support/builders.ts';
import { aParticipant } from '#test/support/people.ts';
import { inGroups } from '#test/support/hostile.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
const spent: { table: string; units: number; command: string }[] = [];
beforeAll(async () => {
  world = await aWorld();
  world.storage.client.middlewareStack.add(
    (next, context) => async (args) => {
      (args.input as { ReturnConsumedCapacity?: string }).ReturnConsumedCapacity = 'TOTAL';
      const result = await next(args);
      const { ConsumedCapacity: used } = result.output as {
        ConsumedCapacity?: { TableName?: string; CapacityUnits?: number };
      };
      if (used)
        spent.push({ table: used.TableName ?? '', units: used.CapacityUnits ?? 0, command: context.commandName ?? '' });
      return result;
    },
    { step: 'initialize', name: 'countUnits' },
  );
});
afterAll(() => world.end());

describe('to the city that pays for the cloud', () => {
  test('a vote costs one write unit for each kilobyte of its ballot, whatever else is in the table', async () => {
    const made = await aConsultation(world, { passages: 1001 });
    const { id } = made.consultation;
    const anna = await aParticipant(world, made.consultation);
    const rows: Record<string, number>[] = [];
    let held = 0;
    for (const target of [0, 40, 400, 1000]) {
      for (const group of inGroups(made.passages.slice(held, target), 100))
        await anna.cast(
          id,
          group.map(({ item }) => ({ item, choice: 'agree' })),
        );
      held = target;
      const measure = async (act: () => Promise<unknown>): Promise<number> => {
        spent.length = 0;
        await act();
        return spent
          .filter(({ table, command }) => table.endsWith('-ballots') && command === 'UpdateItemCommand')
          .reduce((sum, { units }) => sum + units, 0);
      };
      const item = made.passages[Math.max(0, held - 1)]?.item ?? 0;
      // Once before, so that no lease is written in what is measured.
      await anna.vote(id, item, 'agree');
      const single = await measure(() => anna.vote(id, item, 'disagree'));
      const ten = await measure(() =>
        anna.cast(
          id,
          made.passages.slice(0, 10).map((passage) => ({ item: passage.item, choice: 'agree' })),
        ),
      );
      rows.push({ 'votes held': held, 'write units of one vote': single, 'of a queue of ten': ten });
    }
    console.table(rows);
    const units = rows.map((row) => row['write units of one vote'] ?? 0);
    expect(units[0]).toBe(1);
    expect(units[1]).toBe(1);
    expect(units[2]).toBeLessThanOrEqual(5);
    expect(units[3]).toBeLessThanOrEqual(12);
    for (const row of rows.slice(1)) expect(row['of a queue of ten']).toBe(row['write units of one vote']);
  });
});
