import { describe, expect, test } from 'vitest';
import type { PassageId } from '#shared/documents/schema.ts';
import { placeQuoted, placeWhole, type Candidate, type Placed } from '#shared/versions/anchors.ts';
import { CONTEXT_LENGTH } from '#shared/versions/rules.ts';

const id = (name: string): PassageId => `psg_${name.padEnd(16, '0')}`;

const RENTS = `The city freezes rents in its own flats until 2030. Tenants who wait longer than two years get help with the search. A desk at the town hall answers in eight languages.`;
const SCHOOL = `Every school has a person whom parents can call in their own language. The city pays for interpreters at parents' evenings.`;
const ARABIC = `تجمّد المدينةُ الإيجارات في مساكنها حتى عام ٢٠٣٠. ويحصل المستأجرون الذين ينتظرون أكثر من سنتين على مساعدة في البحث.`;
const BARE = `تجمد المدينة الإيجارات في مساكنها حتى عام ٢٠٣٠. ويحصل المستأجرون الذين ينتظرون أكثر من سنتين على مساعدة في البحث.`;

/** The words of a passage that somebody marked, as a browser notes them down. */
const marked = (text: string, quote: string, nth = 0) => {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = text.indexOf(quote, at + 1);
  if (at < 0) throw new Error(`${quote} is not in the text.`);
  return {
    quote,
    before: text.slice(Math.max(0, at - CONTEXT_LENGTH), at),
    after: text.slice(at + quote.length, at + quote.length + CONTEXT_LENGTH),
  };
};

type Next = Record<string, string | { text: string; kin: true }>;
const candidates = (next: Next): Candidate[] =>
  Object.entries(next).map(([name, one]) => ({
    passage: id(name),
    ...(typeof one === 'string' ? { text: one, kin: false } : one),
  }));
const kin = (text: string) => ({ text, kin: true as const });

/** An edit of the passage `a`, what somebody had marked in it, and where her words belong afterwards. */
type Edit = [title: string, quoted: ReturnType<typeof marked>, next: Next, expected: string];

const waits = 'Tenants who wait longer than two years get help with the search.';
const half = RENTS.indexOf('Tenants');

