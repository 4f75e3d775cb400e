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

/** What a kind most often is and stands on comes first in the lists; which it is, a person says. */
const USUAL: Partial<Record<NoticeKind, { fact: HousePhrase; ground: HousePhrase }>> = {
  'hate-speech': { fact: 'insults-a-group', ground: 'hatred-law' },
  incitement: { fact: 'calls-for-violence', ground: 'hatred-law' },
  harassment: { fact: 'threatens-a-person', ground: 'harassment-law' },
  discrimination: { fact: 'insults-a-group', ground: 'harassment-law' },
  'personal-data': { fact: 'names-a-private-person', ground: 'data-law' },
  spam: { fact: 'posted-again-and-again', ground: 'rule-on-topic' },
  'house-rules': { fact: 'insults-a-group', ground: 'rule-respect' },
};

/** The phrases of these kinds, what is usual for what was reported before all others. */
export const choicesFor = (
  choices: readonly PhraseChoice[],
  kinds: readonly PhraseKind[],
  reported: NoticeKind,
): PhraseChoice[] => {
  const all = choices.filter(({ kind }) => kinds.includes(kind));
  const { fact, ground } = USUAL[reported] ?? {};
  const isUsual = ({ name }: PhraseChoice): boolean => name === fact || name === ground;
  return [...all.filter(isUsual), ...all.filter((one) => !isUsual(one))];
};

export const kindIn = (said: string): NoticeKind => NOTICE_KINDS.find((kind) => kind === said) ?? 'other';
