import type { Texts } from '../texts.ts';
import type { Instant } from '../time.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import { openedAt } from './phases.ts';
import type { WordField } from './rules.ts';
import type { Consultation } from './schema.ts';

type Announced = Pick<Consultation, WordField | 'languages' | 'areas' | 'grounds' | 'doors' | 'belonging' | 'stages'>;

export type CorrectionRefusal = 'wording-removed' | 'language-in-use' | 'door-in-use' | 'belonging-in-use';

const wordingsOf = ({ title, question, why, whatHappens, audience = {} }: Announced): Texts[] => [
  title,
  question,
  why,
  whatHappens,
  audience,
];

/** A wording that was there, in a language that stays, is there no more. */
const losesWording = (before: Announced, after: Announced): boolean =>
  wordingsOf(before).some((texts, i) =>
    after.languages.some((language) => texts[language] !== undefined && wordingsOf(after)[i]?.[language] === undefined),
  );

const answersOf = ({ belonging }: Announced): string => (belonging?.answers ?? []).map(({ key }) => key).join();

/**
 * May a published consultation be corrected like this? Words may always be put right. Once it is open, people take part
 * in its languages, by its doors, and may have answered about belonging: what they rely on is not taken from them.
 */
export const mayCorrect = (before: Announced, after: Announced, now: Instant): Verdict<CorrectionRefusal> => {
  if (losesWording(before, after)) return refused('wording-removed');
  const opened = openedAt(before);
  if (opened === undefined || opened > now) return allowed;
  if (before.languages.some((language) => !after.languages.includes(language))) return refused('language-in-use');
  if (before.doors.some((door) => !after.doors.includes(door))) return refused('door-in-use');
  if (before.belonging && answersOf(before) !== answersOf(after)) return refused('belonging-in-use');
  return allowed;
};
