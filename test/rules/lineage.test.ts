import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareEditions } from '#functions/versions/before-and-after.ts';
import { dividePassage, joinPassages, unitsOf } from '#shared/documents/arranging.ts';
import type { Passage, PassageId } from '#shared/documents/schema.ts';
import { insertAfter, moveTo, passageAfter, takeOut } from '#shared/versions/outline.ts';
import { numbered, planVersion, wordsOf } from '#shared/versions/planning.ts';
import type { Words } from '#shared/versions/rules.ts';
import { runsOf } from '#shared/versions/runs.ts';
import type { Draft, DraftPassage } from '#shared/versions/schema.ts';
import type { Comparison } from '#shared/versions/views.ts';

const id = (name: string): PassageId => `psg_${name.padEnd(16, '0')}`;
const written = (text: string): Words => ({ heading: {}, text: { en: { text, provenance: 'original' } }, summary: {} });

const passage = (name: string, position: number, text: string): Passage => ({
  id: id(name),
  consultation: 'con_0000000000000000',
  document: 'doc_0000000000000000',
  position,
  item: position,
  ...written(text),
  cites: [],
  edition: 1,
  since: 1,
  former: [],
  from: [],
  version: 1,
});

/** A draft of the next version, changed as a drafter changes it. */
const aDraft = (base: readonly Passage[]) => {
  let outline = {
    order: base.map((one) => ({ passage: one.id, from: [] as PassageId[] })),
    gone: [] as Draft['gone'],
  };
  const said = new Map<PassageId, DraftPassage>();
  const known = new Map(base.map((one) => [one.id, one]));
  const wordsNow = (one: PassageId): Words => wordsOf(known.get(one), said.get(one))!;
  const say = (one: PassageId, words: Words) => said.set(one, { passage: one, words, cites: [], version: 1 });
  const textOf = (one: PassageId): string => wordsNow(one).text.en?.text ?? '';
  return {
    say,
    textOf,
    order: () => outline.order.map((one) => one.passage),
    split: (one: PassageId, at: number) => {
      const halves = dividePassage(wordsNow(one), at);
      if (!halves) return;
      const second = id(`n${said.size}`);
      const before = outline.order.find(({ passage: other }) => other === one)?.from ?? [];
      outline = insertAfter(outline, second, one, known.has(one) ? [one, ...before] : before).outline!;
      say(one, halves[0]);
      say(second, halves[1]);
    },
    join: (one: PassageId) => {
      const second = passageAfter(outline, one);
      if (!second) return;
      say(one, joinPassages(wordsNow(one), wordsNow(second)));
      outline = takeOut(outline, second, known.has(second), one).outline!;
    },
    move: (one: PassageId, to: number) => {
      outline = moveTo(outline, one, to).outline!;
    },
    planned: () => {
      const draft = { base: 1, consultation: base[0]!.consultation, document: base[0]!.document, ...outline };
      return numbered(planVersion(base, draft, [...said.values()]), 100);
    },
  };
};

const told = (runs: Comparison['text']) => runs.map(({ is, text }) => `${is} ${text.trim()}`);
const base = [
  passage('a', 1, 'Rents stay.\n\nFlats are mended.\n\nLifts run.'),
  passage('b', 2, 'Schools call parents.\n\nTeachers ask.'),
  passage('c', 3, 'Buses stop here.'),
];
const compared = async (draft: ReturnType<typeof aDraft>) => {
  const all = await compareEditions(base, draft.planned(), 'en');
  return (which: PassageId) => all.find((one) => one.passage === which)!;
};

describe('to whoever reads before and after of a part that was divided or put together', () => {
  test('what only went from one part to another is neither new nor gone, whatever was done to the parts', async () => {
    const act = fc.tuple(fc.constantFrom('split', 'join'), fc.nat(20), fc.integer({ min: 1, max: 3 }));
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
        const draft = aDraft(base);
        for (const [is, place, at] of acts) {
          const one = draft.order()[place % draft.order().length]!;
          if (is === 'split') draft.split(one, Math.min(at, unitsOf(draft.textOf(one)).units.length - 1));
          else draft.join(one);
        }
        const planned = draft.planned();
        for (const { passage: which, text } of await compareEditions(base, planned, 'en')) {
          const stands = planned.find((one) => one.id === which && one.withdrawnIn === undefined);
          expect(text.every(({ is }) => is === 'same')).toBe(true);
          const words = text
            .map((run) => run.text)
            .join('')
            .trim()
            .split(/\s+/);
          expect(words).toEqual((stands ?? base.find((one) => one.id === which))?.text.en?.text.split(/\s+/));
        }
      }),
    );
  });

  test('what was changed as well is told where it was changed, and each part says which others it shares words with', async () => {
    const draft = aDraft(base);
    draft.split(id('a'), 1);
    const second = draft.order()[1]!;
    draft.say(id('a'), written('Rents never rise.'));
    draft.say(second, written('Flats are mended soon.\n\nLifts run.'));
    draft.move(second, 4);
    const of = await compared(draft);
    expect(told(of(id('a')).text)).toEqual(['same Rents', 'gone stay', 'new never rise', 'same .']);
    expect(told(of(second).text)).toEqual(['same Flats are mended', 'new soon', 'same .\n\nLifts run.']);
    expect([of(id('a')), of(second)]).toMatchObject([
      { change: 'reworded', from: [], into: [{ id: second }] },
      { change: 'added', from: [{ id: id('a') }], into: [] },
    ]);
  });

  test('a part of a part that only the draft had comes from the part that readers know', async () => {
    const draft = aDraft(base);
    draft.split(id('a'), 1);
    draft.split(draft.order()[1]!, 1);
    draft.join(draft.order()[2]!);
    const [, , third] = draft.order();
    expect(draft.textOf(third!)).toContain('Schools');
    const of = await compared(draft);
    expect(of(third!).from.map((one) => one.id)).toEqual([id('a'), id('b')]);
    expect(of(id('b'))).toMatchObject({ change: 'withdrawn', into: [{ id: third }] });
  });

  test('of texts that were compared as one, no word is told twice and none is lost', () => {
    const word = fc.constantFrom('a', 'bb', 'ça', '𝔘n', 'حق', 'x y', ' z ');
    const run = fc.record({ is: fc.constantFrom('same' as const, 'new' as const, 'gone' as const), text: word });
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(8), { maxLength: 3 }),
        (runs, cuts) => {
          const signs = (all: readonly { text: string }[]): string =>
            all
              .map(({ text }) => text)
              .join('')
              .replaceAll(/\s/g, '');
          const now = Array.from(signs(runs.filter(({ is }) => is !== 'gone')));
          const ends = [...cuts.map((at) => Math.min(at, now.length)).toSorted((a, b) => a - b), now.length];
          const texts = ends.map((end, i) => now.slice(ends[i - 1] ?? 0, end).join(''));
          const parts = texts.map((_, i) => runsOf(runs, texts, i));
          expect(parts.map((part) => signs(part.filter(({ is }) => is !== 'gone')))).toEqual(texts);
          expect(signs(parts.flat().filter(({ is }) => is === 'gone'))).toBe(
            signs(runs.filter(({ is }) => is === 'gone')),
          );
        },
      ),
    );
  });
});
