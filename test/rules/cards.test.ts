import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardNumber, groupedCardNumber } from '#shared/participants/rules.ts';
import { CardNumber } from '#shared/participants/schema.ts';

const DIGITS = '0123456789012345';
const inScript = (zero: string) =>
  DIGITS.replaceAll(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));

describe('to somebody who types the number of her card', () => {
  test('she may write it in Latin, Arabic-Indic or Persian digits', () => {
    expect(cardNumber(DIGITS)).toBe(DIGITS);
    expect(cardNumber(inScript('٠'))).toBe(DIGITS);
    expect(cardNumber(inScript('۰'))).toBe(DIGITS);
    expect(cardNumber('٠۱2٣٤۵6٧٨۹0١٢۳4٥')).toBe(DIGITS);
  });

  test('with spaces, hyphens and dashes of any kind, and with the marks that keyboards of right-to-left scripts add', () => {
    expect(cardNumber('0123 4567 8901 2345')).toBe(DIGITS);
    expect(cardNumber(' 0123-4567–8901—2345 ')).toBe(DIGITS);
    expect(cardNumber('0123\u00a04567\u200f8901\u200e2345\n')).toBe(DIGITS);
    expect(cardNumber(groupedCardNumber(DIGITS))).toBe(DIGITS);
    expect(groupedCardNumber(DIGITS)).toBe('0123 4567 8901 2345');
  });

  test('what is no card number is none: a digit too few, one too many, a letter, another script', () => {
    for (const typed of [
      '',
      '012345678901234',
      `${DIGITS}6`,
      '012345678901234O',
      inScript('०'),
      '０１２３４５６７８９０１２３４５',
      '²'.repeat(16),
      'x'.repeat(16),
    ]) {
      expect(cardNumber(typed)).toBeNull();
      expect(CardNumber.safeParse(typed).error?.issues[0]?.message).toBe('not-a-card-number');
    }
  });

  test('whatever is typed, the answer is sixteen Latin digits or none', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789٠٩۰۹ -–')), maxLength: 30 }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = cardNumber(text);
        if (read !== null) expect(read).toMatch(/^\d{16}$/);
      }),
      { seed: 4, numRuns: 3000 },
    );
  });
});
