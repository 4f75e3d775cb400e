import { allowed, refused, type Verdict } from '../verdict.ts';
import type { Instant } from '../time.ts';
import { countingEnds, mayNow, openedAt, type Schedule } from './phases.ts';

export const TITLE_LENGTH = 120;
export const REASON_LENGTH = 500;
/** The question about belonging to affected groups and why it is asked; each of its answers. */
export const BELONGING_LENGTH = 600;
export const ANSWER_LENGTH = 80;

/** What a coordinator writes about a consultation, in each of its languages, and how long it may be. */
export const WORD_LENGTHS = {
  title: TITLE_LENGTH,
  question: 300,
  why: 4000,
  whatHappens: 4000,
  audience: 600,
} as const;
export type WordField = keyof typeof WORD_LENGTHS;
export const WORD_FIELDS = Object.keys(WORD_LENGTHS) as WordField[];
/** Without these nobody can know what she takes part in. To whom it is addressed may be everybody. */
export const REQUIRED_WORDS = ['title', 'question', 'why', 'whatHappens'] as const satisfies readonly WordField[];

/** Areas of life: the five of equal treatment law (Directive 2000/43/EC Art. 3), and where people also meet the state. */
export const AREAS = [
  'education',
  'work',
  'housing',
  'health',
  'goods-and-services',
  'public-administration',
  'police-and-justice',
  'media-and-online',
  'transport',
  'leisure',
  'public-space',
] as const;

/** Grounds: Charter of Fundamental Rights Art. 21, and those that ECRI GPR 15 adds. */
export const GROUNDS = [
  'sex',
  'race',
  'colour',
  'ethnic-origin',
  'social-origin',
  'genetic-features',
  'language',
  'religion-or-belief',
  'political-or-other-opinion',
  'national-minority',
  'property',
  'birth',
  'disability',
  'age',
  'sexual-orientation',
  'nationality',
  'descent',
  'national-origin',
  'gender',
  'gender-identity',
] as const;

/** How a participant came in. `imported` marks ballots that another platform collected. */
export const DOORS = ['open', 'handed', 'proved', 'imported'] as const;
export type Door = (typeof DOORS)[number];

type Counted = { stages: Schedule; resultDates: readonly Instant[] };

/**
 * The moments at which a result becomes public: announced dates, and the end of each deliberation.
 * No live leaderboard: between these moments nobody but staff sees a count, so that nobody votes with the crowd.
 */
export const publicationDates = (consultation: Counted): Instant[] =>
  [...consultation.resultDates, ...countingEnds(consultation)].sort();

/** The last of those moments that has come: only a snapshot taken for it is public. */
export const publishedAsOf = (consultation: Counted, now: Instant): Instant | undefined =>
  publicationDates(consultation).findLast((date) => date <= now);

export const maySeeResults = (consultation: Counted, now: Instant): Verdict<'results-not-yet-public'> =>
  publishedAsOf(consultation, now) || mayNow(consultation, 'see-results', now).allowed
    ? allowed
    : refused('results-not-yet-public');

/** Dates of results that lie where people vote; results of ends of deliberations need no date of their own. */
export const areInsideVoting = (planned: Counted): boolean => {
  const [opening, end] = [openedAt(planned), countingEnds(planned).at(-1)];
  return planned.resultDates.every(
    (date) => opening !== undefined && end !== undefined && opening < date && date < end,
  );
};

/**
 * May these be the coming dates of results? They are announced before a round of voting begins and stand while it lasts:
 * whoever could add one at will could look at the count at will.
 */
export const mayAnnounce = (
  before: Counted,
  after: Counted,
  now: Instant,
): Verdict<'result-dates-fixed' | 'result-dates-outside'> => {
  const [end] = [before, after].flatMap((one) => countingEnds(one).find((date) => date > now) ?? []).sort();
  const isVoting = mayNow(before, 'vote', now).allowed;
  const fixed = ({ resultDates }: Counted): string =>
    resultDates.filter((date) => date > now && (end === undefined || date < end)).join();
  if (isVoting && fixed(before) !== fixed(after)) return refused('result-dates-fixed');
  const coming = after.resultDates.filter((date) => date > now);
  return areInsideVoting({ stages: after.stages, resultDates: coming }) ? allowed : refused('result-dates-outside');
};

/** What a published change was about, as the public list of changes names it. */
export const CHANGED = [
  ...WORD_FIELDS,
  'languages',
  'areas',
  'grounds',
  'doors',
  'belonging',
  'premoderation',
  'text',
  'dates',
  'closing',
] as const;
export type Changed = (typeof CHANGED)[number];
