import { LOCALES } from '#shared/locales.ts';
import type { NewPlace, Opening } from '#shared/places/schema.ts';
import type { Texts } from '#shared/texts.ts';
import type { World } from '../world.ts';
import { houseRulesOf, textOfTheHouse } from './defaults.ts';

const RETENTION_MONTHS = 12;
/** The emergency number of the European Union. */
const EMERGENCY = '112';

/** The place as it begins: what the operator wrote, and for all else the defaults of the house in every locale. */
export const beginning = async (world: World, given: Opening): Promise<NewPlace> => {
  const { name, slug, language, languages = LOCALES, timeZone, controller, contact, ageOfConsent } = given;
  const parameters = { name, controller, months: String(RETENTION_MONTHS) };
  const inEveryLocale = (key: string): Promise<Texts> => textOfTheHouse(world, key, LOCALES, parameters);
  return {
    slug,
    kind: 'city',
    name: { [language]: { text: name, provenance: 'original' } },
    about: await inEveryLocale('defaults.about'),
    languages: [language, ...LOCALES.filter((locale) => locale !== language && languages.includes(locale))],
    timeZone,
    houseRules: await houseRulesOf(world, 'warm', LOCALES),
    help: [
      {
        kind: 'emergency',
        name: await inEveryLocale('defaults.emergency'),
        what: await inEveryLocale('defaults.emergency-what'),
        phone: EMERGENCY,
      },
    ],
    privacy: {
      controller,
      contact,
      legalBasis: await inEveryLocale('defaults.legal-basis'),
      retentionMonths: RETENTION_MONTHS,
    },
    consent: { version: 1, text: await inEveryLocale('defaults.consent') },
    ageOfConsent,
  };
};
