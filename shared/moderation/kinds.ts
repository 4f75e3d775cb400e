/** What a notice, and later a decision, says that something is. */
export const NOTICE_KINDS = [
  'hate-speech',
  'incitement',
  'harassment',
  'discrimination',
  'personal-data',
  'spam',
  'house-rules',
  'other',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Kinds that are about a group of people: the notice may say on which grounds. */
export const KINDS_WITH_GROUNDS: readonly NoticeKind[] = ['hate-speech', 'incitement', 'harassment', 'discrimination'];

/** What can be reported. A passage's translation has an office behind it, all else a participant. */
export const SUBJECT_KINDS = ['contribution', 'reply', 'translation', 'name'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What becomes of the words. */
export const VISIBILITIES = ['keep', 'label', 'restrict', 'remove'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What a label says above words that stay. */
export const MARKS = ['may-hurt', 'generalises', 'not-supported'] as const;
export type Mark = (typeof MARKS)[number];

/** What becomes of the author's right to write in the place. She always keeps her votes. */
export const MEASURES = ['warn', 'suspend'] as const;
export type Measure = (typeof MEASURES)[number];
export const LONGEST_SUSPENSION_DAYS = 180;

export const GROUND_KINDS = ['law', 'house-rule'] as const;

/** Reusable words of the desk. */
export const PHRASE_KINDS = ['fact', 'law', 'house-rule', 'counter-statement', 'message'] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** Phrases that every place has from the first day; their words are the messages `phrases.<key>`, checked per locale. */
export const HOUSE_PHRASES = {
  'insults-a-group': 'fact',
  'calls-for-violence': 'fact',
  'threatens-a-person': 'fact',
  'names-a-private-person': 'fact',
  'posted-again-and-again': 'fact',
  'not-about-this': 'fact',
  'shocks-but-lawful': 'fact',
  'hatred-law': 'law',
  'harassment-law': 'law',
  'data-law': 'law',
  'rule-respect': 'house-rule',
  'rule-private-people': 'house-rule',
  'rule-on-topic': 'house-rule',
  'counter-equal-rights': 'counter-statement',
} as const satisfies Record<string, PhraseKind>;
export type HousePhrase = keyof typeof HOUSE_PHRASES;
export const HOUSE_PHRASE_KEYS = Object.keys(HOUSE_PHRASES) as HousePhrase[];

/** What a notifier is told about the thing she reported. */
export const OUTCOMES = ['kept', 'answered', 'labelled', 'restricted', 'removed', 'taken-back'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Where a decision came from, in the words of the EU's Transparency Database. */
export const SOURCE_TYPES = [
  'SOURCE_ARTICLE_16',
  'SOURCE_TRUSTED_FLAGGER',
  'SOURCE_TYPE_OTHER_NOTIFICATION',
  'SOURCE_VOLUNTARY',
] as const;

export const REVIEWS = ['upheld', 'reversed', 'partly'] as const;

/** What was said to the authority when somebody's life or safety may be threatened (DSA Art. 18). */
export const DANGERS = ['threat-to-a-person', 'threat-to-a-group', 'self-harm'] as const;
