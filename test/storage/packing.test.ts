import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scanPage, type BallotSink } from '#functions/ballots/page-scanner.ts';
import { packBallots } from '#functions/ballots/packing.ts';
import { writeBelonging, writeVotes } from '#functions/ballots/store.ts';
import { encodeVote, type Choice } from '#shared/ballots/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { DOORS, type Door } from '#shared/consultations/rules.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const CHOICES: readonly Choice[] = ['agree', 'disagree', 'pass', 'withdrawn'];
const SIDE = { agree: 1, disagree: -1, pass: 0 };

/** What a scan found, as plain objects. */
const scanned = (page: string) => {
  const found: Record<string, string | number>[] = [];
  let one: Record<string, string | number> = {};
  const sink: BallotSink = {
    vote: (way, item, value) => void (one[way + item] = value),
    text: (name, value) => void (one[name] = value),
    end: () => {
      found.push(one);
      one = {};
    },
  };
  const rest = Buffer.from(scanPage(Buffer.from(page), sink)).toString('utf8');
  return { found, rest: JSON.parse(rest) as unknown };
};

describe('to everybody whose vote is counted', () => {
  test('whatever a page of ballots holds, its votes and texts are read as JSON.parse reads them', () => {
    const value = fc.oneof(
      fc.record({ S: fc.string({ unit: 'binary' }) }),
      fc.record({ N: fc.nat().map(String) }),
      fc.record({ M: fc.dictionary(fc.string(), fc.record({ S: fc.string() })) }),
      fc.record({ L: fc.array(fc.record({ N: fc.nat().map(String) })) }),
      fc.record({ BOOL: fc.boolean() }),
      fc.record({ SS: fc.array(fc.string()) }),
    );
    const name = fc.oneof(
      fc.tuple(fc.constantFrom('d', 'l', 'q'), fc.nat(100_000)).map(([letter, number]) => `${letter}${number}`),
      fc.constantFrom('pk', 'sk', 'door', 'lang', 'belongs', 'leaseUntil'),
    );
    const page = fc.record({
      Count: fc.nat(),
      Items: fc.array(fc.dictionary(name, value)),
      LastEvaluatedKey: fc.record({ pk: fc.record({ S: fc.string() }) }),
    });
    fc.assert(
      fc.property(page, fc.constantFrom(undefined, 1, '\t'), (given, space) => {
        const { found, rest } = scanned(JSON.stringify(given, undefined, space));
        expect(rest).toEqual({ ...given, Items: [] });
        const expected = given.Items.map((item) =>
          Object.fromEntries(
            Object.entries(item as Record<string, Record<string, string>>).flatMap(
              ([key, one]): [string, string | number][] => {
                const isVote = /^[dl]\d+$/.test(key);
                if (isVote) return 'N' in one ? [[key, Number(one.N)]] : [];
                return one.S === undefined ? [] : [[key, one.S]];
              },
            ),
          ),
        );
        expect(found).toEqual(expected);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  test('a page that was cut short is an error, not fewer votes', () => {
    const whole = JSON.stringify({ Items: [{ d1: { N: '40' }, door: { S: 'open' } }], Count: 1 });
    for (let length = 0; length < whole.length; length++) expect(() => scanned(whole.slice(0, length))).toThrow(Error);
  });

  test('the packed ballots say what was stored: her last word, dealt or by link, without what she took back', async () => {
    const consultation: ConsultationId = 'con_0000000000000001';
    const numbers = [2, 3, 5, 700, 1500];
    let dice = 3;
    const throwDice = (sides: number): number => (dice = (dice * 48_271) % 2_147_483_647) % sides;
    const expected: string[] = [];
    for (let person = 0; person < 60; person++) {
      const pseudonym = Buffer.from(world.randomBytes(16)).toString('base64url');
      const door: Door = DOORS[throwDice(3)] ?? 'open';
      const language = ['it', 'en', 'ar'][throwDice(3)] ?? 'en';
      const held = new Map<number, { choice: Choice; dealt: boolean }>();
      for (let number = 1; number <= 3; number++) {
        const item = [...numbers, 9][throwDice(6)] ?? 9;
        const choice = CHOICES[throwDice(4)] ?? 'pass';
        const dealt = throwDice(2) === 0;
        const vote = [{ item, value: encodeVote(choice, person) }];
        const write = { device: '7', number, door, language, dealt: dealt ? vote : [], linked: dealt ? [] : vote };
        await writeVotes(world, consultation, pseudonym, write);
        held.set(item, { choice, dealt: dealt || (held.get(item)?.dealt ?? false) });
      }
      if (person % 4 === 0) {
        const said = { version: 1, on: '2026-03-02', answers: ['roma'] };
        await writeBelonging(world, consultation, pseudonym, { ...said, door, language });
      }
      const stands = [...held].filter(([, { choice }]) => choice !== 'withdrawn');
      if (stands.length === 0) continue;
      const votes = stands
        .filter(([item]) => item !== 9)
        .sort(([a], [b]) => a - b)
        .map(([item, { choice, dealt }]) => `${item}:${SIDE[choice as keyof typeof SIDE]}${dealt ? '' : ' by link'}`);
      expected.push([door, language, person % 4 === 0 ? 'roma' : '', ...votes].join('|'));
    }
    const { ballots, locales, belonging, changed } = await packBallots(world, consultation, numbers);
    expect(locales).toEqual(['ar', 'en', 'it']);
    expect(changed).toBe(60);
    const found = Array.from({ length: ballots.rows }, (_, row) => {
      const votes = Array.from({ length: (ballots.start[row + 1] ?? 0) - (ballots.start[row] ?? 0) }, (__, i) => {
        const vote = (ballots.start[row] ?? 0) + i;
        return `${numbers[ballots.item[vote] ?? 0]}:${ballots.choice[vote]}${ballots.way[vote] === 1 ? ' by link' : ''}`;
      });
      const roma = belonging.get('roma')?.includes(row) ? 'roma' : '';
      return [DOORS[ballots.door[row] ?? 0], locales[ballots.language[row] ?? 0], roma, ...votes].join('|');
    });
    expect(found.sort()).toEqual(expected.sort());
    expect((await packBallots(world, consultation, numbers, { since: 30 })).changed).toBe(30);
  });
});
