import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Words } from '#shared/words.ts';

const LENGTH = 20;
const words = Words(LENGTH);
const problemOf = (text: unknown): string => {
  const read = words.safeParse(text);
  return read.success ? 'accepted' : (read.error.issues[0]?.message ?? '');
};
const as = (text: string): string => words.parse(text);

describe('to somebody who writes', () => {
  test('her words come back as she wrote them, in whatever script', () => {
    for (const text of ['Più case.', 'نريد مساكن', 'Čhavorenge', '住房', 'ዘይ', '👩‍👩‍👧‍👧', 'a\tb', 'a\nb']) {
      expect(as(text)).toBe(text.normalize('NFC'));
    }
  });

  test('accents typed in two strokes become one letter, line ends one sign, and space around the text goes', () => {
    expect(as('e\u0301')).toBe('é');
    expect(as('a\r\nb')).toBe('a\nb');
    expect(as('  \n benches \t ')).toBe('benches');
  });

  test('nothing at all is refused as missing', () => {
    for (const text of ['', ' ', '\n\n', '\u00a0\u2003', '\ufeff', '\u200b\u200d', '\u2067\u2069'])
      expect(problemOf(text)).toBe('words-missing');
  });

  test('the length counts after joining accents, and exactly the longest text is accepted', () => {
    expect(problemOf('x'.repeat(LENGTH))).toBe('accepted');
    expect(problemOf('x'.repeat(LENGTH + 1))).toBe('words-too-long');
    expect(problemOf('e\u0301'.repeat(LENGTH))).toBe('accepted');
    expect(problemOf('😀'.repeat(LENGTH))).toBe('accepted');
    expect(problemOf('😀'.repeat(LENGTH + 1))).toBe('words-too-long');
  });

  test('every control character but tab and line feed is refused by name', () => {
    const refused: number[] = [];
    for (let code = 0; code < 0xa0; code++) {
      if (problemOf(`a${String.fromCharCode(code)}b`) === 'words-unsayable') refused.push(code);
    }
    const controls = Array.from({ length: 0xa0 }, (_, code) => code).filter(
      (code) => (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f),
    );
    expect(refused).toEqual(controls);
  });

  test('halves of characters and code points that are none are refused', () => {
    for (const text of ['a\ud800b', 'a\udc00b', '\udc00\ud800', 'a\ufffe', 'a\uffff']) {
      expect(problemOf(text)).toBe('words-unsayable');
    }
    expect(problemOf('a\ud83d\ude00b')).toBe('accepted');
  });

  test('what is not text is refused', () => {
    for (const given of [undefined, null, 1, true, [], {}, ['a']]) expect(words.safeParse(given).success).toBe(false);
  });

  test('whatever is accepted is stored in a form that is accepted again and stays the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const read = words.safeParse(text);
        if (!read.success) return;
        expect(as(read.data)).toBe(read.data);
        expect(read.data).toBe(text.replaceAll('\r\n', '\n').normalize('NFC').trim());
        expect(Array.from(read.data).length).toBeLessThanOrEqual(LENGTH);
      }),
      { seed: 3, numRuns: 3000 },
    );
  });
});
