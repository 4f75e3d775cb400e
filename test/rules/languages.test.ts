import { describe, expect, test } from 'vitest';
import { directionOf, LANGUAGES, LOCALES, preferredLocale, type Language } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import type { Texts } from '#shared/texts.ts';

describe('to somebody who arrives with her own language', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['xx', 'en'],
    ['it', 'it'],
    ['ar-EG', 'ar'],
    ['fr-CA', 'fr'],
    ['ru, uk;q=0.9', 'uk'],
    ['IT-it', 'it'],
    ['de, it;q=0.8, en;q=0.9', 'en'],
    ['de;q=0.9, it;q=0.8', 'it'],
    ['it;q=0, en', 'en'],
    ['it;q=0', 'en'],
    ['ar;q=0.5,it;q=0.5', 'ar'],
    [' it ; q=0.3 , ar ; q=0.2', 'it'],
    ['en;q=abc, ar;q=0.4', 'en'],
    [';;;,,,', 'en'],
  ] as const)('a browser that asks for %o is answered in %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });

  test('a very long or broken header is answered in a language too', () => {
    expect(LOCALES).toContain(preferredLocale(`${'a,'.repeat(20_000)}it`));
    expect(LOCALES).toContain(preferredLocale('it;q=999999999999999999999, \u0000'));
  });

  test('Arabic, Persian and Urdu run from right to left, all others from left to right', () => {
    const rtl = Object.keys(LANGUAGES).filter((tag) => directionOf(tag) === 'rtl');
    expect(rtl).toEqual(['ar', 'fa', 'ur']);
  });
});

describe('to somebody who reads a text that exists in some languages', () => {
  const texts: Texts = {
    it: { text: 'case', provenance: 'original' },
    en: { text: 'homes', provenance: 'human', checkedBy: 'A. B.' },
    ar: { text: 'مساكن', provenance: 'machine' },
  };
  const read = (...wanted: Language[]) => readingOf(texts, wanted)?.language;

  test('she gets her first language that there is, then the original, then whatever there is', () => {
    expect(read('de', 'ar', 'en')).toBe('ar');
    expect(read('en')).toBe('en');
    expect(read('de')).toBe('it');
    expect(read()).toBe('it');
    expect(readingOf({ ar: { text: 'مساكن', provenance: 'machine' } }, ['de'])?.language).toBe('ar');
    expect(readingOf({}, ['en'])).toBeNull();
  });

  test('she is told how the text came into her language and who checked it', () => {
    expect(readingOf(texts, ['ar'])).toEqual({ text: 'مساكن', provenance: 'machine', language: 'ar' });
    expect(readingOf(texts, ['en'])).toMatchObject({ provenance: 'human', checkedBy: 'A. B.' });
  });
});
