import { openedAt, phaseAt, type Schedule } from '../consultations/phases.ts';
import { MINUTE, milliseconds, type Instant } from '../time.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';

export const DOCUMENT_KINDS = ['recommendations', 'strategy', 'handbook', 'guidelines'] as const;

/** Everybody is shown every passage: a text with more of them asks too much of one consultation. */
export const MOST_PASSAGES = 150;
/** In characters. All languages of a passage are kept in one place and have to fit there together. */
export const HEADING_LENGTH = 200;
export const PASSAGE_LENGTH = 8_000;
export const SUMMARY_LENGTH = 1_500;
/** About 150 pages. */
export const SOURCE_LENGTH = 400_000;
export const DOCUMENT_TITLE_LENGTH = 200;

/** A file as it is sent: bigger ones do not fit through the door of a function in the cloud. */
export const MOST_FILE_BYTES = 4 * 1024 * 1024;

/** What an imported text held that its passages do not, by kind. */
export const LEFT_KINDS = [
  'picture',
  'drawing',
  'text-box',
  'comment',
  'deletion',
  'addition',
  'header',
  'footer',
  'contents',
  'numbering',
  'note',
  'formula',
  'embedded',
  'markup',
  'link',
  'other',
] as const;
export type LeftKind = (typeof LEFT_KINDS)[number];
/** More single things than this are told together; more words than this are too many to be told. */
export const MOST_LEFT = 1_000;
export const LEFT_LENGTH = 60_000;

/** How an imported text meets the one that is there. */
export const IMPORT_MODES = ['replace', 'append', 'translation'] as const;

/** What can be done with a passage as a whole; `join` puts it together with the one after it. */
export const ARRANGEMENTS = ['up', 'down', 'join', 'divide', 'drop'] as const;

/** Every process has seen the last change of a text before the first vote on it comes. */
const LAST_CHANGE_BEFORE_OPENING = MINUTE;

/**
 * May passages still be added, divided, put together, moved and dropped? Until a minute before people vote on them.
 * Afterwards their words can be corrected and translated; a changed text is a new version. Where there is no text yet,
 * as after a conversation that came from elsewhere, the first one may also come while nobody votes.
 */
export const mayArrange = (
  consultation: { stages: Schedule },
  now: Instant,
  hasText: boolean,
): Verdict<'text-is-open'> => {
  const phase = phaseAt(consultation, now);
  if (!hasText && (phase === 'drafting' || phase === 'answered')) return allowed;
  const opens = openedAt(consultation);
  const isSoon = opens !== undefined && milliseconds(opens) - milliseconds(now) < LAST_CHANGE_BEFORE_OPENING;
  return phase !== 'preparing' || isSoon ? refused('text-is-open') : allowed;
};
