import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPolis } from '#functions/imports/service.ts';
import { readExport } from '#functions/imports/polis/export.ts';
import { recountConsultations } from '#functions/jobs/recount-consultations.ts';
import type { Choice } from '#shared/ballots/rules.ts';
import { MINUTE } from '#shared/time.ts';
import { aPlace, aStaffMember } from '#test/support/builders.ts';
import { countByHand, countNow, type Tallies } from '#test/support/count.ts';
import { countMatrix, isThere, realExport } from '#test/support/polis.ts';
import { aResident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

const NEWCOMERS = 100;
const CHOICES: readonly Choice[] = ['agree', 'disagree', 'pass'];
const REAL = [
  { name: 'vtaiwan.uberx', language: 'zh-Hant' },
  { name: 'brexit-consensus', language: 'en' },
] as const;

let world: TestWorld;
let server: ServerType;
let address: string;
beforeAll(async () => {
  world = await aWorld();
  server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await world.end();
});

/** Takes what the deck deals, changes her mind now and then, and notes what was acknowledged. */
const voteThrough = async (con: string, language: 'en' | 'zh-Hant', seed: number): Promise<Map<number, Choice>> => {
  const resident = aResident((path, init) => fetch(`${address}${path}`, init));
  await resident.join(con, { reads: [language] });
  const acknowledged = new Map<number, Choice>();
  const { cards } = await resident.deck(con, 8);
  for (const [i, { item, deal }] of cards.entries()) {
    const choice = CHOICES[(seed + i) % CHOICES.length] as Choice;
    await resident.vote(con, item, choice, deal);
    acknowledged.set(item, choice);
    if ((seed + i) % 5 === 0) {
      await resident.vote(con, item, 'withdrawn', deal);
      acknowledged.delete(item);
    }
  }
  return acknowledged;
};

const sum = (a: Tallies, b: Tallies): Tallies =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)].map(Number))].map((item) => {
      const [left, right] = [a[item], b[item]].map((tally) => tally ?? { agree: 0, disagree: 0, pass: 0 });
      return [
        item,
        {
          agree: (left?.agree ?? 0) + (right?.agree ?? 0),
          disagree: (left?.disagree ?? 0) + (right?.disagree ?? 0),
          pass: (left?.pass ?? 0) + (right?.pass ?? 0),
        },
      ];
    }),
  );

describe.each(REAL)('to a city that goes on with a real conversation, $name', ({ name, language }) => {
  test('a hundred new residents vote over HTTP while the recount runs, and the snapshot equals their votes and the export', async ({
    skip,
  }) => {
    skip(!isThere(name), 'the export is not on this machine');
    const place = await aPlace(world);
    const { actor } = await aStaffMember(world, place, 'coordinator');
    const exported = readExport(realExport(name));
    const { consultation: con } = await importPolis(world, actor, exported, { place, title: name, language }, () => {});
    const poll = { open: true };
    const recounting = (async () => {
      // A deal is good for a day: the clock of this test passes less, however often it recounts.
      for (let hours = 0; poll.open; hours += 0.3) {
        if (hours < 20) world.pass(16 * MINUTE);
        await recountConsultations(world);
      }
    })();
    const ballots = await Promise.all(Array.from({ length: NEWCOMERS }, (_, seed) => voteThrough(con, language, seed)));
    poll.open = false;
    await recounting;
    const counted = await countNow(world, con);
    const matrix = countMatrix(name);
    const imported = Object.fromEntries(
      exported.statements.map(({ number }, i) => [i + 1, matrix.get(number) ?? { agree: 0, disagree: 0, pass: 0 }]),
    );
    const truth = sum(imported, countByHand(ballots));
    for (const row of counted.items) expect(row.dealt, `item ${row.item}`).toEqual(truth[row.item]);
    expect(ballots.reduce((votes, ballot) => votes + ballot.size, 0)).toBeGreaterThan(NEWCOMERS * 4);
    expect(counted.items.some(({ linked }) => linked.agree + linked.disagree + linked.pass > 0)).toBe(false);
  }, 120_000);
});
