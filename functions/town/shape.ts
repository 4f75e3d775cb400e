import type { Phase } from '#shared/consultations/phases.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { AREAS, GROUNDS } from '#shared/consultations/rules.ts';
import type { CONTRIBUTION_KINDS } from '#shared/contributions/rules.ts';
import type { DOCUMENT_KINDS } from '#shared/documents/rules.ts';
import type { Language, Locale } from '#shared/locales.ts';
import type { HelpContact, NewPlace } from '#shared/places/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import type { LABELS } from '#shared/replies/rules.ts';
import type { MeasureState } from '#shared/measures/rules.ts';
import type { Outcome } from '#shared/suggestions/rules.ts';
import type { Texts } from '#shared/texts.ts';
import type { Camp, Stance } from './model.ts';

/** A town as it is written down: no ids and no moments, only words, days before or after seeding, and a model of votes. */
export type Town = {
  /** Parents before their children. */
  places: readonly TownPlace[];
  /** Demo staff, of the last place where none is named. */
  staff: readonly { role: Role; name: string; at?: string }[];
  consultations: readonly TownConsultation[];
};

export type TownPlace = Omit<NewPlace, 'parent' | 'help'> & { parent?: string; help: readonly HelpContact[] };

export type TownStage = { phase: Phase; day: number };

export type TownConsultation = {
  title: Texts;
  question: Texts;
  why: Texts;
  whatHappens: Texts;
  areas: readonly (typeof AREAS)[number][];
  grounds: readonly (typeof GROUNDS)[number][];
  languages: readonly Locale[];
  stages: readonly TownStage[];
  resultDays: readonly number[];
  document: { kind: (typeof DOCUMENT_KINDS)[number]; title: Texts; passages: readonly TownPassage[] };
  contributions: readonly TownContribution[];
  threads: readonly TownThread[];
  residents: readonly TownResidents[];
  /** The question whether people belong to a group it is about, where they are asked. */
  belonging?: NonNullable<Consultation['belonging']>;
  /** What came after the vote, where something did. */
  aftermath?: TownAftermath;
};

/** A version that says where it comes from, what an office answered to which parts, and the measures that follow. */
export type TownAftermath = {
  published: number;
  /** Which suggestions each part comes from, and its new words where they changed it. */
  cites: readonly {
    part: number;
    suggestions: readonly string[];
    words?: Partial<Record<'text' | 'summary', Texts>>;
  }[];
  note: Texts;
  /** Why the other suggestions have no answer of their own. */
  leftOut: string;
  answeredBy: string;
  due: number;
  answers: readonly { part: number; day: number; outcome: Outcome; why: Texts; who: string; when?: number }[];
  measures: readonly {
    part: number;
    day: number;
    deadline: number;
    title: Texts;
    owner: string;
    indicator: Texts;
    target: Texts;
    goes: { day: number; state: MeasureState; note: Texts };
  }[];
};

type TownPassage = { heading: Texts; text: Texts; summary: Texts; stance: Stance };

export type TownContribution = {
  /** Names it for threads of the same consultation. */
  key: string;
  kind: (typeof CONTRIBUTION_KINDS)[number];
  /** Position of the passage it is about; absent for the consultation as a whole. */
  passage?: number;
  language: Language;
  stance: Stance;
  name?: string;
  text: string;
};

export type TownReply = {
  language: Language;
  label?: (typeof LABELS)[number];
  name?: string;
  text: string;
  /** Its author took it back: the words are gone, the thread keeps its shape. */
  withdrawn?: true;
  replies?: readonly TownReply[];
};
export type TownThread = { on: { passage: number } | { contribution: string }; replies: readonly TownReply[] };

/** Residents of one camp who vote in a consultation, and the languages that they read. */
export type TownResidents = {
  camp: Camp;
  count: number;
  reads: readonly { languages: readonly Language[]; of: number }[];
};

/** What a consultation says in one language. */
export type ConsultationWords = {
  title: string;
  question: string;
  why: string;
  whatHappens: string;
  document: string;
  passages: readonly { heading: string; text: string; summary: string }[];
};
export type PlaceWords = {
  name: string;
  about: string;
  houseRules: string;
  legalBasis: string;
  consent: string;
  help: readonly { name: string; what: string }[];
};
