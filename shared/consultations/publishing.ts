import type { Locale } from '../locales.ts';
import type { Texts } from '../texts.ts';
import { later, milliseconds, type Instant } from '../time.ts';
import type { SetUpGap } from '../places/gaps.ts';
import { isLawful, NOTICE_BEFORE_CHANGE, openedAt, phaseAt, stageAfter, type Phase, type Stage } from './phases.ts';
import { areInsideVoting, REQUIRED_WORDS, WORD_FIELDS, type WordField } from './rules.ts';
import type { Consultation } from './schema.ts';

/** What a consultation may lack. Those of `WAIVABLE` may be published knowingly, and residents are told. */
export const GAPS = [
  'set-up',
  'words-missing',
  'dates-missing',
  'dates-not-in-order',
  'opening-too-soon',
  'result-dates-outside',
  'text-missing',
  'words-untranslated',
  'text-untranslated',
  'next-date-missing',
] as const;
export type GapCode = (typeof GAPS)[number];
const WAIVABLE: readonly GapCode[] = ['text-missing', 'words-untranslated', 'text-untranslated'];
export const isWaivable = ({ what }: Gap): boolean => WAIVABLE.includes(what);

export type Gap = {
  what: GapCode;
  fields?: WordField[] | undefined;
  languages?: Locale[] | undefined;
  /** What the place itself lacks. */
  setUp?: SetUpGap[] | undefined;
};

/** The stages that publishing a draft at this moment gives it. */
export const stagesToPublish = ({ plan, opensAtOnce }: NonNullable<Consultation['draft']>, now: Instant): Stage[] => [
  { phase: 'preparing', from: now },
  ...(opensAtOnce ? [{ phase: 'suggesting' as const, from: later(now, NOTICE_BEFORE_CHANGE) }] : []),
  ...plan,
];

type Planned = { stages: readonly Stage[]; resultDates: readonly Instant[] };

const dateGaps = (planned: Planned, now: Instant): GapCode[] => {
  const opening = openedAt(planned);
  if (opening === undefined || !planned.stages.some(({ phase }) => phase === 'drafting')) return ['dates-missing'];
  if (milliseconds(opening) < milliseconds(now) + NOTICE_BEFORE_CHANGE) return ['opening-too-soon'];
  if (!isLawful(planned.stages)) return ['dates-not-in-order'];
  return areInsideVoting(planned) ? [] : ['result-dates-outside'];
};

/** Languages of the consultation in which some of these texts cannot be read. */
const languagesMissing = (languages: readonly Locale[], texts: readonly Texts[]): Locale[] => {
  const written = texts.filter((text) => Object.keys(text).length > 0);
  return languages.filter((language) => written.some((text) => text[language] === undefined));
};

/** All that a coordinator has written about a consultation: its words, and the question about belonging. */
const wordsOf = (consultation: Consultation): Texts[] => {
  const { belonging } = consultation;
  const asked = belonging ? [belonging.question, belonging.why, ...belonging.answers.map(({ label }) => label)] : [];
  return [...WORD_FIELDS.map((field) => consultation[field] ?? {}), ...asked];
};

/** The text of a consultation, as far as publishing asks for it. */
export type TextState = { passages: number; texts: readonly Texts[] };

const translationGaps = (consultation: Consultation, { texts }: TextState): Gap[] =>
  (
    [
      ['words-untranslated', wordsOf(consultation)],
      ['text-untranslated', texts],
    ] as const
  ).flatMap(([what, written]) => {
    const languages = languagesMissing(consultation.languages, written);
    return languages.length > 0 ? [{ what, languages }] : [];
  });

/** What stands between a draft and its publication, in the order in which it is best done. */
export const publishGaps = (consultation: Consultation, text: TextState, setUp: SetUpGap[], now: Instant): Gap[] => {
  const fields = REQUIRED_WORDS.filter((field) => Object.keys(consultation[field]).length === 0);
  const stages = consultation.draft ? stagesToPublish(consultation.draft, now) : consultation.stages;
  const gaps: Gap[] = setUp.length > 0 ? [{ what: 'set-up', setUp }] : [];
  if (fields.length > 0) gaps.push({ what: 'words-missing', fields });
  gaps.push(...dateGaps({ stages, resultDates: consultation.resultDates }, now).map((what) => ({ what })));
  if (text.passages === 0) gaps.push({ what: 'text-missing' });
  return [...gaps, ...translationGaps(consultation, text)];
};

const IS_OVER: readonly Phase[] = ['answered', 'closed'];

/** What something published still needs of its coordinator. */
export const openNeeds = (consultation: Consultation, text: TextState, now: Instant): Gap[] => [
  ...(stageAfter(consultation, now) || IS_OVER.includes(phaseAt(consultation, now))
    ? []
    : [{ what: 'next-date-missing' as const }]),
  ...translationGaps(consultation, text),
];
