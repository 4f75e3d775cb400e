import { allowed, refused, type Verdict } from '../verdict.ts';
import type { Instant } from '../time.ts';
import { countingEnds, mayNow, type Schedule } from './phases.ts';

export const TITLE_LENGTH = 120;

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
