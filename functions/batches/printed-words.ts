import type { Batch, MadeCards } from '#shared/batches/schema.ts';
import type { Locale } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { dayFor } from '../mail/dates.ts';
import { placeOf } from '../places/service.ts';
import type { World } from '../world.ts';

/** What stands on each card, in the languages of those who will hold it, whatever the page around it speaks. */
export const printedWords = async (
  world: World,
  { place, lastDay }: Pick<Batch, 'place' | 'lastDay'>,
  languages: readonly Locale[],
): Promise<MadeCards['words']> => {
  const { name } = await placeOf(world, place);
  const address = `${new URL(world.origin).host}/join`;
  return Promise.all(
    languages.map(async (locale) => {
      const called = readingOf(name, [locale])?.text ?? '';
      const says = { place: called, address, date: dayFor(locale, lastDay) };
      return { locale, place: called, text: await world.say(locale, 'printed.card', says) };
    }),
  );
};
