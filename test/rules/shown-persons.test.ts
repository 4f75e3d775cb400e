import { describe, expect, test } from 'vitest';
import type { Language } from '#shared/locales.ts';
import { shownIn, type Shown } from '#shared/moderation/shown-persons.ts';

const SHOWING: [string, Language, Shown[]][] = [
  ['Write to anna.rossi@example.org about it.', 'en', ['email']],
  ['Мій адрес: olena@приклад.укр', 'uk', ['email']],
  ['Call me: +39 06 1234 5678', 'en', ['phone']],
  ['Chiamatemi allo 06/12345678!', 'it', ['phone']],
  ['رقمي ٠٦١٢٣٤٥٦٧٨٩', 'ar', ['phone']],
  ['Phone (030) 901820-0 and ask for Anna Kowalska', 'en', ['phone', 'name']],
  ['The man at the counter is called Mario Rossi.', 'en', ['name']],
  ['Mi vecina, María de la Cruz, lo vio.', 'es', ['name']],
  ['Мене не пустила пані Коваль.', 'uk', ['name']],
  ['طردتني السيدة ليلى من المكتب.', 'ar', ['name']],
  ['Frau Schneider hat das gesagt.', 'de', ['name']],
];
const SHOWING_NOBODY: [string, Language][] = [
  ['Between 2024 and 2030 the rent went up by 12.000.000 euros.', 'en'],
  ['From 1.5.2026 – 3.5.2026 the office is closed.', 'en'],
  ['Article 16(2) of Regulation 2022/2065 says so.', 'en'],
  ['The bus from Via Garibaldi to Piazza Roma is late.', 'it'],
  ['The European Union pays for it. New rooms are needed.', 'en'],
  ['Die Öffnungszeiten der Stadtverwaltung und Die Lange Schlange.', 'de'],
  ['نحتاج إلى وقت أطول في المكتب.', 'ar'],
  ['Better Lifts. More Lights. Two Benches.', 'en'],
  ['a@b', 'en'],
  ['', 'en'],
];

describe('to somebody who writes what everybody will read', () => {
  test.each(SHOWING)('advice is given on what may show a person: %s', (text, language, shown) => {
    expect(shownIn(text, language)).toEqual(shown);
  });
  test.each(SHOWING_NOBODY)('nothing is said of words that show nobody: %s', (text, language) => {
    expect(shownIn(text, language)).toEqual([]);
  });
});
