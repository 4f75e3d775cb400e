import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstFault, sealNext, type Sha256 } from '#shared/ledger/chain.ts';
import type { Seal } from '#shared/ledger/seals.ts';
import { timedIdFrom, timeOf } from '#shared/ids.ts';
import { HOUR, instant, MINUTE } from '#shared/time.ts';

const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex');
type Line = { id: string; at: string; act: string; why: string };
const PLACE = 'plc_0000000000000000' as Seal['place'];
const BEGAN = Date.UTC(2026, 0, 1);

const lineAt = (moment: number, salt: number): Line => ({
  id: timedIdFrom('line', moment, new Uint8Array(16).fill(salt)),
  at: instant(moment),
  act: 'change-phase',
  why: `reason ${salt}`,
});

/** Seals lines in groups, one group a seal, an hour after each other. */
const sealed = (groups: readonly (readonly Line[])[]): Seal[] => {
  const seals: Seal[] = [];
  groups.forEach((lines, i) => {
    const seal = sealNext(seals.at(-1), { place: PLACE, at: instant(BEGAN + (i + 1) * HOUR), lines }, sha256);
    if (seal) seals.push(seal);
  });
  return seals;
};

const aLedger = fc
  .array(fc.array(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
  .map((groups) =>
    groups.map((minutes, i) => minutes.map((minute, j) => lineAt(BEGAN + i * HOUR + minute * MINUTE, i * 7 + j))),
  );

/** One dishonest act on a ledger; each leaves another ledger than there was. */
const MUTATIONS = ['change', 'remove', 'add'] as const;
const tampered = (groups: Line[][], kind: (typeof MUTATIONS)[number], at: number): [Line[][], string] => {
  const group = at % groups.length;
  const lines = groups[group] ?? [];
  const which = at % lines.length;
  const old = lines[which] as Line;
  const changed = { ...old, why: `${old.why} – not what was written` };
  const extra = lineAt(BEGAN + group * HOUR + 30 * MINUTE, 200);
  const next = groups.map((one, i) => {
    if (i !== group) return one;
    if (kind === 'remove') return one.filter((line) => line !== old);
    if (kind === 'add') return [...one, extra];
    return one.map((line) => (line === old ? changed : line));
  });
  return [next, kind === 'add' ? extra.id : old.id];
};

describe('to whoever must be able to rely on the ledger', () => {
  test('an honest ledger passes, with and without a witness, lines that are not sealed yet among it', () => {
    fc.assert(
      fc.property(aLedger, (groups) => {
        const seals = sealed(groups);
        const young = lineAt(BEGAN + (groups.length + 2) * HOUR, 99);
        const lines = [...groups.flat(), young];
        expect(firstFault({ lines, seals }, sha256)).toBeUndefined();
        expect(firstFault({ lines, seals, kept: seals }, sha256)).toBeUndefined();
      }),
    );
  });

  test('of 1,000 ledgers with one dishonest act every one is found, and the line is named', () => {
    fc.assert(
      fc.property(aLedger, fc.constantFrom(...MUTATIONS), fc.nat(), (groups, kind, at) => {
        const seals = sealed(groups);
        const [after, line] = tampered(groups, kind, at);
        // The youngest lines may still be waiting for their seal: what is added there is sealed with them.
        const waiting = { line: 'line-added', until: BEGAN + seals.length * HOUR - 15 * MINUTE };
        const found = firstFault({ lines: after.flat(), seals }, sha256);
        if (kind === 'add' && timeOf(line) >= waiting.until) return;
        expect(found?.line).toBe(line);
      }),
      { numRuns: 1000 },
    );
  });

  test('of 1,000 ledgers sealed anew around a dishonest act every one is found by the copies of a witness', () => {
    fc.assert(
      fc.property(aLedger, fc.constantFrom(...MUTATIONS), fc.nat(), (groups, kind, at) => {
        const kept = sealed(groups);
        const [after, line] = tampered(groups, kind, at);
        const seals = sealed(after);
        const found = firstFault({ lines: after.flat(), seals, kept }, sha256);
        expect(found).toBeDefined();
        const onlyLine = groups[at % groups.length]?.length === 1 && kind === 'remove';
        if (!onlyLine) expect(found?.line).toBe(line);
      }),
      { numRuns: 1000 },
    );
  });

  test('a seal that is missing, changed or no longer in its chain is found', () => {
    const groups = [0, 1, 2].map((i) => [lineAt(BEGAN + i * HOUR, i)]);
    const [first, second, third] = sealed(groups) as [Seal, Seal, Seal];
    const lines = groups.flat();
    expect(firstFault({ lines, seals: [first, third] }, sha256)).toEqual({ what: 'seal-missing', seal: 2 });
    expect(firstFault({ lines, seals: [first, second], kept: [third] }, sha256)?.seal).toBe(3);
    const moved = { ...second, at: instant(BEGAN) };
    expect(firstFault({ lines, seals: [first, moved, third] }, sha256)).toEqual({ what: 'seal-changed', seal: 2 });
  });

  test('the time in an id comes back out of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 32 ** 9 - 1 }), (moment) => {
        expect(timeOf(timedIdFrom('line', moment, new Uint8Array(16)))).toBe(moment);
      }),
    );
  });
});
