import { describe, expect, test } from 'vitest';
import { editableUntil, isDealable, mayEdit, mayWithdraw, STATES, type State } from '#shared/contributions/rules.ts';
import { DEEPEST, depthUnder, mayEditReply, mayWithdrawReply } from '#shared/replies/rules.ts';
import { later, MINUTE } from '#shared/time.ts';

const AT = '2026-03-01T10:00:00.000Z';
const END = later(AT, 15 * MINUTE);
const words = (state: State = 'published') => ({ by: 'anna', at: AT, state, language: 'en' });

describe('to somebody who wrote something', () => {
  test('she may change it for fifteen minutes, the last millisecond included', () => {
    expect(editableUntil(words())).toBe(END);
    for (const may of [mayEdit, mayEditReply]) {
      expect(may(words(), 'anna', AT)).toEqual({ allowed: true });
      expect(may(words(), 'anna', END)).toEqual({ allowed: true });
      expect(may(words(), 'anna', later(END, 1))).toEqual({ allowed: false, reason: 'edit-time-over' });
    }
  });

  test('nobody else may change it or take it back, and a visitor neither', () => {
    for (const who of ['bo', '', undefined]) {
      expect(mayEdit(words(), who, AT)).toEqual({ allowed: false, reason: 'not-the-author' });
      expect(mayWithdraw(words(), who)).toEqual({ allowed: false, reason: 'not-the-author' });
      expect(mayWithdrawReply(words(), who)).toEqual({ allowed: false, reason: 'not-the-author' });
    }
  });

  test('she may take it back at any time, and only once; what is withheld she does not change', () => {
    expect(mayWithdraw(words(), 'anna')).toEqual({ allowed: true });
    for (const state of ['withdrawn', 'withheld'] as const) {
      expect(mayWithdraw(words(state), 'anna')).toEqual({ allowed: false, reason: 'already-withdrawn' });
      expect(mayEdit(words(state), 'anna', AT)).toEqual({ allowed: false, reason: 'already-withdrawn' });
    }
  });

  test('while it waits for its first reading she may change it and take it back; behind a click only take it back', () => {
    expect([mayEdit(words('waiting'), 'anna', AT), mayWithdraw(words('waiting'), 'anna')]).toEqual([
      { allowed: true },
      { allowed: true },
    ]);
    expect(mayEdit(words('restricted'), 'anna', AT)).toEqual({ allowed: false, reason: 'already-withdrawn' });
    expect(mayWithdraw(words('restricted'), 'anna')).toEqual({ allowed: true });
  });
});

describe('to somebody whom the deck deals cards', () => {
  const bo = { pseudonym: 'bo', reads: ['it', 'en'] };

  test('a card comes only when its words cannot change any more', () => {
    expect(isDealable(words(), bo, END)).toBe(false);
    expect(isDealable(words(), bo, later(END, 1))).toBe(true);
  });

  test('never her own, never in a language she does not read, never what is in any state but published', () => {
    const now = later(END, 1);
    expect(isDealable(words(), { ...bo, pseudonym: 'anna' }, now)).toBe(false);
    expect(isDealable({ ...words(), language: 'ar' }, bo, now)).toBe(false);
    expect(isDealable(words(), { ...bo, reads: [] }, now)).toBe(false);
    const dealt = STATES.filter((state) => isDealable(words(state), bo, now));
    expect(dealt).toEqual(['published']);
  });
});

describe('to readers of a thread', () => {
  test('answers nest three levels deep and stay at the third from there on', () => {
    let depth = depthUnder(undefined);
    const depths = [depth];
    for (let i = 0; i < 5; i++) depths.push((depth = depthUnder({ depth })));
    expect(depths).toEqual([1, 2, 3, 3, 3, 3]);
    expect(DEEPEST).toBe(3);
  });
});
