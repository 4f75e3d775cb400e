import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hereOnLine, LINE_STEPS, lineOf, type LineFacts } from '#shared/answers/line.ts';
import { answerReminderDue, isOver, pointStanding } from '#shared/answers/rules.ts';
import { isLawful, PHASES, phaseAt, type Phase, type Stage } from '#shared/consultations/phases.ts';
import { MEASURE_STATES, measureStanding } from '#shared/measures/rules.ts';
import { DAY, dayIn, instant, later } from '#shared/time.ts';

const BEGAN = instant(Date.UTC(2026, 0, 1));

/** One or two rounds, and then the end, a different number of days apart. */
const aSchedule = fc
  .tuple(fc.boolean(), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 9, maxLength: 9 }))
  .map(([isTwice, days]): Stage[] => {
    const round: Phase[] = ['suggesting', 'deliberating', 'drafting'];
    const phases: Phase[] = ['preparing', ...round, ...(isTwice ? round : []), 'answered', 'closed'];
    return phases.map((phase, i) => ({
      phase,
      from: later(BEGAN, days.slice(0, i).reduce((sum, day) => sum + day, 0) * DAY),
    }));
  });

const upTo = (most: number) => fc.integer({ min: 0, max: most });
const someFacts: fc.Arbitrary<LineFacts> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), upTo(4), upTo(4), upTo(4), upTo(3), upTo(4), upTo(4))
  .map(([version, answered, waiting, late, outcomes, finished, open]) => ({
    version,
    points: { asked: answered + waiting, answered, late: Math.min(late, waiting), accepted: Math.min(1, answered) },
    outcomes,
    measures: { planned: finished + open, finished, late: Math.min(late, open) },
  }));
const aMoment = fc.integer({ min: 0, max: 600 }).map((day) => later(BEGAN, day * DAY));

describe('to everybody who wants to know where a consultation is', () => {
  test('the line has its five steps in their order, whatever the dates and the answers are', () => {
    fc.assert(
      fc.property(aSchedule, someFacts, aMoment, (stages, facts, now) => {
        expect(isLawful(stages)).toBe(true);
        expect(lineOf({ stages }, facts, now).map(({ step }) => step)).toEqual(LINE_STEPS);
      }),
    );
  });

  test('once it has closed, the line is never empty: asking is over, and whether there was an answer is said', () => {
    fc.assert(
      fc.property(aSchedule, someFacts, upTo(900), (stages, facts, days) => {
        const now = later(stages.at(-1)!.from, days * DAY);
        const line = lineOf({ stages }, facts, now);
        const is = Object.fromEntries(line.map((one) => [one.step, one.is]));
        expect(is.asked).toBe('over');
        for (const step of ['drafted', 'sent', 'answered'] as const) expect(is[step]).not.toBe('coming');
        expect(['over', 'now', 'late']).toContain(is.answered);
        if (facts.points.asked === 0 && facts.outcomes === 0) expect(hereOnLine(line)).not.toEqual({ step: 'asked' });
        expect(hereOnLine(line).is).not.toBe('coming');
      }),
    );
  });

  test('nothing is called answered before every point is, and what nobody answered in time is late', () => {
    fc.assert(
      fc.property(aSchedule, someFacts, aMoment, (stages, facts, now) => {
        const is = lineOf({ stages }, facts, now)[3]!.is;
        const { asked, answered, late } = facts.points;
        if (asked > answered) expect(is).toBe(late > 0 ? 'late' : 'now');
        if (asked > 0 && asked === answered) expect(is).toBe('over');
      }),
    );
  });

  test.each(PHASES)('without an answer of anybody, %s says so in its own way', (phase) => {
    const stages = PHASES.map((one, i) => ({ phase: one, from: later(BEGAN, i * DAY) }));
    const now = later(BEGAN, PHASES.indexOf(phase) * DAY);
    expect(phaseAt({ stages }, now)).toBe(phase);
    const facts: LineFacts = {
      version: 1,
      points: { asked: 0, answered: 0, late: 0, accepted: 0 },
      outcomes: 0,
      measures: { planned: 0, finished: 0, late: 0 },
    };
    const said = { preparing: 'asked coming', suggesting: 'asked now', deliberating: 'asked now' } as const;
    const later_ = { drafting: 'drafted now', answered: 'answered now', closed: 'answered late' } as const;
    const { step, is } = hereOnLine(lineOf({ stages }, facts, now));
    expect(`${step} ${is}`).toBe({ ...said, ...later_ }[phase]);
  });
});

describe('to whoever was promised something', () => {
  const FACTS: LineFacts = {
    version: 2,
    points: { asked: 2, answered: 2, late: 0, accepted: 1 },
    outcomes: 0,
    measures: { planned: 0, finished: 0, late: 0 },
  };
  const stages = PHASES.map((one, i) => ({ phase: one, from: later(BEGAN, i * DAY) }));
  const doneIs = (more: Partial<LineFacts>) => lineOf({ stages }, { ...FACTS, ...more }, later(BEGAN, 9 * DAY))[4]?.is;

  test('what was taken up is not done before a measure is planned and finished; what was not ends there', () => {
    expect(doneIs({})).toBe('now');
    expect(doneIs({ measures: { planned: 2, finished: 1, late: 0 } })).toBe('now');
    expect(doneIs({ measures: { planned: 2, finished: 1, late: 1 } })).toBe('late');
    expect(doneIs({ measures: { planned: 2, finished: 2, late: 0 } })).toBe('over');
    expect(doneIs({ points: { ...FACTS.points, accepted: 0 } })).toBe('none');
  });
});

describe('to whoever waits for an answer or a measure', () => {
  test('a day is over when its last minute is, on the clocks of the place', () => {
    expect(isOver('2026-11-28', '2026-11-28T22:59:59.999Z', 'Europe/Rome')).toBe(false);
    expect(isOver('2026-11-28', '2026-11-28T23:00:00.000Z', 'Europe/Rome')).toBe(true);
    expect(isOver('2026-11-28', '2026-11-28T23:00:00.000Z', 'Atlantic/Azores')).toBe(false);
  });

  test('what is given is never late, and what is not given is late from the day after on', () => {
    fc.assert(
      fc.property(
        aMoment,
        fc.integer({ min: -30, max: 30 }),
        fc.constantFrom(...MEASURE_STATES),
        (now, days, state) => {
          const due = dayIn(later(now, days * DAY), 'UTC');
          expect(pointStanding(true, due, now, 'UTC')).toBe('answered');
          expect(pointStanding(false, due, now, 'UTC')).toBe(days < 0 ? 'late' : 'awaited');
          const isOpen = state === 'planned' || state === 'under-way';
          expect(measureStanding({ state, deadline: due }, now, 'UTC')).toBe(isOpen && days < 0 ? 'late' : state);
        },
      ),
    );
  });

  test('reminders go out a week before the day, the day after it, and two weeks after it', () => {
    const on = (day: string) => answerReminderDue('2026-06-15', `${day}T12:00:00.000Z`, 'Europe/Rome');
    expect(
      ['2026-06-07', '2026-06-08', '2026-06-15', '2026-06-16', '2026-06-28', '2026-06-29', '2026-09-01'].map(on),
    ).toEqual([undefined, 'soon', 'soon', 'over', 'over', 'long-over', 'long-over']);
  });
});
