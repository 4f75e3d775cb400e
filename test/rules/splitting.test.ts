import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dividePassage, joinPassages, unitsOf, type Worded } from '#shared/documents/arranging.ts';
import { partsOf, writeParts, type Part } from '#shared/documents/format.ts';
import { HEADING_LENGTH, PASSAGE_LENGTH } from '#shared/documents/rules.ts';
import { cutText, type Block } from '#shared/documents/splitting.ts';
import type { Texts } from '#shared/texts.ts';
import { fingerprintOf, statusOf } from '#shared/translations/rules.ts';

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean).toSorted();
/** Words of the scripts that our readers write, one with a combining mark, one that begins like a list. */
const word = fc.constantFrom('rent', 'casă', 'حق', 'السَّكَن', 'Житло', 'e\u0301te', 'a|b', 'x'.repeat(30), '–', '42%');
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => `${all.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 20 }).map((all) => all.join(' '));

const heading = (text: string, depth = 2, notes: string[] = []): Block => ({ kind: 'heading', depth, text, notes });
const text = (said: string, notes: string[] = []): Block => ({ kind: 'text', text: said, notes });
const cut = (...blocks: Block[]) =>
  cutText({
    blocks,
    notes: new Map([
      ['[1]', 'First note.'],
      ['[2]', 'Second note.'],
    ]),
  });

describe('to the drafter whose text becomes passages', () => {
  test('each heading begins a passage, and the title is the title', () => {
    expect(
      cut(heading('Plan', 1), text('Why.'), heading('Rents'), text('Cap.'), heading('Lifts'), text('Mend.')),
    ).toEqual({
      title: 'Plan',
      passages: [
        { heading: 'Plan', text: 'Why.' },
        { heading: 'Rents', text: 'Cap.' },
        { heading: 'Lifts', text: 'Mend.' },
      ],
    });
  });

  test('a heading with deeper ones right under it is named in the first of them; one with nothing under it stays', () => {
    expect(
      cut(heading('Homes', 1), heading('Rents'), text('Cap.'), heading('Work', 1), heading('Pay', 1), text('More.'))
        .passages,
    ).toEqual([
      { heading: 'Homes – Rents', text: 'Cap.' },
      { heading: 'Work', text: 'Work' },
      { heading: 'Pay', text: 'More.' },
    ]);
  });

  test('notes stand at the end of the passage that cites them, in each that does', () => {
    expect(
      cut(heading('A'), text('One [1].', ['[1]']), heading('B'), text('Two [2] and [1].', ['[2]', '[1]'])).passages,
    ).toEqual([
      { heading: 'A', text: 'One [1].\n\n[1] First note.' },
      { heading: 'B', text: 'Two [2] and [1].\n\n[2] Second note.\n\n[1] First note.' },
    ]);
  });

  test('a long section is several passages of about the same length, and what a line announces stays with it', () => {
    const long = Array.from({ length: 9 }, (_, i) => `${i} ${'word '.repeat(99)}`.trim());
    const { passages } = cut(heading('Rents'), ...long.map((one) => text(one)));
    expect(passages.map((one) => one.heading)).toEqual(['Rents', 'Rents (2)', 'Rents (3)']);
    const announced = cut(
      heading('A'),
      text('x'.repeat(890)),
      text(`${'y'.repeat(880)}:`),
      text('• z'),
      text('w'.repeat(500)),
    );
    expect(announced.passages.find((one) => one.text.includes('y:'))?.text).toContain('• z');
  });

  test('without any heading the first words stand for one', () => {
    const { title, passages } = cut(
      text('Everybody has a right to a home that is dry, warm and safe, in every part of the city.'),
    );
    expect([title, passages[0]?.heading]).toEqual([
      undefined,
      'Everybody has a right to a home that is dry, warm and safe, in every part of…',
    ]);
  });

  test('whatever the text is, every word of it is in the title or in a passage, and all passages fit', () => {
    const block = fc.oneof(
      fc.record({
        kind: fc.constant('heading' as const),
        depth: fc.integer({ min: 1, max: 4 }),
        text: sentence,
        notes: fc.constant([]),
      }),
      fc.record({ kind: fc.constant('text' as const), text: paragraph, notes: fc.subarray(['[1]', '[2]']) }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const made = cut(...blocks);
        const kept = new Set(
          [made.title ?? '', ...made.passages.flatMap((one) => [one.heading, one.text])].flatMap(words),
        );
        expect(blocks.flatMap((one) => words(one.text)).filter((one) => !kept.has(one))).toEqual([]);
        const length = (list: readonly Block[]) =>
          list.reduce((sum, one) => sum + one.text.replaceAll(/\s/g, '').length, 0);
        const all = [made.title ?? '', ...made.passages.map((one) => one.text)]
          .join('')
          .replaceAll(/\s|\[\d\] (First|Second) note\./g, '');
        expect(all.length).toBeGreaterThanOrEqual(length(blocks.filter(({ kind }) => kind === 'text')));
        for (const one of made.passages) {
          expect(one.text.length).toBeLessThanOrEqual(PASSAGE_LENGTH);
          expect(one.heading.length).toBeLessThanOrEqual(HEADING_LENGTH);
          expect([one.text.trim() !== '', one.heading.trim() !== '']).toEqual([true, true]);
        }
      }),
    );
  });

  test('one enormous paragraph is cut at its sentences, at its words, and in the end anywhere, but never inside a letter', () => {
    for (const one of ['Go. '.repeat(6_000), 'go '.repeat(8_000), '𝒳'.repeat(9_000)]) {
      const { passages } = cut(heading('A'), text(one.trim()));
      expect(
        passages
          .map((passage) => passage.text)
          .join('')
          .replaceAll(/\s/g, ''),
      ).toBe(one.replaceAll(/\s/g, ''));
      expect(passages.every((passage) => passage.text.isWellFormed() && passage.text.length <= PASSAGE_LENGTH)).toBe(
        true,
      );
    }
  });
});

describe('to readers of a passage', () => {
  test('paragraphs, lists and tables are told apart, and everything else is a paragraph', () => {
    expect(
      partsOf(
        'Hello\nthere.\n\n• one\n  • deeper\n• two\n  goes on\n\n1. first\n2. second\n\n| a | b |\n| 1 \\| 2 | |\n\n-5 degrees',
      ),
    ).toEqual([
      { kind: 'paragraph', text: 'Hello\nthere.' },
      {
        kind: 'list',
        items: [
          { depth: 0, mark: '•', text: 'one' },
          { depth: 1, mark: '•', text: 'deeper' },
          { depth: 0, mark: '•', text: 'two\ngoes on' },
        ],
      },
      {
        kind: 'list',
        items: [
          { depth: 0, mark: '1.', text: 'first' },
          { depth: 0, mark: '2.', text: 'second' },
        ],
      },
      {
        kind: 'table',
        rows: [
          ['a', 'b'],
          ['1 | 2', ''],
        ],
      },
      { kind: 'paragraph', text: '-5 degrees' },
    ]);
  });

  test('what is written as parts is read as the same parts', () => {
    const part: fc.Arbitrary<Part> = fc.oneof(
      fc.record({ kind: fc.constant('paragraph' as const), text: sentence.map((one) => `So: ${one}`) }),
      fc.record({
        kind: fc.constant('list' as const),
        items: fc.array(
          fc.record({ depth: fc.integer({ min: 0, max: 4 }), mark: fc.constantFrom('•', '1.', '12)'), text: sentence }),
          { minLength: 1 },
        ),
      }),
      fc.record({
        kind: fc.constant('table' as const),
        rows: fc.array(fc.array(sentence, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(partsOf(writeParts(parts))).toEqual(parts);
      }),
    );
  });
});

const said = (en: string, it?: string): Texts => ({
  en: { text: en, provenance: 'original' },
  ...(it && { it: { text: it, provenance: 'human' as const, checkedBy: 'Anna', of: fingerprintOf(en) } }),
});
const passage = (en: string, it?: string, name = 'Rents'): Worded => ({
  heading: said(name, it && 'Affitti'),
  text: said(en, it),
  summary: said('Short.'),
});
const readings = (texts: Texts, language: 'en' | 'it' = 'en') => texts[language]?.text;

describe('to whoever divides a passage or puts two together', () => {
  test('both halves keep the notes that they cite, and a translation of as many paragraphs is divided with them', () => {
    const [one, two] =
      dividePassage(passage('A [1].\n\nB [2].\n\n[1] x\n\n[2] y', 'Uno [1].\n\nDue [2].\n\n[1] i\n\n[2] s'), 1) ?? [];
    expect([readings(one!.text), readings(two!.text)]).toEqual(['A [1].\n\n[1] x', 'B [2].\n\n[2] y']);
    expect([readings(one!.text, 'it'), readings(two!.text, 'it')]).toEqual(['Uno [1].\n\n[1] i', 'Due [2].\n\n[2] s']);
    expect([readings(two!.heading), readings(two!.heading, 'it')]).toEqual(['Rents (2)', 'Affitti (2)']);
    expect([one!, two!].flatMap((half) => [statusOf(half.text, 'it'), statusOf(half.heading, 'it')])).toEqual(
      Array(4).fill('checked'),
    );
  });

  test('a translation that cannot be divided in the same place stays whole, and is outdated', () => {
    const [one, two] = dividePassage(passage('A.\n\nB.', 'Tutto insieme'), 1) ?? [];
    expect([readings(one!.text, 'it'), statusOf(one!.text, 'it'), statusOf(two!.text, 'it')]).toEqual([
      'Tutto insieme',
      'outdated',
      'missing',
    ]);
  });

  test('a single paragraph is divided between its lines, a single line between its sentences, and one sentence not at all', () => {
    expect([unitsOf('a\nb').units, unitsOf('A b. C d? E').units, unitsOf('one').units]).toEqual([
      ['a', 'b'],
      ['A b.', 'C d?', 'E'],
      ['one'],
    ]);
    expect([
      dividePassage(passage('one'), 1),
      dividePassage(passage('a\n\nb'), 0),
      dividePassage(passage('a\n\nb'), 2),
    ]).toEqual([undefined, undefined, undefined]);
  });

  test('what only one of two had in a language is outdated after they are put together', () => {
    const both = joinPassages(passage('A.', 'Uno.'), passage('B.', undefined, 'Lifts'));
    expect([readings(both.text), readings(both.text, 'it'), statusOf(both.text, 'it')]).toEqual([
      'A.\n\nLifts\n\nB.',
      'Uno.',
      'outdated',
    ]);
    const whole = joinPassages(passage('A.', 'Uno.'), passage('B.', 'Due.', 'Lifts'));
    expect([readings(whole.text, 'it'), statusOf(whole.text, 'it')]).toEqual(['Uno.\n\nAffitti\n\nDue.', 'checked']);
  });

  test('to divide and to put together again gives back what there was', () => {
    const paragraphs = fc.array(sentence, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(paragraphs, paragraphs, fc.nat(5), (en, it, at) => {
        const before = passage(en.join('\n\n'), it.length === en.length ? it.join('\n\n') : undefined);
        const halves = dividePassage(before, 1 + (at % (en.length - 1)));
        const after = joinPassages(halves![0], halves![1]);
        expect([after.heading, after.text]).toEqual([before.heading, before.text]);
      }),
    );
  });
});
