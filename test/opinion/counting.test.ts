import { expect, test } from 'vitest';
import { countBeside } from '#functions/local/count-beside.ts';
import { count, type Counting } from '#functions/opinion/counting.ts';
import { packed } from './support/packing.ts';
import { aTown, parameters } from './support/town.ts';

const town = aTown({ people: 200, items: 30, votes: 20, camps: [0.6, 0.4] });
const counting: Counting = {
  ballots: packed(town.ballots, town.items.length, (row) => town.about[row] ?? {}),
  items: town.items,
  states: Object.fromEntries(town.items.map(({ id }) => [id, 'published'])),
  wordings: [
    { id: 'a000', language: 'en', text: 'More benches in the park for everybody who is tired.' },
    { id: 'a001', language: 'en', text: 'More benches in the park for everybody who is tired!' },
  ],
  answers: { groups: [], belongs: [] },
  previous: undefined,
  released: [],
  parameters,
  code: 'test',
};

test('to whoever votes while a recount runs: it counts in a thread of its own, to the same bytes', async () => {
  const [beside, here] = [await countBeside(counting), count(counting)];
  expect(JSON.stringify(beside)).toBe(JSON.stringify(here));
  expect(here.snapshot.ballots).toBe(200);
  expect(here.campaigns.length + here.candidates.length).toBeGreaterThan(0);
});

test('to the operator: a count that fails in its thread fails the job, and stops nothing else', async () => {
  await expect(countBeside({ ...counting, items: [] })).rejects.toThrow();
});
