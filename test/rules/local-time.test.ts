import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLaterIn, instantAt, localTimeAt } from '#shared/local-time.ts';
import { instant, later, milliseconds, MINUTE } from '#shared/time.ts';

/** Every zone of the IANA database in the European Union, its outermost regions among them, in Ukraine and in Morocco. */
const ZONES = `
  Africa/Casablanca Africa/Ceuta America/Cayenne America/Guadeloupe America/Marigot America/Martinique
  Asia/Famagusta Asia/Nicosia Atlantic/Azores Atlantic/Canary Atlantic/Madeira Europe/Amsterdam Europe/Athens
  Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Bucharest Europe/Budapest Europe/Busingen
  Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Kyiv Europe/Lisbon Europe/Ljubljana Europe/Luxembourg
  Europe/Madrid Europe/Malta Europe/Mariehamn Europe/Paris Europe/Prague Europe/Riga Europe/Rome
  Europe/Simferopol Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Vienna Europe/Vilnius Europe/Warsaw
  Europe/Zagreb Indian/Mayotte Indian/Reunion
`
  .trim()
  .split(/\s+/);

const zones = fc.constantFrom(...ZONES);
const [FROM, TO] = [Date.UTC(2020, 0, 1), Date.UTC(2045, 0, 1)];
const minutes = fc.integer({ min: FROM / MINUTE, max: TO / MINUTE }).map((minute) => instant(minute * MINUTE));
const readings = minutes.map((at) => at.slice(0, 16));

/** Minutes near a change of the clocks, where all the trouble is: the last hours of each half of the night. */
const nearChanges = fc
  .tuple(fc.integer({ min: 2020, max: 2044 }), fc.constantFrom(1, 2, 3, 9, 10), fc.integer({ min: 1, max: 31 }))
  .chain(([year, month, day]) => fc.integer({ min: 0, max: 6 * 60 }).map((m) => Date.UTC(year, month, day, 0, m)))
  .map((ms) => instant(ms));
const RUNS = { numRuns: 2000 };

describe('to a coordinator, about the clock of her place', () => {
  test('every moment comes back from what the clocks show, or is the second time that they show it', () => {
    fc.assert(
      fc.property(zones, fc.oneof(minutes, nearChanges), (zone, at) => {
        const local = localTimeAt(at, zone);
        const back = instantAt(local, zone);
        expect(localTimeAt(back?.at ?? '', zone)).toBe(local);
        if (back?.clock === 'twice') expect(back.at <= at).toBe(true);
        else expect(back).toEqual({ at });
      }),
      RUNS,
    );
  });

  test('every reading is kept, or said to be one that the clocks leave out and moved forward as they are', () => {
    fc.assert(
      fc.property(
        zones,
        fc.oneof(
          readings,
          nearChanges.map((at) => at.slice(0, 16)),
        ),
        (zone, local) => {
          const found = instantAt(local, zone);
          const shown = localTimeAt(found?.at ?? '', zone);
          if (found?.clock !== 'skipped') {
            expect(shown).toBe(local);
            return;
          }
          expect(shown > local).toBe(true);
          // The minute before it is the last one that the clocks show, and the gap is as long as the step forward.
          const step = milliseconds(`${shown}:00.000Z`) - milliseconds(`${local}:00.000Z`);
          expect(localTimeAt(later(found.at, -step), zone) < local).toBe(true);
        },
      ),
      RUNS,
    );
  });

  test.each([
    ['a summer day', '2026-07-01T09:00', 'Europe/Rome', { at: '2026-07-01T07:00:00.000Z' }],
    ['a winter day', '2026-12-01T09:00', 'Europe/Rome', { at: '2026-12-01T08:00:00.000Z' }],
    ['a time left out', '2026-03-29T02:30', 'Europe/Rome', { at: '2026-03-29T01:30:00.000Z', clock: 'skipped' }],
    [
      'a time left out in Kyiv',
      '2026-03-29T03:30',
      'Europe/Kyiv',
      { at: '2026-03-29T01:30:00.000Z', clock: 'skipped' },
    ],
    ['a time that comes twice', '2026-10-25T02:30', 'Europe/Rome', { at: '2026-10-25T00:30:00.000Z', clock: 'twice' }],
    ['Ramadan in Morocco', '2026-02-15T02:30', 'Africa/Casablanca', { at: '2026-02-15T01:30:00.000Z', clock: 'twice' }],
    ['an hour before midnight', '2026-10-24T23:59', 'Atlantic/Azores', { at: '2026-10-24T23:59:00.000Z' }],
  ])('%s', (_, local, zone, expected) => {
    expect(instantAt(local, zone)).toEqual(expected);
  });

  test.each(['2026-02-30T09:00', '2026-01-01T24:00', '2026-01-01', '', '٢٠٢٦-01-01T09:00', '2026-01-01T09:00Z'])(
    '"%s" is no time at all',
    (local) => {
      expect(instantAt(local, 'Europe/Rome')).toBeUndefined();
    },
  );

  test('days later it is the same time of day, also when the clocks change in between', () => {
    expect(daysLaterIn('Europe/Rome', '2026-03-20T08:00:00.000Z', 14)).toBe('2026-04-03T07:00:00.000Z');
    expect(daysLaterIn('Europe/Rome', '2026-10-20T07:00:00.000Z', 14)).toBe('2026-11-03T08:00:00.000Z');
    expect(daysLaterIn('America/Cayenne', '2026-03-20T12:00:00.000Z', 14)).toBe('2026-04-03T12:00:00.000Z');
  });
});
