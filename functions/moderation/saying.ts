import type { Language } from '#shared/locales.ts';
import type { PhraseKind } from '#shared/moderation/kinds.ts';
import type { Decide, Said } from '#shared/moderation/schema.ts';
import type { GroundView } from '#shared/moderation/ground.ts';
import type { SaidView } from '#shared/moderation/views.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import type { Texts } from '#shared/texts.ts';
import type { World } from '../world.ts';
import { phraseNamed } from './phrases.ts';

const inOneLanguage = (text: string, language: Language): Texts => ({ [language]: { text, provenance: 'original' } });

/** Phrases in every language they have, and the words that were written for this case. */
export const saidFrom = async (
  world: World,
  place: PlaceId,
  { phrases, words, language }: Said,
  kinds: readonly PhraseKind[],
  pointer: string,
): Promise<SaidView> => ({
  phrases: (await Promise.all(phrases.map((name) => phraseNamed(world, place, name, kinds, pointer)))).map(
    ({ text }) => text,
  ),
  ...(words !== undefined && { words }),
  language,
});

/** The law or the rule with its quotation. */
export const groundFrom = async (
  world: World,
  place: PlaceId,
  ground: NonNullable<Decide['ground']>,
): Promise<GroundView> => {
  const { kind } = ground;
  if (!('phrase' in ground)) {
    const { reference, quote, language, url } = ground;
    return { kind, reference, quote: inOneLanguage(quote, language), ...(url && { url }) };
  }
  const { reference = '', cited, text, url } = await phraseNamed(world, place, ground.phrase, [kind], '/ground/phrase');
  return { kind, reference, ...(cited && { cited }), quote: text, ...(url && { url }) };
};

/** What the place answers to words that it leaves. */
export const counterStatementFrom = async (
  world: World,
  place: PlaceId,
  given: NonNullable<Decide['counterStatement']>,
): Promise<Texts> =>
  'phrase' in given
    ? (await phraseNamed(world, place, given.phrase, ['counter-statement'], '/counterStatement/phrase')).text
    : inOneLanguage(given.words, given.language);
