import { describe, expect, test } from 'vitest';
import type { Phase, Stage } from '#shared/consultations/phases.ts';
import { isWaivable, openNeeds, publishGaps, stagesToPublish } from '#shared/consultations/publishing.ts';
import { mayCorrect } from '#shared/consultations/correcting.ts';
import { mayAnnounce } from '#shared/consultations/rules.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { Texts } from '#shared/texts.ts';
import { DAY, later, MINUTE } from '#shared/time.ts';

const NOW = '2026-01-01T00:00:00.000Z';
const day = (n: number): string => later(NOW, n * DAY);
const plan = (...phases: Phase[]): Stage[] => phases.map((phase, i) => ({ phase, from: day((i + 1) * 10) }));
const ROUND = plan('suggesting', 'deliberating', 'drafting', 'answered');

const said = (text: string): Texts => ({
  en: { text, provenance: 'original' },
  it: { text: `${text}!`, provenance: 'human' },
});
const COMPLETE: Consultation = {
  id: `con_${'0'.repeat(16)}`,
  place: `plc_${'0'.repeat(16)}`,
  version: 1,
  title: said('Homes'),
  question: said('What?'),
  why: said('Because.'),
  whatHappens: said('An answer.'),
  areas: [],
  grounds: [],
  languages: ['en', 'it'],
  doors: ['open', 'handed'],
  stages: [],
  draft: { plan: ROUND, opensAtOnce: false },
  resultDates: [],
};
const { draft: _, ...ANNOUNCED } = COMPLETE;
const TEXT = { passages: 1, texts: [said('Article 1')] };
const onlyEnglish: Texts = { en: { text: 'Hm.', provenance: 'original' } };
const planned = (stages: Stage[], opensAtOnce = false): Partial<Consultation> => ({
  draft: { plan: stages, opensAtOnce },
});

const gaps = (given: Partial<Consultation>, text = TEXT): string[] =>
  publishGaps({ ...COMPLETE, ...given }, text, [], NOW).map(({ what }) => what);

describe('to a coordinator, about what stands before publishing', () => {
  test('nothing, when all is there', () => {
    expect(gaps({})).toEqual([]);
    expect(gaps({ audience: {} })).toEqual([]);
    expect(gaps({ resultDates: [day(15)] })).toEqual([]);
    expect(gaps(planned(ROUND.slice(1), true))).toEqual([]);
  });

  test.each<[string, Partial<Consultation>, string]>([
    ['no reason', { why: {} }, 'words-missing'],
    ['no dates', planned([]), 'dates-missing'],
    ['no end of the voting', planned(plan('suggesting', 'deliberating')), 'dates-missing'],
    ['a phase left out', planned(plan('suggesting', 'drafting')), 'dates-not-in-order'],
    ['dates that go back', planned([...ROUND.slice(0, 3), { phase: 'answered', from: day(1) }]), 'dates-not-in-order'],
    [
      'an opening in the past',
      planned([{ phase: 'suggesting', from: day(-1) }, ...ROUND.slice(1)]),
      'opening-too-soon',
    ],
    [
      'an opening in less than a minute',
      planned([{ phase: 'suggesting', from: later(NOW, MINUTE - 1) }, ...ROUND.slice(1)]),
      'opening-too-soon',
    ],
    ['a result before the opening', { resultDates: [day(5)] }, 'result-dates-outside'],
    ['a result after the end', { resultDates: [day(30)] }, 'result-dates-outside'],
    ['words in one language only', { audience: onlyEnglish }, 'words-untranslated'],
  ])('%s', (__, given, gap) => {
    expect(gaps(given)).toEqual([gap]);
  });

  test('a text that is not there, or not in every language, may be left out knowingly; nothing else may', () => {
    expect(gaps({}, { passages: 0, texts: [] })).toEqual(['text-missing']);
    expect(gaps({}, { passages: 1, texts: [onlyEnglish] })).toEqual(['text-untranslated']);
    const all = publishGaps(
      { ...COMPLETE, why: {}, ...planned([]) },
      { passages: 0, texts: [onlyEnglish] },
      ['name'],
      NOW,
    );
    expect(all.map((gap) => [gap.what, isWaivable(gap)])).toEqual([
      ['set-up', false],
      ['words-missing', false],
      ['dates-missing', false],
      ['text-missing', true],
      ['text-untranslated', true],
    ]);
  });

  test('publishing begins with being announced, and at once means in a minute', () => {
    expect(stagesToPublish({ plan: ROUND, opensAtOnce: false }, NOW)).toEqual([
      { phase: 'preparing', from: NOW },
      ...ROUND,
    ]);
    expect(stagesToPublish({ plan: ROUND.slice(1), opensAtOnce: true }, NOW)[1]).toEqual({
      phase: 'suggesting',
      from: later(NOW, MINUTE),
    });
  });

  test('what is published needs a next date until it is answered', () => {
    const at = (stages: Stage[], now: string) => openNeeds({ ...ANNOUNCED, stages }, TEXT, now).map(({ what }) => what);
    const stages: Stage[] = [{ phase: 'preparing', from: NOW }, ...ROUND];
    expect(at(stages, day(35))).toEqual([]);
    expect(at(stages.slice(0, 4), day(35))).toEqual(['next-date-missing']);
    expect(at(stages, day(45))).toEqual([]);
  });
});

