import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACTS,
  changePhase,
  closeVoting,
  comingStages,
  countingEnds,
  isLawful,
  mayNow,
  openedAt,
  PHASES,
  phaseAt,
  reschedule,
  stageAfter,
  type Act,
  type Phase,
  type Stage,
} from '#shared/consultations/phases.ts';
import { DAY, instant, later, milliseconds, MINUTE, SECOND, type Instant } from '#shared/time.ts';

const START = '2026-01-01T00:00:00.000Z';
const day = (n: number): Instant => later(START, n * DAY);
const plan = (...phases: Phase[]): Stage[] => phases.map((phase, i) => ({ phase, from: day(i * 10) }));
const ONE_ROUND = plan('preparing', 'suggesting', 'deliberating', 'drafting', 'answered', 'closed');
const TWO_ROUNDS = plan(
  'preparing',
  'suggesting',
  'deliberating',
  'drafting',
  'suggesting',
  'deliberating',
  'drafting',
  'answered',
  'closed',
);

/** Written out here once more, by hand, so that nobody changes who may do what by changing one line. */
const LAW: Record<Phase, Record<Act, boolean>> = {
  preparing: { read: true, vote: false, suggest: false, reply: false, 'see-results': false },
  suggesting: { read: true, vote: true, suggest: true, reply: true, 'see-results': false },
  deliberating: { read: true, vote: true, suggest: false, reply: true, 'see-results': false },
  drafting: { read: true, vote: false, suggest: false, reply: true, 'see-results': true },
  answered: { read: true, vote: false, suggest: false, reply: false, 'see-results': true },
  closed: { read: true, vote: false, suggest: false, reply: false, 'see-results': true },
};

/** A lawful schedule with one to three rounds, cut off anywhere, with uneven dates. */
const schedules = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 12 }),
    fc.array(fc.integer({ min: 1, max: 40 * DAY }), { minLength: 12, maxLength: 12 }),
  )
  .map(([rounds, length, gaps]): Stage[] => {
    const round: Phase[] = ['suggesting', 'deliberating', 'drafting'];
    const all: Phase[] = ['preparing', ...Array.from({ length: rounds }, () => round).flat(), 'answered', 'closed'];
    let at = milliseconds(START);
    return all.slice(0, length).map((phase, i) => ({ phase, from: instant((at += gaps[i] ?? 1)) }));
  });
const moments = fc.integer({ min: -DAY, max: 500 * DAY }).map((ms) => later(START, ms));

