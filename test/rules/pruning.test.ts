import { describe, expect, test } from 'vitest';
import { prunable } from '#shared/opinion/rules.ts';

/** Snapshots in a row, the oldest first: `P` published, `s` for staff. */
const row = (letters: string) =>
  Array.from(letters).map((letter, place) => ({
    place,
    ...(letter === 'P' && { publishedFor: '2026-01-01T00:00:00.000Z' }),
  }));

describe('to an auditor who comes back later', () => {
  test.each([
    ['', []],
    ['sss', []],
    ['ssss', [0]],
    ['ssssss', [0, 1, 2]],
    ['sPssss', [2]],
    ['ssPsss', [0]],
    ['PPPPPP', []],
    ['sssssP', [0, 1, 2]],
  ])('of %j every published one stays with the one it was made from, and the last three', (letters, gone) => {
    expect(prunable(row(letters)).map(({ place }) => place)).toEqual(gone);
  });
});
