import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeAuditorsFile,
  encodeAuditorsFile,
  recountFile,
  type AuditorsFile,
} from '#shared/opinion/auditors-file.ts';
import { recount } from '#shared/opinion/recount.ts';
import { seeded } from '#shared/opinion/random.ts';
import { snapshotText } from '#shared/opinion/snapshot.ts';
import { aTown, packedTown, parameters, shuffledItems, shuffledPeople, type Town } from './support/town.ts';

function fileOf(town: Town): AuditorsFile {
  const sooner = aTown({ people: 80, items: 30, votes: 15, seed: 3 });
  const previous = recount(packedTown(sooner), sooner.items, undefined, parameters).snapshot;
  return {
    ballots: packedTown(town),
    items: town.items,
    states: { a000: 'visible', 'weg „ß“ 漢': 'hidden' },
    previous,
    parameters,
    code: 'abc123, Node 24',
  };
}

function someTown(): Town {
  const town = aTown({ people: 120, items: 30, votes: 15, seed: 3 });
  town.about[5] = { ...town.about[5]!, linked: town.ballots[5]!.slice(0, 2).map(([item]) => item) };
  town.items[4] = { ...town.items[4]!, merged: 'a007' };
  return town;
}

describe("the auditor's file", () => {
  test('reproduces the published snapshot bit for bit', () => {
    const file = fileOf(someTown());
    const published = recount(file.ballots, file.items, file.previous, file.parameters).snapshot;
    expect(snapshotText(recountFile(encodeAuditorsFile(file)).snapshot)).toBe(snapshotText(published));
  });

  test('is the same to the byte however the ballots and items were read', () => {
    const town = someTown();
    const file = fileOf(town);
    const bytes = encodeAuditorsFile(file);
    const random = seeded(8);
    for (let i = 0; i < 20; i++) {
      const other = shuffledItems(shuffledPeople(town, random), random);
      expect(encodeAuditorsFile({ ...file, ballots: packedTown(other), items: other.items })).toEqual(bytes);
    }
    expect(encodeAuditorsFile(decodeAuditorsFile(bytes))).toEqual(bytes);
  });

  test('keeps everything a recount depends on, and says what else was there', () => {
    const file = fileOf(someTown());
    const { ballots, ...rest } = decodeAuditorsFile(encodeAuditorsFile(file));
    const { ballots: before, ...expected } = file;
    expect(rest).toEqual(expected);
    expect(ballots.item.length).toBe(before.item.length);
    expect(Array.from(ballots.way).filter((way) => way === 1)).toHaveLength(2);
  });

  test('holds a vote in about one byte and no word of who cast it', () => {
    const town = aTown({ people: 2000, items: 30, votes: 15 });
    const bytes = encodeAuditorsFile({ ...fileOf(town), previous: undefined });
    expect(bytes.length).toBeLessThan(1.4 * town.ballots.flat().length + 10_000);
  });

  test('is refused with a RangeError when it is cut short, longer or not one at all', () => {
    const bytes = encodeAuditorsFile({ ...fileOf(someTown()), previous: undefined });
    const refused = (broken: Uint8Array): void => expect(() => decodeAuditorsFile(broken)).toThrow(RangeError);
    refused(new Uint8Array());
    refused(new TextEncoder().encode('participant,group-id,n-votes\n1,0,12\n'));
    refused(Uint8Array.of(...bytes, 0));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        refused(bytes.slice(0, length));
      }),
      { numRuns: 200 },
    );
  });

  test('carries any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (code, state) => {
        const file = {
          ...fileOf(aTown({ people: 0, items: 1, votes: 1 })),
          previous: undefined,
          code,
          states: { s: state },
        };
        expect(decodeAuditorsFile(encodeAuditorsFile(file))).toMatchObject({ code, states: { s: state } });
      }),
      { numRuns: 50 },
    );
  });
});
