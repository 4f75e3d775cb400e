import { describe, expect, test } from 'vitest';
import { maySeeResults, publicationDates, publishedAsOf } from '#shared/consultations/rules.ts';
import type { Stage } from '#shared/consultations/phases.ts';
import { isSnapshotDue } from '#shared/opinion/rules.ts';
import { DAY, later, MINUTE } from '#shared/time.ts';

const day = (n: number): string => later('2026-01-01T00:00:00.000Z', n * DAY);
const stages: Stage[] = [
  { phase: 'preparing', from: day(0) },
  { phase: 'suggesting', from: day(10) },
  { phase: 'deliberating', from: day(20) },
  { phase: 'drafting', from: day(30) },
  { phase: 'answered', from: day(40) },
  { phase: 'closed', from: day(50) },
];

describe('to residents, about when results become public', () => {
  test('on the announced dates and when deliberation ends, in order of time', () => {
    expect(publicationDates({ stages, resultDates: [day(25), day(15)] })).toEqual([day(15), day(25), day(30)]);
  });

  test('between two dates the last one stands, and before the first nobody sees a count', () => {
    const consultation = { stages, resultDates: [day(15)] };
    expect(publishedAsOf(consultation, later(day(15), -1))).toBeUndefined();
    expect(maySeeResults(consultation, later(day(15), -1))).toEqual({
      allowed: false,
      reason: 'results-not-yet-public',
    });
    expect(publishedAsOf(consultation, day(15))).toBe(day(15));
    expect(publishedAsOf(consultation, later(day(30), -1))).toBe(day(15));
    expect(publishedAsOf(consultation, day(30))).toBe(day(30));
    expect(publishedAsOf(consultation, day(500))).toBe(day(30));
  });

  test('without announced dates nothing is public until deliberation has ended', () => {
    const consultation = { stages, resultDates: [] };
    expect(maySeeResults(consultation, later(day(30), -1)).allowed).toBe(false);
    expect(maySeeResults(consultation, day(30)).allowed).toBe(true);
  });
});

describe('to a voter whose ballot must not be guessed from two counts', () => {
  const previous = { at: day(20) };

  test('staff see a new count fifteen minutes after the last one, not a millisecond earlier', () => {
    expect(isSnapshotDue(previous, undefined, later(day(20), 15 * MINUTE - 1))).toBeUndefined();
    expect(isSnapshotDue(previous, undefined, later(day(20), 15 * MINUTE))).toBe('for-staff');
    expect(isSnapshotDue(undefined, undefined, day(20))).toBe('for-staff');
  });

  test('an announced moment is counted at once, and once', () => {
    expect(isSnapshotDue(previous, later(day(20), 1), later(day(20), 2))).toBe('for-publication');
    expect(isSnapshotDue(previous, day(20), later(day(20), 2))).toBeUndefined();
    expect(isSnapshotDue(undefined, day(20), day(20))).toBe('for-publication');
  });
});
