import { drawFrom, pick } from '#functions/town/draw.ts';
import { STANCES, type Draw } from '#functions/town/model.ts';
import type {
  Town,
  TownConsultation,
  TownContribution,
  TownPlace,
  TownReply,
  TownStage,
} from '#functions/town/shape.ts';
import { texts } from '#functions/town/wording.ts';
import { AREAS, GROUNDS } from '#shared/consultations/rules.ts';
import { CONTRIBUTION_KINDS, CONTRIBUTION_LENGTH } from '#shared/contributions/rules.ts';
import { ROLES } from '#shared/places/rules.ts';
import { LABELS, REPLY_LENGTH } from '#shared/replies/rules.ts';
import type { Texts } from '#shared/texts.ts';

/** A town chooses its languages among those of the interface. */
const SYLLABLES = {
  en: ['har', 'bour', 'stone', 'will', 'ow', 'mar', 'ket', 'bridge', 'lan', 'tern', 'field', 'quay'],
  it: ['ca', 'sa', 'mo', 'lo', 'pia', 'zza', 'fio', 're', 'lu', 'na', 'ter', 'ra', 'più', 'città'],
  ar: ['دار', 'بحر', 'سلام', 'قمر', 'نهر', 'باب', 'شمس', 'ليل', 'مدى', 'نور'],
};
type Spoken = keyof typeof SYLLABLES;
const SPOKEN: readonly Spoken[] = ['en', 'it', 'ar'];
/** Signs that a page must show as they are. */
const SIGNS = ['', '', '', '&', '<b>', '"', '’', '🌱', '{x}', '%s', '#'];

const upTo = (least: number, most: number, draw: Draw): number => least + Math.floor(draw() * (most - least + 1));
const times = <Value>(count: number, make: (i: number) => Value): Value[] =>
  Array.from({ length: count }, (_, i) => make(i));

const word = (language: Spoken, draw: Draw): string =>
  times(upTo(1, 3, draw), () => pick(SYLLABLES[language], draw)).join('');
const phrase = (language: Spoken, length: number, draw: Draw): string =>
  times(length, () => word(language, draw) + pick(SIGNS, draw)).join(' ');
const say = (length: number, draw: Draw): Texts =>
  texts(pick(SPOKEN, draw), {
    en: phrase('en', length, draw),
    it: phrase('it', length, draw),
    ar: phrase('ar', length, draw),
  });

const slug = (draw: Draw): string => `${word('en', draw)}-${Math.floor(draw() * 1e6)}`;

const aTownPlace = (draw: Draw, given: Pick<TownPlace, 'kind'> & { parent?: string }): TownPlace => ({
  slug: slug(draw),
  name: say(1, draw),
  about: say(20, draw),
  languages: [...SPOKEN],
  timeZone: pick(['Europe/Rome', 'Europe/Helsinki', 'Atlantic/Azores'], draw),
  houseRules: say(40, draw),
  help: [
    { kind: 'local-desk', name: say(2, draw), what: say(6, draw), email: 'desk@town.example' },
    { kind: 'emergency', name: say(1, draw), what: say(6, draw), phone: '112' },
  ],
  privacy: {
    controller: phrase('en', 3, draw),
    contact: 'privacy@town.example',
    legalBasis: say(10, draw),
    retentionMonths: upTo(1, 24, draw),
  },
  consent: { version: upTo(1, 4, draw), text: say(40, draw) },
  ageOfConsent: upTo(13, 16, draw),
  ...given,
});

const aTownContribution = (i: number, passages: number, draw: Draw): TownContribution => {
  // Each language comes up in turn, so that there are cards for readers of every one.
  const language = SPOKEN[i % SPOKEN.length] ?? 'en';
  return {
    key: `c${i}`,
    kind: pick(CONTRIBUTION_KINDS, draw),
    ...(draw() < 0.8 && { passage: upTo(1, passages, draw) }),
    language,
    stance: pick(STANCES, draw),
    ...(draw() < 0.2 && { name: word(language, draw) }),
    text: `${i} ${phrase(language, upTo(3, 40, draw), draw)}`.slice(0, CONTRIBUTION_LENGTH).trim(),
  };
};

const aTownReply = (depth: number, draw: Draw): TownReply => {
  const language = pick(SPOKEN, draw);
  return {
    language,
    ...(draw() < 0.7 && { label: pick(LABELS, draw) }),
    text: phrase(language, upTo(1, 30, draw), draw)
      .slice(0, REPLY_LENGTH)
      .trim(),
    ...(draw() < 0.1 && { withdrawn: true as const }),
    ...(depth < 4 && { replies: times(upTo(0, 2, draw), () => aTownReply(depth + 1, draw)) }),
  };
};

const aTownConsultation = (stages: readonly TownStage[], draw: Draw): TownConsultation => {
  const passages = upTo(1, 7, draw);
  const contributions = times(upTo(12, 36, draw), (i) => aTownContribution(i, passages, draw));
  return {
    title: say(3, draw),
    question: say(8, draw),
    why: say(30, draw),
    whatHappens: say(20, draw),
    areas: [pick(AREAS, draw)],
    grounds: [pick(GROUNDS, draw)],
    languages: [...SPOKEN],
    stages,
    resultDays: [],
    document: {
      kind: pick(['recommendations', 'strategy', 'handbook', 'guidelines'], draw),
      title: say(4, draw),
      passages: times(passages, () => ({
        heading: say(4, draw),
        text: say(60, draw),
        summary: say(20, draw),
        stance: pick(STANCES, draw),
      })),
    },
    contributions,
    threads: [
      { on: { passage: upTo(1, passages, draw) }, replies: times(upTo(1, 3, draw), () => aTownReply(1, draw)) },
      {
        on: { contribution: pick(contributions, draw).key },
        replies: times(upTo(1, 3, draw), () => aTownReply(1, draw)),
      },
    ],
    residents: (['first', 'second', 'few'] as const).map((camp) => ({
      camp,
      count: upTo(4, 16, draw),
      reads: [
        { languages: ['en', 'it'], of: 1 },
        { languages: ['it'], of: 1 },
        { languages: ['ar', 'en'], of: 1 },
      ] as const,
    })),
  };
};

/** Days of each phase, before and after seeding: one consultation takes suggestions, one deliberates, one is answered. */
const schedules = (draw: Draw): TownStage[][] => {
  const long = upTo(5, 40, draw);
  const stagesFrom = (start: number): TownStage[] =>
    (['preparing', 'suggesting', 'deliberating', 'drafting', 'answered'] as const).map((phase, i) => ({
      phase,
      day: start + i * long,
    }));
  return [stagesFrom(-2 * long + 1), stagesFrom(-3 * long + 1), stagesFrom(-5 * long)];
};

/** A town that nobody wrote: the same seed gives the same one. No page may need to know which town it is in. */
export const aTown = (seed: number): Town => {
  const draw = drawFrom(seed);
  const region = aTownPlace(draw, { kind: 'region' });
  return {
    places: [region, aTownPlace(draw, { kind: 'city', parent: region.slug })],
    staff: ROLES.map((role) => ({ role, name: word('it', draw) })),
    consultations: schedules(draw).map((stages) => aTownConsultation(stages, draw)),
  };
};
