import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLawful, type Phase, type Stage } from '#shared/consultations/phases.ts';
import { rowsOf, suggestedPlan } from '#shared/consultations/planning.ts';
import { localTimeAt } from '#shared/local-time.ts';
import { DAY, instant, later } from '#shared/time.ts';

const START = '2026-01-01T00:00:00.000Z';
const plan = (...phases: Phase[]): Stage[] => phases.map((phase, i) => ({ phase, from: later(START, i * 10 * DAY) }));
const shown = (stages: Stage[], isWhole = true) => {
  const { rounds, end } = rowsOf(stages, isWhole);
  return [...rounds, ...end].map(({ phase, from }) => (from ? phase : `(${phase})`));
};

describe('to a coordinator who sets dates', () => {
  test('the dates that she is offered are lawful whenever she comes, and at hours when people are awake', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 365 }), fc.constantFrom('Europe/Rome', 'Europe/Kyiv'), (day, zone) => {
        const now = instant(Date.UTC(2026, 0, 1 + day, 13, 7));
        const stages = suggestedPlan(now, zone);
        expect(isLawful([{ phase: 'preparing', from: now }, ...stages])).toBe(true);
        expect(stages.map(({ from }) => localTimeAt(from, zone).slice(11))).toEqual([
          '09:00',
          '20:00',
          '20:00',
          '09:00',
          '09:00',
        ]);
      }),
    );
  });

  test('every stage has its row, with or without a date', () => {
    expect(shown(plan('suggesting', 'deliberating', 'drafting', 'answered'))).toEqual([
      'suggesting',
      'deliberating',
      'drafting',
      'answered',
      '(closed)',
    ]);
    expect(shown([])).toEqual(['(suggesting)', '(deliberating)', '(drafting)', '(answered)', '(closed)']);
    expect(shown(plan('suggesting', 'drafting'))).toEqual([
      'suggesting',
      '(deliberating)',
      'drafting',
      '(answered)',
      '(closed)',
    ]);
  });

  test('one that opens as soon as it is published has no date for that', () => {
    expect(shown(plan('deliberating', 'drafting')).slice(0, 3)).toEqual(['(suggesting)', 'deliberating', 'drafting']);
  });

  test('several rounds stand one after another, an unfinished one to its end', () => {
    const rounds = plan('suggesting', 'deliberating', 'drafting', 'suggesting');
    expect(shown(rounds).slice(3, 6)).toEqual(['suggesting', '(deliberating)', '(drafting)']);
  });

  test('of something under way only what is to come has a row', () => {
    expect(shown(plan('deliberating', 'drafting', 'answered'), false)).toEqual([
      'deliberating',
      'drafting',
      'answered',
      '(closed)',
    ]);
    expect(shown(plan('answered'), false)).toEqual(['answered', '(closed)']);
    expect(shown([], false)).toEqual(['(answered)', '(closed)']);
  });
});