const EDITS: Edit[] = [
  ['nothing changes', marked(RENTS, waits), { a: RENTS, b: SCHOOL }, 'stays'],
  ['another sentence is rewritten', marked(RENTS, waits), { a: RENTS.replace('until 2030', 'for ten years') }, 'stays'],
  ['the order of sentences changes', marked(RENTS, waits), { a: `${waits} ${RENTS.replace(waits, '')}` }, 'stays'],
  ['only case and punctuation change', marked(RENTS, waits), { a: RENTS.toUpperCase().replaceAll('.', ' –') }, 'stays'],
  ['one word of the sentence changes', marked(RENTS, waits), { a: RENTS.replace('two years', 'three years') }, 'stays'],
  [
    'it is divided, and the words are in the first part',
    marked(RENTS, 'freezes rents'),
    { a: RENTS.slice(0, half), c: kin(RENTS.slice(half)) },
    'stays',
  ],
  [
    'it is divided, and the words are in the second part',
    marked(RENTS, waits),
    { a: RENTS.slice(0, half), c: kin(RENTS.slice(half)) },
    'moves c',
  ],
  [
    'it is divided, and both parts have the word',
    marked(`${RENTS} The city helps.`, 'city', 1),
    { a: 'The city acts.', c: kin('A city talks.') },
    'unsure several',
  ],
  ['it is put together with another', marked(RENTS, waits), { b: kin(`${SCHOOL}\n\n${RENTS}`) }, 'moves b'],
  ['its text changes places with that of another', marked(RENTS, waits), { a: SCHOOL, b: RENTS }, 'moves b'],
  [
    'the sentence moves to another passage',
    marked(RENTS, waits),
    { a: RENTS.replace(waits, ''), b: `${SCHOOL} ${waits}` },
    'moves b',
  ],
  [
    'a word or two stand only in another passage',
    marked(RENTS, 'eight languages'),
    { a: 'Rents are frozen.', b: 'Signs in eight languages.' },
    'unsure weak',
  ],
  ['the passage says something else altogether', marked(RENTS, waits), { a: SCHOOL }, 'unsure gone'],
  [
    'the sentence is rewritten',
    marked(RENTS, waits),
    { a: 'The city helps tenants with the search after two years.' },
    'unsure gone',
  ],
  [
    'the sentence is half of what it was',
    marked(RENTS, waits),
    { a: 'Tenants who wait longer than two years are heard.' },
    'unsure weak',
  ],
  ['the passage is withdrawn', marked(RENTS, waits), { b: SCHOOL }, 'old'],
  [
    'the passage is withdrawn, and another has nearly the same',
    marked(RENTS, waits),
    { b: waits.replace('two', 'five') },
    'unsure weak',
  ],
  [
    'it has a near twin, and nothing changes',
    marked(RENTS, 'freezes rents in its own flats'),
    { a: RENTS, b: RENTS.replace('2030', '2031') },
    'stays',
  ],
  [
    'it changes around the words, and two others have them with as much of what was around',
    marked(RENTS, 'in its own flats'),
    { a: 'Rents stay as they are in its own flats for all.', b: RENTS, c: RENTS.replace('eight', 'nine') },
    'unsure several',
  ],
  [
    'it changes around the words, and a near twin has them with all that was around',
    marked(RENTS, 'in its own flats'),
    { a: 'Rents stay as they are in its own flats for all who live there now.', b: RENTS },
    'moves b',
  ],
  [
    'the quote stands twice in the passage, and the passage is divided between',
    marked(`Help is free. ${RENTS} Help is free for all.`, 'Help is free', 1),
    {
      a: 'Help is free. The city freezes rents.',
      c: kin('A desk at the town hall answers in eight languages. Help is free for all.'),
    },
    'moves c',
  ],
  [
    'Arabic loses its vowel signs',
    marked(ARABIC, 'تجمّد المدينةُ الإيجارات في مساكنها'),
    { a: BARE, b: 'لكل مدرسة شخص يتصل به الأهل بلغتهم.' },
    'stays',
  ],
  [
    'Arabic without vowel signs gets them, in another passage',
    marked(BARE, 'تجمد المدينة الإيجارات في مساكنها'),
    { b: kin(ARABIC), a: 'نص آخر.' },
    'moves b',
  ],
  [
    'an Arabic sentence is rewritten',
    marked(ARABIC, 'ويحصل المستأجرون الذين ينتظرون أكثر من سنتين على مساعدة في البحث'),
    { a: 'لا تزيد الإيجارات.' },
    'unsure gone',
  ],
];

const told = (placed: Placed): string => {
  if (placed.is === 'moves') return `moves ${placed.passage.replace(/^psg_|0+$/g, '')}`;
  return placed.is === 'unsure' ? `unsure ${placed.why}` : placed.is;
};

describe('to whoever spoke about some words of a passage', () => {
  test.each(EDITS)('when %s, her words are where they belong, or a person decides', (_, quoted, next, expected) => {
    expect(told(placeQuoted(id('a'), quoted, candidates(next)))).toBe(expected);
  });

  test('unsure is told with every place that is possible, the likeliest first', () => {
    const quoted = marked(RENTS, waits);
    const next = { a: 'Tenants who wait longer than two years are heard.', b: waits.replace('two', 'five') };
    expect(placeQuoted(id('a'), quoted, candidates(next))).toMatchObject({
      is: 'unsure',
      possible: [{ passage: id('b') }, { passage: id('a') }],
    });
  });
});

describe('to whoever spoke about a passage as a whole', () => {
  test.each([
    ['it is there', true, undefined, 'stays'],
    ['it became a part of another', false, id('b'), 'moves b'],
    ['it is withdrawn', false, undefined, 'old'],
  ] as const)('when %s, her words go with it', (_, isThere, into, expected) => {
    expect(told(placeWhole(isThere, into))).toBe(expected);
  });
});
