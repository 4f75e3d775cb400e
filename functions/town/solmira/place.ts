import type { HelpContact } from '#shared/places/schema.ts';
import type { PlaceWords, TownPlace } from '../shape.ts';
import { texts, textsOf } from '../wording.ts';
import { place as ar } from './place.ar.ts';
import { place as en } from './place.en.ts';
import { place as it } from './place.it.ts';

const words = { en, it, ar } satisfies Record<string, PlaceWords>;

/** In the order of each language's list. Numbers from a range reserved for fiction (Ofcom), addresses under `.example`. */
const CONTACTS: readonly Pick<HelpContact, 'kind' | 'phone' | 'email' | 'url'>[] = [
  { kind: 'emergency', phone: '112' },
  {
    kind: 'equality-body',
    phone: '+44 1632 960120',
    email: 'parita@terraluna.example',
    url: 'https://parita.terraluna.example/',
  },
  {
    kind: 'local-desk',
    phone: '+44 1632 960121',
    email: 'portaaperta@solmira.example',
    url: 'https://solmira.example/porta-aperta',
  },
  { kind: 'other', phone: '+44 1632 960122', url: 'https://ginestra.example/' },
];

const rules = {
  languages: ['en', 'it', 'ar'],
  timeZone: 'Europe/Rome',
  houseRules: textsOf('it', words, (w) => w.houseRules),
  help: CONTACTS.map((contact, i) => ({
    ...contact,
    name: textsOf('it', words, (w) => w.help[i]?.name ?? ''),
    what: textsOf('it', words, (w) => w.help[i]?.what ?? ''),
  })),
  consent: { version: 1, text: textsOf('it', words, (w) => w.consent) },
  ageOfConsent: 14,
} satisfies Partial<TownPlace>;

const legalBasis = textsOf('it', words, (w) => w.legalBasis);

export const region: TownPlace = {
  ...rules,
  slug: 'terraluna',
  kind: 'region',
  name: texts('it', { en: 'Terraluna', it: 'Terraluna', ar: 'تيرالونا' }),
  about: texts('it', {
    en: 'Terraluna is an invented region: eleven cities, one long coast and the mountains behind it. Solmira is its harbour.',
    it: 'Terraluna è una regione inventata: undici città, una lunga costa e le montagne alle spalle. Solmira è il suo porto.',
    ar: 'تيرالونا منطقة متخيَّلة: إحدى عشرة مدينة وساحل طويل والجبال من خلفه. سولميرا ميناؤها.',
  }),
  privacy: {
    controller: 'Regione Terraluna (invented), Piazza della Luna 1, Solmira',
    contact: 'privacy@terraluna.example',
    legalBasis,
    retentionMonths: 12,
  },
};

export const city: TownPlace = {
  ...rules,
  slug: 'solmira',
  kind: 'city',
  parent: 'terraluna',
  name: textsOf('it', words, (w) => w.name),
  about: textsOf('it', words, (w) => w.about),
  privacy: {
    controller: 'Città di Solmira (invented), Via del Molo 7, Solmira',
    contact: 'privacy@solmira.example',
    legalBasis,
    retentionMonths: 12,
  },
};
