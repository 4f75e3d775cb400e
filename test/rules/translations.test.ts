import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageFor } from '#functions/versions/differences.ts';
import { editTexts } from '#shared/editing.ts';
import { readingOf } from '#shared/reading.ts';
import type { Texts } from '#shared/texts.ts';
import { broughtInto, fingerprintOf, isWaiting, originalOf, statusOf, STATUSES } from '#shared/translations/rules.ts';
import { isReworded } from '#shared/versions/rules.ts';

const original = { text: 'Homes for all', provenance: 'original' } as const;
const of = fingerprintOf(original.text);

describe('to readers of a translation', () => {
  test('a text has one mark, and texts that differ anywhere have two', () => {
    expect(fingerprintOf('')).toBe('0.ztntfp');
    expect(fingerprintOf('a')).toBe(`1.${(0xe40c292c).toString(36)}`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(fingerprintOf(a) === fingerprintOf(b)).toBe(a === b);
      }),
    );
  });

  test('everybody meets the same wording, in whatever order a store gives them', () => {
    const wording = fc.record({
      text: fc.constantFrom('Homes', original.text, 'Case'),
      provenance: fc.constantFrom('original', 'human', 'machine'),
      of: fc.constantFrom(of, fingerprintOf('Homes')),
    });
    const entries = fc.uniqueArray(fc.tuple(fc.constantFrom('en', 'it', 'fr', 'ro', 'ar', 'zh-Hans'), wording), {
      selector: ([language]) => language,
      minLength: 1,
    });
    const pair = entries.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(pair, fc.constantFrom('it', 'es'), (both, wanted) => {
        const [one, other] = both.map((all) => {
          const texts = Object.fromEntries(all) as Texts;
          return [
            readingOf(texts, [wanted]),
            originalOf(texts),
            broughtInto(texts, original.text),
            languageFor([texts, texts], wanted),
            isReworded({ heading: texts, text: texts, summary: {} }, { heading: texts, text: {}, summary: {} }),
          ];
        });
        expect(one).toEqual(other);
      }),
    );
  });

  test('what is missing, outdated, made by a machine, by a person or checked is called so', () => {
    const texts: Texts = {
      en: original,
      it: { text: 'Case per tutti', provenance: 'human', of },
      fr: { text: 'Des logements', provenance: 'human', checkedBy: 'Amina', of },
      ro: { text: 'Locuințe', provenance: 'machine', of },
      uk: { text: 'Житло', provenance: 'machine', checkedBy: 'Olena', of },
      ar: { text: 'مساكن', provenance: 'human', checkedBy: 'Salma', of: fingerprintOf('Homes') },
    };
    const said = (['en', 'it', 'fr', 'ro', 'uk', 'ar', 'es'] as const).map((language) => statusOf(texts, language));
    expect(said).toEqual(['original', 'human', 'checked', 'machine', 'checked', 'outdated', 'missing']);
    expect(STATUSES.filter(isWaiting)).toEqual(['missing', 'outdated', 'machine']);
  });

  test('a translation from before originals were remembered is taken at its word until the original changes', () => {
    const texts: Texts = { en: original, it: { text: 'Case per tutti', provenance: 'human' } };
    expect(statusOf(texts, 'it')).toBe('human');
    const changed = editTexts(texts, { en: 'Homes for everybody', it: 'Case per tutti' });
    expect(statusOf(changed, 'it')).toBe('outdated');
    expect(statusOf(editTexts(changed, { en: 'Homes for everybody', it: 'Case per ognuno' }), 'it')).toBe('human');
  });

  test('however a text is edited, one wording is the original and every translation knows whether it still fits', () => {
    const languages = ['en', 'it', 'ar'] as const;
    const given = fc.record(
      Object.fromEntries(languages.map((language) => [language, fc.constantFrom('', 'a', 'b', 'c')])),
    );
    fc.assert(
      fc.property(fc.array(given, { maxLength: 6 }), (edits) => {
        let texts: Texts = {};
        for (const edit of edits) {
          const before = texts;
          texts = editTexts(before, edit, languages);
          const present = languages.filter((language) => texts[language]);
          expect(present.filter((language) => texts[language]?.provenance === 'original')).toHaveLength(
            Math.min(1, present.length),
          );
          const first = languages.find((language) => texts[language]?.provenance === 'original');
          const moved = first && before[first]?.text !== texts[first]?.text;
          for (const language of present) {
            const touched = before[language]?.text !== texts[language]?.text;
            if (language !== first && touched) expect(statusOf(texts, language)).toBe('human');
            if (language !== first && moved && !touched && before[first]?.provenance === 'original')
              expect(statusOf(texts, language)).not.toBe('checked');
          }
        }
      }),
    );
  });
});
