import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Pseudonym } from '#shared/ballots/schema.ts';
import { ConsultationId } from '#shared/consultations/schema.ts';
import { idFrom, timedIdFrom } from '#shared/ids.ts';
import { ParticipantId, SessionId } from '#shared/participants/schema.ts';
import { ReplyId } from '#shared/replies/schema.ts';

describe('to somebody whom an id names', () => {
  test('the id of a person, a session or a consultation is made of chance alone: it holds no time', () => {
    const bytes = new Uint8Array(16).fill(7);
    expect(idFrom('participant', bytes)).toBe(idFrom('participant', bytes));
    const first = Array.from({ length: 2000 }, () => idFrom('participant', randomBytes(16)));
    const sorted = first.toSorted();
    const inPlace = first.filter((id, i) => sorted[i] === id).length;
    expect(inPlace).toBeLessThan(20);
    expect(new Set(first).size).toBe(first.length);
    for (const id of first) expect(ParticipantId.safeParse(id).success).toBe(true);
  });

  test('replies sort by the time they came, for longer than anybody lives', () => {
    const bytes = (): Uint8Array => randomBytes(16);
    const times = [0, 1, 31, 32, 1_767_225_600_000, 1_767_225_600_001, Date.UTC(2300, 0, 1)];
    const ids = times.map((at) => timedIdFrom('reply', at, bytes()));
    expect(ids.toSorted()).toEqual(ids);
    for (const id of ids) expect(ReplyId.safeParse(id).success).toBe(true);
  });

  test('an id of one kind is never taken for another, and nothing else passes as one', () => {
    const id = idFrom('consultation', randomBytes(16));
    expect(ConsultationId.safeParse(id).success).toBe(true);
    for (const wrong of [
      id.replace('con_', 'prt_'),
      `${id}0`,
      id.slice(0, -1),
      id.toUpperCase(),
      `${id}\n`,
      '',
      'con_',
      `con_${'u'.repeat(16)}`,
    ]) {
      expect(ConsultationId.safeParse(wrong).success).toBe(false);
    }
    expect(SessionId.safeParse(idFrom('participant', randomBytes(16))).success).toBe(false);
    expect(Pseudonym.safeParse('A'.repeat(22)).success).toBe(true);
    expect(Pseudonym.safeParse('A'.repeat(21)).success).toBe(false);
  });
});
