import type { Language, Locale } from '#shared/locales.ts';
import { referenceIn } from '#shared/moderation/cited.ts';
import { NOTICE_KINDS, type HousePhrase, type NoticeKind, type PhraseKind } from '#shared/moderation/kinds.ts';
import type { Phrase } from '#shared/moderation/phrases.ts';
import type { PhraseName } from '#shared/moderation/schema.ts';
import { readingOf } from '#shared/reading.ts';
import type { Texts } from '#shared/texts.ts';

/** A phrase of the book as whoever chooses one reads it. */
export type PhraseChoice = {
  name: PhraseName;
  kind: PhraseKind;
  text: string;
  language: Language;
  title?: string;
  reference?: string;
};

type Book = {
  house: readonly { name: HousePhrase; kind: PhraseKind; text: Texts; reference?: string; cited?: Texts }[];
  own: readonly Pick<Phrase, 'id' | 'kind' | 'title' | 'text' | 'reference'>[];
};

/** Phrases in the reader's language: those of the house first, then the place's own. */
export const choicesFrom = ({ house, own }: Book, locale: Locale): PhraseChoice[] =>
  [...house, ...own.map(({ id, ...phrase }) => ({ name: id, ...phrase }))].flatMap((phrase) => {
    const reading = readingOf(phrase.text, [locale]);
    if (!reading) return [];
    const { name, kind } = phrase;
    const reference = referenceIn(phrase, locale);
    const title = 'title' in phrase ? phrase.title : undefined;
    return [
      {
        name,
        kind,
        text: reading.text,
        language: reading.language,
        ...(title && { title }),
        ...(reference && { reference }),
      },
    ];
  });

/** The ground that a kind most often stands on comes first in the list; which one it is, a person says. */
const USUAL: Partial<Record<NoticeKind, HousePhrase>> = {
  'hate-speech': 'hatred-law',
  incitement: 'hatred-law',
  harassment: 'harassment-law',
  discrimination: 'harassment-law',
  'personal-data': 'data-law',
  spam: 'rule-on-topic',
  'house-rules': 'rule-respect',
};

export const groundsFor = (choices: readonly PhraseChoice[], kind: NoticeKind): PhraseChoice[] => {
  const grounds = choices.filter((one) => one.kind === 'law' || one.kind === 'house-rule');
  const isUsual = ({ name }: PhraseChoice): boolean => name === USUAL[kind];
  return [...grounds.filter(isUsual), ...grounds.filter((one) => !isUsual(one))];
};

export const kindIn = (said: string): NoticeKind => NOTICE_KINDS.find((kind) => kind === said) ?? 'other';
