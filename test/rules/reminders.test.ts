import { describe, expect, test } from 'vitest';
import { PHASES, type Stage } from '#shared/consultations/phases.ts';
import { missingFor, NEEDS, type Standing } from '#shared/progress/needs.ts';
import { remindersDue } from '#shared/progress/reminders.ts';

const stages: Stage[] = [
  { phase: 'preparing', from: '2026-03-01T00:00:00.000Z' },
  { phase: 'suggesting', from: '2026-03-10T00:00:00.000Z' },
  { phase: 'deliberating', from: '2026-03-20T00:00:00.000Z' },
];
const due = (now: string) => remindersDue(stages, now).map(({ kind, phase }) => `${kind} ${phase}`);

describe('to whoever runs a consultation', () => {
  test.each([
    ['2026-03-01T00:00:00.000Z', []],
    ['2026-03-06T23:59:59.999Z', []],
    ['2026-03-07T00:00:00.000Z', ['soon suggesting']],
    ['2026-03-09T23:59:59.999Z', ['soon suggesting']],
    ['2026-03-10T00:00:00.000Z', ['lacking suggesting']],
    ['2026-03-11T23:59:59.999Z', ['lacking suggesting']],
    ['2026-03-12T00:00:00.000Z', []],
    ['2026-03-17T00:00:00.000Z', ['soon deliberating']],
    ['2026-03-20T00:00:00.000Z', ['lacking deliberating']],
    ['2026-04-20T00:00:00.000Z', []],
  ])('at %s the reminders due are %j', (now, expected) => {
    expect(due(now)).toEqual(expected);
  });

  const ready: Standing = { passages: 3, moderators: 1, drafters: 1, cards: 5, waiting: [], isFollowed: true };

  test.each(PHASES)('nothing is missing for %s when everything is there', (phase) => {
    expect(missingFor(phase, ready)).toEqual([]);
  });

  test('each thing that is missing is said for the steps that need it, and for no other', () => {
    const bare: Standing = {
      passages: 0,
      moderators: 0,
      drafters: 0,
      cards: 0,
      waiting: [
        { what: 'translations', count: 1 },
        { what: 'approvals', count: 2 },
        { what: 'reports', count: 3 },
      ],
      isFollowed: false,
    };
    expect(Object.fromEntries(PHASES.map((phase) => [phase, missingFor(phase, bare)]))).toEqual({
      preparing: [],
      suggesting: ['text', 'translations', 'moderators', 'next-date'],
      deliberating: ['suggestions', 'translations', 'moderators', 'approvals', 'next-date'],
      drafting: ['drafters', 'reports', 'next-date'],
      answered: ['reports'],
      closed: ['approvals', 'reports'],
    });
    expect(new Set(PHASES.flatMap((phase) => missingFor(phase, bare)))).toEqual(new Set(NEEDS));
  });
});