describe('to residents, about what a correction may not take', () => {
  const published: Consultation = { ...ANNOUNCED, stages: [{ phase: 'preparing', from: NOW }, ...ROUND] };
  const asked = (...keys: string[]): NonNullable<Consultation['belonging']> => ({
    version: 1,
    question: said('Which?'),
    why: said('So.'),
    answers: keys.map((key) => ({ key, label: said(key) })),
  });
  const verdict = (given: Partial<Consultation>, now: string, before = published) => {
    const found = mayCorrect(before, { ...before, ...given }, now);
    return found.allowed ? 'allowed' : found.reason;
  };
  const [BEFORE, OPEN, OVER] = [day(5), day(15), day(35)];

  test.each<[string, Partial<Consultation>, string, string]>([
    ['other words', { title: said('Rooms') }, 'allowed', 'allowed'],
    ['no words', { title: {} }, 'wording-removed', 'wording-removed'],
    ['a translation less', { why: onlyEnglish }, 'wording-removed', 'wording-removed'],
    ['a language less', { languages: ['en'] }, 'allowed', 'language-in-use'],
    ['a language more', { languages: ['en', 'it', 'fr'] }, 'allowed', 'allowed'],
    ['a door less', { doors: ['handed'] }, 'allowed', 'door-in-use'],
    ['a door more', { doors: ['open', 'handed', 'proved'] }, 'allowed', 'allowed'],
    ['other areas', { areas: ['work'] }, 'allowed', 'allowed'],
    ['a question about groups more', { belonging: asked('roma') }, 'allowed', 'allowed'],
  ])('%s', (__, given, before, since) => {
    expect([verdict(given, BEFORE), verdict(given, OPEN), verdict(given, OVER)]).toEqual([before, since, since]);
  });

  test('answers about groups that people may have given stay, in their order', () => {
    const before = { ...published, belonging: asked('roma', 'newcomers') };
    for (const belonging of [asked('roma'), asked('newcomers', 'roma'), asked('roma', 'newcomers', 'others')]) {
      expect(verdict({ belonging }, OPEN, before)).toBe('belonging-in-use');
      expect(verdict({ belonging }, BEFORE, before)).toBe('allowed');
    }
  });

  test('dates of results stand while people vote, but for those that a new end overtakes', () => {
    const before = { stages: published.stages, resultDates: [day(12), day(25)] };
    const shorter = published.stages.map((stage) => (stage.phase === 'drafting' ? { ...stage, from: day(24) } : stage));
    const reason = (after: typeof before, now: string) => {
      const found = mayAnnounce(before, after, now);
      return found.allowed ? 'allowed' : found.reason;
    };
    expect(reason({ ...before, resultDates: [day(12), day(26)] }, OPEN)).toBe('result-dates-fixed');
    expect(reason({ ...before, resultDates: [day(12)] }, OPEN)).toBe('result-dates-fixed');
    expect(reason({ ...before, resultDates: [day(14)] }, BEFORE)).toBe('allowed');
    expect(reason({ stages: shorter, resultDates: [day(12)] }, OPEN)).toBe('allowed');
    expect(reason({ stages: shorter, resultDates: [day(12), day(25)] }, OPEN)).toBe('result-dates-outside');
  });
});
