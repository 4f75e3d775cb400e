import { phaseAt, type Schedule } from '../consultations/phases.ts';
import { readingOf } from '../reading.ts';
import type { Texts } from '../texts.ts';
import type { Instant } from '../time.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';

/** All languages of a change note are kept in one place, as those of a passage. */
export const NOTE_LENGTH = 2_000;
export const COMMENT_LENGTH = 1_000;
/** In characters of the passage; a quote says what is meant, it does not repeat the text. */
export const QUOTE_LENGTH = 300;
export const CONTEXT_LENGTH = 40;
export const MOST_CITED = 200;

/** What versions are called, in every language: R1, R2 … */
export const versionName = (version: number): string => `R${version}`;

export type PublishRefusal = 'consultation-in-preparation' | 'consultation-closed' | 'not-in-this-phase';

/** The text never moves under people who vote on it: a new version comes when a deliberation has ended. */
export const mayPublishVersion = (consultation: { stages: Schedule }, now: Instant): Verdict<PublishRefusal> => {
  const phase = phaseAt(consultation, now);
  if (phase === 'drafting' || phase === 'answered') return allowed;
  if (phase === 'preparing') return refused('consultation-in-preparation');
  return refused(phase === 'closed' ? 'consultation-closed' : 'not-in-this-phase');
};

/** Is it a part of its version, or what a version took out? */
export const isStanding = ({ withdrawnIn }: { withdrawnIn?: number | undefined }): boolean => withdrawnIn === undefined;

/** What a passage says, in all its languages. */
export type Words = { heading: Texts; text: Texts; summary: Texts };

const flat = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
const original = (texts: Texts): string => flat(readingOf(texts, [])?.text ?? '');

/**
 * Does it say something else than before? What the original says decides: a better translation or summary, or another
 * line break, asks nobody for her vote anew.
 */
export const isReworded = (before: Words, after: Words): boolean =>
  original(before.heading) !== original(after.heading) || original(before.text) !== original(after.text);

/** The same words in every language, and where each came from. */
export const isSame = (before: Words, after: Words): boolean =>
  (['heading', 'text', 'summary'] as const).every((part) => {
    const [a, b] = [before[part], after[part]];
    const languages = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Texts)[];
    return languages.every(
      (one) =>
        a[one]?.text === b[one]?.text &&
        a[one]?.provenance === b[one]?.provenance &&
        a[one]?.checkedBy === b[one]?.checkedBy &&
        a[one]?.of === b[one]?.of,
    );
  });
