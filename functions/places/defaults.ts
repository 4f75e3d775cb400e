import type { Locale } from '#shared/locales.ts';
import type { Tone } from '#shared/places/rules.ts';
import type { Texts } from '#shared/texts.ts';
import type { World } from '../world.ts';

/** A text that the house suggests, in these languages. Whoever translated it was a person; nobody here has checked it. */
export const textOfTheHouse = async (
  world: World,
  key: string,
  locales: readonly Locale[],
  parameters: Record<string, string> = {},
): Promise<Texts> =>
  Object.fromEntries(
    await Promise.all(
      locales.map(async (locale) => {
        const text = await world.say(locale, key, parameters);
        return [locale, { text, provenance: 'human' as const }] as const;
      }),
    ),
  );

const HOUSE_RULES: Record<Tone, string> = {
  warm: 'defaults.house-rules',
  formal: 'defaults.house-rules-formal',
};
export const houseRulesOf = (world: World, tone: Tone, locales: readonly Locale[]): Promise<Texts> =>
  textOfTheHouse(world, HOUSE_RULES[tone], locales);
