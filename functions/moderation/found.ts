import type { State } from '#shared/contributions/rules.ts';
import type { Contribution } from '#shared/contributions/schema.ts';
import type { Passage } from '#shared/documents/schema.ts';
import type { Language } from '#shared/locales.ts';
import type { Reply } from '#shared/replies/schema.ts';
import type { Instant } from '#shared/time.ts';
import type { PassageWording } from '../documents/wordings.ts';

/** Words of a participant as they lie in the records. */
export type Words = { kind: 'contribution'; is: Contribution } | { kind: 'reply'; is: Reply };

/** What a case is about, as it is this moment. */
export type Found = {
  /** One case for one of these. */
  about: string;
  author?: string;
  language: Language;
  at?: Instant;
  /** What can be read of it; null where the words are gone. */
  text: string | null;
  state: State;
} & (
  | { subject: 'words'; words: Words }
  | { subject: 'translation'; passage: Passage; wording: PassageWording }
  | { subject: 'name'; bearing: Words[] }
);
