import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Figure } from '#shared/moderation/figures.ts';
import { halfYearOf, nextReportAt, publicHalfYears, spanOf } from '#shared/moderation/half-years.ts';
import { NOTICE_KINDS, OUTCOMES, REVIEWS } from '#shared/moderation/kinds.ts';
import { reportOf } from '#shared/moderation/report.ts';
import { FEWEST_SHOWN } from '#shared/progress/suppression.ts';
import { HOUR, SECOND } from '#shared/time.ts';

const AT = '2026-02-01T00:00:00.000Z';
const about = { id: 'x', at: AT };
const took = fc.integer({ min: 0, max: (500 * HOUR) / SECOND });
const kind = fc.constantFrom(...NOTICE_KINDS);
const language = fc.constantFrom('it', 'ar', 'rom');
const figure = fc
  .oneof(
    fc.record({
      what: fc.constant('notice'),
      kind,
      language,
      isArticle16: fc.boolean(),
      subject: fc.constant('reply'),
    }),
    fc.record({
      what: fc.constant('decision'),
      kind,
      language,
      subject: fc.constant('reply'),
      outcome: fc.constantFrom(...OUTCOMES),
      tier: fc.constant(2),
      took,
      suspends: fc.boolean(),
      warns: fc.boolean(),
      appealed: fc.boolean(),
    }),
    fc.record({
      what: fc.constant('appeal'),
      kind,
      language,
      by: fc.constantFrom('author', 'notifier'),
      review: fc.constantFrom(...REVIEWS),
      took,
    }),
  )
  .map((one) => Figure.parse({ ...about, ...one }));

const decisions = (many: number, hours: (nth: number) => number): Figure[] =>
  Array.from({ length: many }, (_, nth) =>
    Figure.parse({
      ...about,
      what: 'decision',
      kind: 'spam',
      language: 'it',
      subject: 'reply',
      outcome: 'removed',
      tier: 4,
      took: (hours(nth) * HOUR) / SECOND,
      suspends: false,
      warns: false,
      appealed: false,
    }),
  );

describe('to the few people behind a small number of a transparency report', () => {
  test('no number from one to four is in any report', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 400 }), (figures) => {
        for (const { total, cells } of Object.values(reportOf(figures, ['it', 'ar']).tables))
          for (const shown of [total, ...(cells ?? []).map(({ count }) => count)])
            expect(shown === null || shown === 0 || shown >= FEWEST_SHOWN).toBe(true);
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  test('where outcomes hide a number, nothing is told of restrictions, whose total would be one equation more', () => {
    const { tables } = reportOf([...decisions(40, () => 1), ...decisions(3, () => 1)].slice(0, 33), ['it']);
    expect(tables['decisions-by-outcome'].cells).toContainEqual({ key: 'removed', count: 33 });
    const some = reportOf(
      [...decisions(40, () => 1), ...decisions(2, () => 1).map((one) => ({ ...one, outcome: 'kept' }) as Figure)],
      ['it'],
    );
    expect(some.tables['decisions-by-outcome'].cells).toContainEqual({ key: 'kept', count: null });
    expect(some.tables['restrictions-by-ground']).toEqual({ total: null, cells: null });
  });

  test('a median is told of five or more, in whole hours', () => {
    expect(
      reportOf(
        decisions(4, () => 9),
        ['it'],
      ).hours.decision,
    ).toBeNull();
    const { hours } = reportOf(
      decisions(11, (nth) => nth),
      ['it'],
    );
    expect(hours.decision).toBe(5);
    expect(hours.languages).toEqual([
      { key: 'it', hours: 5 },
      { key: 'others', hours: null },
    ]);
  });
});

describe('to the public, about when a report comes', () => {
  test('periods are half-years that never overlap, public one day after their end', () => {
    const early = '2026-07-01T12:00:00.000Z';
    expect(halfYearOf(early)).toBe('2026-H2');
    expect(publicHalfYears(undefined, early)).toEqual(['2025-H2']);
    expect(nextReportAt(early)).toBe('2026-07-02T00:00:00.000Z');
    const later = '2026-07-02T00:00:00.000Z';
    expect(publicHalfYears('2025-01-05T00:00:00.000Z', later)).toEqual(['2026-H1', '2025-H2', '2025-H1']);
    expect(nextReportAt(later)).toBe('2027-01-02T00:00:00.000Z');
    expect(spanOf('2026-H1').until).toBe(spanOf('2026-H2').from);
    expect(spanOf('2026-H2').until).toBe(spanOf('2027-H1').from);
  });
});
