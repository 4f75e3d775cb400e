import type { Language } from '../locales.ts';
import type { Texts, Wording } from '../texts.ts';
import { fingerprintOf, isOutdated, originalOf } from '../translations/rules.ts';
import { nthHeading } from './splitting.ts';

/** The words of a passage, whatever their languages. */
export type Worded = { heading: Texts; text: Texts; summary: Texts };

const NOTE = /^\[\d{1,4}\] /;
const NUMBERED = /^(?<name>.*) \((?<n>\d{1,4})\)$/s;
const SENTENCE = /(?<=[.!?…。！？؟۔])\s+/u;

const paragraphsOf = (text: string): string[] => text.split(/\n{2,}/).filter(Boolean);

/** A passage's words without the notes at its end, and those notes. */
const apart = (text: string): { words: string[]; notes: string[] } => {
  const words = paragraphsOf(text);
  const notes: string[] = [];
  while (words.length > 1 && NOTE.test(words.at(-1) ?? '')) notes.unshift(words.pop() as string);
  return { words, notes };
};

/** What a text can be divided between: its paragraphs, or else its lines, or else its sentences. */
export const unitsOf = (text: string): { units: string[]; joint: string } => {
  const { words } = apart(text);
  if (words.length > 1) return { units: words, joint: '\n\n' };
  const [only = ''] = words;
  const lines = only.split('\n').filter(Boolean);
  return lines.length > 1 ? { units: lines, joint: '\n' } : { units: only.split(SENTENCE).filter(Boolean), joint: ' ' };
};

const cites = (words: string, note: string): boolean => words.includes(NOTE.exec(note)?.[0].trim() ?? ' ');

/** Both halves; each keeps the notes that it cites, and what nobody cites stays with the second. */
const divide = (text: string, at: number): [string, string] => {
  const { units, joint } = unitsOf(text);
  const { notes } = apart(text);
  const [first, second] = [units.slice(0, at).join(joint), units.slice(at).join(joint)];
  const own = notes.filter((note) => cites(first, note));
  const rest = notes.filter((note) => cites(second, note) || !own.includes(note));
  return [[first, ...own].join('\n\n'), [second, ...rest].join('\n\n')];
};

/** The heading that follows: `Rents`, `Rents (2)`, `Rents (3)`. */
const following = (heading: string): string => {
  const { name, n } = NUMBERED.exec(heading)?.groups ?? {};
  return name === undefined ? nthHeading(heading, 2) : nthHeading(name, Number(n) + 1);
};
const continues = (heading: string, other: string): boolean => {
  const nameOf = (one: string): string => NUMBERED.exec(one)?.groups?.['name'] ?? one;
  return NUMBERED.test(other) && nameOf(heading) === nameOf(other);
};

/** The mark of no original: what was made from something else. */
const ANOTHER = fingerprintOf('');

const entries = (texts: Texts): [Language, Wording][] => Object.entries(texts) as [Language, Wording][];
const present = (texts: Texts, language: Language): string | undefined => texts[language]?.text;

/** A translation beside its changed original: still its translation where it was one, and outdated where it was not. */
const beside = (wording: Wording, text: string, was: string | undefined, is: string | undefined): Wording => {
  const { of: _, ...kept } = wording;
  if (wording.provenance === 'original' || was === undefined || is === undefined) return { ...kept, text };
  return { ...kept, text, of: isOutdated(wording, was) ? wording.of : fingerprintOf(is) };
};

/**
 * Divides a passage before its unit `at` (of `unitsOf`, in the original). A translation of as many units is divided in
 * the same place; another one stays whole with the first half, and is outdated there. The summary stays with the first.
 */
export const dividePassage = ({ heading, text, summary }: Worded, at: number): [Worded, Worded] | undefined => {
  const original = originalOf(text);
  const count = original ? unitsOf(original.text).units.length : 0;
  if (!original || at < 1 || at >= count) return undefined;
  const halves = divide(original.text, at);
  const first: Texts = {};
  const second: Texts = {};
  for (const [language, wording] of entries(text)) {
    if (unitsOf(wording.text).units.length === count) {
      const [one, two] = divide(wording.text, at);
      first[language] = beside(wording, one, original.text, halves[0]);
      second[language] = beside(wording, two, original.text, halves[1]);
    } else first[language] = { ...wording, of: wording.of ?? fingerprintOf(original.text) };
  }
  const title = originalOf(heading);
  const headings: Texts = {};
  for (const [language, wording] of entries(heading))
    headings[language] = beside(wording, following(wording.text), title?.text, title && following(title.text));
  return [
    { heading, text: first, summary },
    { heading: headings, text: second, summary: {} },
  ];
};

const joined = (parts: readonly (string | undefined)[], joint: string): string => parts.filter(Boolean).join(joint);

/** The words of two passages one after the other, with the second's heading between them where it says something. */
const joinWords = (one: string | undefined, between: string | undefined, two: string | undefined): string => {
  const [first, second] = [apart(one ?? ''), apart(two ?? '')];
  return joined([...first.words, between, ...second.words, ...new Set([...first.notes, ...second.notes])], '\n\n');
};

const languagesOf = (...texts: readonly Texts[]): Language[] => [
  ...new Set(texts.flatMap((one) => Object.keys(one) as Language[])),
];

/** One text from two. What only one of them had in a language is there, and outdated: the rest is missing. */
const joinTexts = (one: Texts, two: Texts, join: (language: Language) => string): Texts => {
  const was = [originalOf(one), originalOf(two)];
  const language = was.find(Boolean)?.language;
  const is = language && join(language);
  const texts: Texts = {};
  for (const tag of languagesOf(one, two)) {
    const [a, b] = [one[tag], two[tag]];
    const wording = a ?? b;
    if (!wording) continue;
    const text = join(tag);
    const { checkedBy: _, of: __, ...kept } = wording;
    if (tag === language) texts[tag] = { ...kept, text, provenance: 'original' };
    else {
      const provenance = a?.provenance === 'machine' || b?.provenance === 'machine' ? 'machine' : 'human';
      const isWhole = (a || !was[0]) && (b || !was[1]);
      const fits = isWhole && !(a && isOutdated(a, was[0]?.text)) && !(b && isOutdated(b, was[1]?.text));
      const both = a?.checkedBy && a.checkedBy === b?.checkedBy ? { checkedBy: a.checkedBy } : {};
      texts[tag] = { ...both, text, provenance, ...(is && { of: fits ? fingerprintOf(is) : ANOTHER }) };
    }
  }
  return texts;
};

/** Puts a passage and the one after it together. The first heading stays; the second becomes a paragraph. */
export const joinPassages = (one: Worded, two: Worded): Worded => ({
  heading: one.heading,
  text: joinTexts(one.text, two.text, (language) => {
    const heading = present(two.heading, language);
    const isMore = heading !== undefined && continues(present(one.heading, language) ?? '', heading);
    return joinWords(present(one.text, language), isMore ? undefined : heading, present(two.text, language));
  }),
  summary: joinTexts(one.summary, two.summary, (language) =>
    joined([present(one.summary, language), present(two.summary, language)], '\n\n'),
  ),
});
