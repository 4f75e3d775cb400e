import { LOCALES, type Locale } from '#shared/locales.ts';
import { HOUSE_PHRASES, HOUSE_PHRASE_KEYS, type HousePhrase, type PhraseKind } from '#shared/moderation/kinds.ts';
import { Phrase, type WritePhrase } from '#shared/moderation/phrases.ts';
import type { PhraseId, PhraseName } from '#shared/moderation/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import type { Texts } from '#shared/texts.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { placeIdAt } from '../places/service.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, requireHeld, transact } from '../storage/table.ts';
import { newId, type World } from '../world.ts';

const isHousePhrase = (name: PhraseName): name is HousePhrase => Object.hasOwn(HOUSE_PHRASES, name);
const WITH_REFERENCE: readonly PhraseKind[] = ['law', 'house-rule'];

/** Phrases as a decision takes them: in every language they have. */
export type Phrased = Pick<Phrase, 'kind' | 'text'> & {
  reference?: string | undefined;
  cited?: Texts | undefined;
  url?: string | undefined;
};

const inEveryLocale = async (world: World, key: string): Promise<Texts> => {
  const said = await Promise.all(
    LOCALES.map(async (locale): Promise<[Locale, Texts[Locale]]> => [
      locale,
      { text: await world.say(locale, key), provenance: locale === 'en' ? 'original' : 'human' },
    ]),
  );
  return Object.fromEntries(said);
};

const housePhrase = async (world: World, name: HousePhrase): Promise<Phrased> => {
  const kind = HOUSE_PHRASES[name];
  const cited = WITH_REFERENCE.includes(kind) ? await inEveryLocale(world, `phrases.${name}.reference`) : undefined;
  return { kind, text: await inEveryLocale(world, `phrases.${name}.text`), reference: cited?.en?.text, cited };
};

const ownPhrase = async (world: World, place: PlaceId, id: PhraseId): Promise<Phrase | undefined> => {
  const item = await get(world.storage, 'cases', keys.phrase(place, id));
  return item && Phrase.parse(item);
};

/** A phrase of the house or of the place's book, of one of these kinds. */
export const phraseNamed = async (
  world: World,
  place: PlaceId,
  name: PhraseName,
  kinds: readonly PhraseKind[],
  pointer: string,
): Promise<Phrased> => {
  const phrase = isHousePhrase(name) ? await housePhrase(world, name) : await ownPhrase(world, place, name);
  if (!phrase || !kinds.includes(phrase.kind)) throw wrongField(pointer, 'not-valid');
  return phrase;
};

/** The phrases of the house by name, and those that the place has written. */
export const listPhrases = async (world: World, actor: MaybeActor, slug: string) => {
  const place = await placeIdAt(world, slug);
  requireOffice(actor, 'moderate', place);
  const items = await queryAll(world.storage, 'cases', { pk: keys.phrase(place).pk });
  const house = await Promise.all(
    HOUSE_PHRASE_KEYS.map(async (name) => ({ name, ...(await housePhrase(world, name)) })),
  );
  return { house, own: items.map((item) => Phrase.parse(item)) };
};

/** Writes a phrase, a new one or in place of one that still has the version that was read. */
export const writePhrase = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: PhraseId | undefined,
  given: WritePhrase,
): Promise<Phrase> => {
  const place = await placeIdAt(world, slug);
  const { by, role } = requireOffice(actor, 'write-phrases', place);
  const phrase: Phrase = { ...given, id: id ?? newId(world, 'phrase'), version: id ? given.version + 1 : 1 };
  const line = writeDown(world, { place, by, role, act: 'write-phrase', subject: phrase.id });
  await requireHeld(
    transact(world.storage, [
      {
        table: 'cases',
        put: { ...keys.phrase(place, phrase.id), ...phrase },
        if: id ? { is: 'version', version: given.version } : { is: 'absent' },
      },
      line,
    ]),
  );
  return phrase;
};

/** Takes a phrase out of the book. Decisions that were made with it keep its words. */
export const removePhrase = async (world: World, actor: MaybeActor, slug: string, id: PhraseId): Promise<void> => {
  const place = await placeIdAt(world, slug);
  const { by, role } = requireOffice(actor, 'write-phrases', place);
  const line = writeDown(world, { place, by, role, act: 'write-phrase', subject: id });
  const removal = { table: 'cases' as const, remove: keys.phrase(place, id), if: { is: 'present' as const } };
  if (!(await transact(world.storage, [removal, line]))) throw new Problem('not-found');
};