describe('to everybody, about who may do what when', () => {
  for (const phase of PHASES) {
    for (const act of ACTS) {
      const may = LAW[phase][act];
      test(`while a consultation is ${phase}, residents ${may ? 'may' : 'may not'} ${act}`, () => {
        const stage = ONE_ROUND.find((candidate) => candidate.phase === phase);
        expect(mayNow({ stages: ONE_ROUND }, act, stage?.from ?? '').allowed).toBe(may);
      });
    }
  }

  test('a refusal says whether the moment is still to come, has passed, or never comes', () => {
    const reason = (act: Act, at: Instant) => {
      const verdict = mayNow({ stages: ONE_ROUND }, act, at);
      return verdict.allowed ? 'allowed' : verdict.reason;
    };
    expect(reason('vote', day(-1))).toBe('consultation-in-preparation');
    expect(reason('vote', day(5))).toBe('consultation-in-preparation');
    expect(reason('see-results', day(15))).toBe('not-in-this-phase');
    expect(reason('suggest', day(25))).toBe('phase-has-passed');
    expect(reason('vote', day(35))).toBe('phase-has-passed');
    expect(reason('vote', day(60))).toBe('consultation-closed');
    const between = mayNow({ stages: TWO_ROUNDS }, 'suggest', day(35));
    expect(between).toEqual({ allowed: false, reason: 'not-in-this-phase' });
  });

  test('a draft has no dates, and nobody may do anything in it', () => {
    for (const act of ACTS) {
      expect(mayNow({ stages: [] }, act, day(1))).toEqual({ allowed: false, reason: 'consultation-in-preparation' });
    }
  });

  test('a phase begins at its instant and not a millisecond earlier', () => {
    expect(phaseAt({ stages: ONE_ROUND }, later(day(30), -1))).toBe('deliberating');
    expect(phaseAt({ stages: ONE_ROUND }, day(30))).toBe('drafting');
    expect(mayNow({ stages: ONE_ROUND }, 'vote', later(day(30), -1)).allowed).toBe(true);
    expect(mayNow({ stages: ONE_ROUND }, 'vote', day(30)).allowed).toBe(false);
  });

  test('whatever the schedule and the moment: nothing is possible before it begins, reading stays possible for good', () => {
    fc.assert(
      fc.property(schedules, moments, (stages, now) => {
        const phase = phaseAt({ stages }, now);
        const hasBegun = stages.some(({ from }) => from <= now);
        for (const act of ACTS) expect(mayNow({ stages }, act, now).allowed).toBe(hasBegun && LAW[phase][act]);
        const next = stageAfter({ stages }, now);
        if (next) expect(next.from > now).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('to the council, about schedules', () => {
  test('one round and several rounds are lawful, from preparing to closed', () => {
    expect(isLawful(ONE_ROUND)).toBe(true);
    expect(isLawful(TWO_ROUNDS)).toBe(true);
    expect(isLawful(plan('preparing'))).toBe(true);
  });

  test('a schedule may not skip a phase, go back, repeat a date or begin in the middle', () => {
    expect(isLawful([])).toBe(false);
    expect(isLawful(plan('suggesting', 'deliberating'))).toBe(false);
    expect(isLawful(plan('preparing', 'deliberating'))).toBe(false);
    expect(isLawful(plan('preparing', 'suggesting', 'drafting'))).toBe(false);
    expect(isLawful(plan('preparing', 'suggesting', 'deliberating', 'drafting', 'closed'))).toBe(false);
    expect(isLawful(plan('preparing', 'suggesting', 'deliberating', 'answered'))).toBe(false);
    expect(isLawful([...ONE_ROUND, { phase: 'suggesting', from: day(90) }])).toBe(false);
    expect(
      isLawful([
        { phase: 'preparing', from: day(1) },
        { phase: 'suggesting', from: day(1) },
      ]),
    ).toBe(false);
    expect(
      isLawful([
        { phase: 'preparing', from: day(2) },
        { phase: 'suggesting', from: day(1) },
      ]),
    ).toBe(false);
  });

  test('every pair of phases follows only where the line of phases says so', () => {
    const follows = [
      'preparing suggesting',
      'suggesting deliberating',
      'deliberating drafting',
      'drafting suggesting',
      'drafting answered',
      'answered closed',
    ];
    for (const before of PHASES) {
      for (const after of PHASES) {
        const now = day(100);
        const stages: Stage[] = [{ phase: before, from: day(50) }];
        const changed = changePhase({ stages }, after, later(now, MINUTE), now);
        const reason = changed.allowed ? 'allowed' : changed.reason;
        expect([before, after, reason === 'phase-not-next']).toEqual([
          before,
          after,
          !follows.includes(`${before} ${after}`),
        ]);
      }
    }
  });
});

describe('to residents, about changes of phase by hand', () => {
  const now = day(25);

  test('a change is announced at least a minute ahead, to the millisecond', () => {
    expect(changePhase({ stages: ONE_ROUND }, 'drafting', later(now, MINUTE - 1), now)).toMatchObject({
      reason: 'too-soon',
    });
    expect(changePhase({ stages: ONE_ROUND }, 'drafting', now, now)).toMatchObject({ reason: 'too-soon' });
    const changed = changePhase({ stages: ONE_ROUND }, 'drafting', later(now, MINUTE), now);
    expect(changed.stages?.map(({ phase, from }) => [phase, from])).toEqual([
      ['preparing', day(0)],
      ['suggesting', day(10)],
      ['deliberating', day(20)],
      ['drafting', later(now, MINUTE)],
      ['answered', day(40)],
      ['closed', day(50)],
    ]);
  });

  test('a closing that is less than a minute away stands: no process may hear of its change too late', () => {
    const late = later(day(30), -59 * SECOND);
    expect(changePhase({ stages: ONE_ROUND }, 'drafting', day(35), late)).toMatchObject({ reason: 'too-soon' });
    expect(changePhase({ stages: ONE_ROUND }, 'drafting', day(35), later(day(30), -MINUTE)).allowed).toBe(true);
  });

  test('a change does not jump over the date that follows it', () => {
    expect(changePhase({ stages: ONE_ROUND }, 'drafting', day(40), now)).toMatchObject({
      reason: 'after-the-following-date',
    });
    expect(changePhase({ stages: ONE_ROUND }, 'drafting', later(day(40), -1), now).allowed).toBe(true);
  });

  test('after drafting another round may begin although none was planned, and the dates after it are open again', () => {
    const changed = changePhase({ stages: ONE_ROUND }, 'suggesting', day(36), day(35));
    expect(changed.stages?.map(({ phase }) => phase)).toEqual([
      'preparing',
      'suggesting',
      'deliberating',
      'drafting',
      'suggesting',
    ]);
  });

  test('a planned round may be left out: the answer comes instead', () => {
    const changed = changePhase({ stages: TWO_ROUNDS }, 'answered', day(36), day(35));
    expect(changed.stages?.slice(4).map(({ phase }) => phase)).toEqual(['answered', 'closed']);
  });

  test('whatever the schedule: an accepted change is lawful, keeps the past as it was, and comes when it says', () => {
    fc.assert(
      fc.property(
        schedules,
        moments,
        fc.constantFrom(...PHASES),
        fc.integer({ min: -DAY, max: 60 * DAY }),
        (stages, at, to, ahead) => {
          const begins = later(at, ahead);
          const changed = changePhase({ stages }, to, begins, at);
          if (!changed.allowed) return;
          const after = changed.stages ?? [];
          expect(isLawful(after)).toBe(true);
          expect(after.filter(({ from }) => from <= at)).toEqual(stages.filter(({ from }) => from <= at));
          expect(stageAfter({ stages: after }, at)).toEqual({ phase: to, from: begins });
          expect(milliseconds(begins) - milliseconds(at)).toBeGreaterThanOrEqual(MINUTE);
        },
      ),
      { seed: 2, numRuns: 2000 },
    );
  });
});

/** A schedule, a moment in it and other dates for what is to come. */
const changes = fc.record({
  stages: schedules,
  at: moments,
  shifts: fc.array(fc.integer({ min: -DAY, max: 20 * DAY }), { minLength: 12, maxLength: 12 }),
  dropped: fc.integer({ min: 0, max: 12 }),
});

describe('to residents, about changed dates', () => {
  const now = day(25);

  test('all that is to come may get other dates, a later round may be added, and what has been stays', () => {
    const coming = [
      { phase: 'drafting', from: day(33) },
      { phase: 'suggesting', from: day(40) },
      { phase: 'deliberating', from: day(50) },
      { phase: 'drafting', from: day(60) },
    ] as const;
    const changed = reschedule({ stages: ONE_ROUND }, coming, now);
    expect(changed.stages).toEqual([...ONE_ROUND.slice(0, 3), ...coming]);
  });

  test.each<[string, Stage[], string]>([
    ['a date in the past', [{ phase: 'drafting', from: day(24) }], 'too-soon'],
    ['a date less than a minute away', [{ phase: 'drafting', from: later(now, 59 * SECOND) }], 'too-soon'],
    ['a phase left out', [{ phase: 'answered', from: day(30) }], 'phase-not-next'],
    [
      'dates that go back',
      [
        { phase: 'drafting', from: day(40) },
        { phase: 'answered', from: day(39) },
      ],
      'after-the-following-date',
    ],
  ])('%s is refused', (_, coming, reason) => {
    expect(reschedule({ stages: ONE_ROUND }, coming, now)).toEqual({ allowed: false, reason });
  });

  test('whatever the schedule: an accepted change is lawful, keeps the past, and moves nothing at short notice', () => {
    fc.assert(
      fc.property(changes, ({ stages, at, shifts, dropped }) => {
        const planned = comingStages({ stages }, at);
        const coming = planned
          .slice(0, planned.length - dropped)
          .map(({ phase, from }, i) => ({ phase, from: later(from, shifts[i] ?? 0) }));
        const changed = reschedule({ stages }, coming, at);
        if (!changed.allowed || stages[0]?.from === undefined || stages[0].from > at) return;
        expect(isLawful(changed.stages ?? [])).toBe(true);
        expect(changed.stages).toEqual([...stages.filter(({ from }) => from <= at), ...coming]);
        const kept = new Set(coming.map(({ from }) => from));
        for (const { from } of planned) {
          if (milliseconds(from) < milliseconds(at) + MINUTE) expect(kept.has(from)).toBe(true);
        }
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});

describe('to residents, about voting that is closed early', () => {
  const phases = (stages: readonly Stage[] | undefined) => stages?.map(({ phase, from }) => [phase, from]);

  test('it ends at the announced moment, and all that follows keeps its date', () => {
    expect(phases(closeVoting({ stages: ONE_ROUND }, day(26), day(25)).stages)).toEqual([
      ['preparing', day(0)],
      ['suggesting', day(10)],
      ['deliberating', day(20)],
      ['drafting', day(26)],
      ['answered', day(40)],
      ['closed', day(50)],
    ]);
  });

  test('while suggestions are taken, the last minute is the deliberation, so that the count is closed as ever', () => {
    const { stages } = closeVoting({ stages: ONE_ROUND }, day(16), day(15));
    expect(phases(stages)?.slice(1, 4)).toEqual([
      ['suggesting', day(10)],
      ['deliberating', later(day(16), -MINUTE)],
      ['drafting', day(16)],
    ]);
    expect(countingEnds({ stages: stages ?? [] })).toEqual([day(16)]);
  });

  test('of several rounds only the one under way ends', () => {
    const { stages } = closeVoting({ stages: TWO_ROUNDS }, day(26), day(25));
    expect(countingEnds({ stages: stages ?? [] })).toEqual([day(26), day(60)]);
  });

  test.each([
    ['when nobody votes', day(35), day(36), 'phase-not-next'],
    ['at short notice', day(25), later(day(25), MINUTE - 1), 'too-soon'],
    ['at short notice while suggestions are taken', day(15), later(day(15), 2 * MINUTE - 1), 'too-soon'],
    ['later than planned', day(25), day(31), 'after-the-following-date'],
    ['on its own date', day(25), day(30), 'after-the-following-date'],
    ['less than a minute before its date', later(day(30), -59 * SECOND), later(day(30), -1), 'too-soon'],
  ])('not %s', (_, now, at, reason) => {
    expect(closeVoting({ stages: ONE_ROUND }, at, now)).toEqual({ allowed: false, reason });
  });
});

describe('to everybody, about when votes are counted', () => {
  test('each deliberation that ends closes a count, and voting opened with the first phase that takes votes', () => {
    expect(countingEnds({ stages: ONE_ROUND })).toEqual([day(30)]);
    expect(countingEnds({ stages: TWO_ROUNDS })).toEqual([day(30), day(60)]);
    expect(openedAt({ stages: TWO_ROUNDS })).toBe(day(10));
    expect(openedAt({ stages: plan('preparing') })).toBeUndefined();
  });
});
