import { editTexts } from '../editing.ts';
import type { SetUpPart } from './rules.ts';
import type { HelpContact, Place } from './schema.ts';
import type { SetUpChange } from './set-up.ts';

type Change<Part extends SetUpPart> = Extract<SetUpChange, { part: Part }>;
type Given = Extract<Change<'help'>, object>['contact'];

const NOTHING_SAID = {};

const contactAfter = (
  before: HelpContact | undefined,
  given: NonNullable<Given>,
  order: Place['languages'],
): HelpContact => ({
  kind: given.kind,
  name: editTexts(before?.name ?? NOTHING_SAID, given.name, order),
  what: editTexts(before?.what ?? NOTHING_SAID, given.what, order),
  ...(given.phone && { phone: given.phone }),
  ...(given.email && { email: given.email }),
  ...(given.url && { url: given.url }),
});

const helpAfter = ({ help, languages }: Place, { at, contact }: Change<'help'>): HelpContact[] => {
  if (at === undefined) return contact ? [...help, contactAfter(undefined, contact, languages)] : help;
  return help.flatMap((before, i) => {
    if (i !== at) return [before];
    return contact ? [contactAfter(before, contact, languages)] : [];
  });
};

const triageAfter = ({ triage }: Place, { isOn, measured }: Change<'triage'>): NonNullable<Place['triage']> => {
  const all = { ...triage?.measured };
  if (measured?.quality) all[measured.language] = measured.quality;
  else if (measured) delete all[measured.language];
  return { isOn, measured: all };
};

/** What each part of the set-up makes of a place. */
const CHANGES: { [Part in SetUpPart]: (place: Place, change: Change<Part>) => Partial<Place> } = {
  about: (place, { name, about }) => ({
    name: editTexts(place.name, name, place.languages),
    about: editTexts(place.about, about, place.languages),
  }),
  // The first stays the first: a text without an original has its original there.
  languages: (place, { languages, timeZone, machineTranslation = place.machineTranslation }) => ({
    languages: [
      ...place.languages.filter((one) => languages.includes(one)),
      ...new Set(languages.filter((one) => !place.languages.includes(one))),
    ],
    timeZone,
    machineTranslation: machineTranslation || undefined,
  }),
  rules: (place, { houseRules }) => ({ houseRules: editTexts(place.houseRules, houseRules, place.languages) }),
  help: (place, change) => ({ help: helpAfter(place, change) }),
  privacy: (place, { controller, contact, legalBasis, retentionMonths, ageOfConsent }) => ({
    privacy: {
      controller,
      contact,
      legalBasis: editTexts(place.privacy.legalBasis, legalBasis, place.languages),
      retentionMonths,
    },
    ageOfConsent,
  }),
  consent: ({ consent, languages }, { text }) => ({
    consent: { version: consent.version + 1, text: editTexts(consent.text, text, languages) },
  }),
  look: ({ look: { accent: _, ...look } = {} }, { accent }) => ({ look: { ...look, ...(accent && { accent }) } }),
  moderation: (_, { premoderation, rhythm, exposureCap, escalation, appealsTo }) => ({
    moderation: {
      premoderation,
      rhythm,
      ...(exposureCap !== null && { exposureCap }),
      ...(escalation.name && {
        escalation: {
          name: escalation.name,
          ...(escalation.phone && { phone: escalation.phone }),
          ...(escalation.email && { email: escalation.email }),
        },
      }),
      ...(appealsTo && { appealsTo }),
    },
  }),
  triage: (place, change) => ({ triage: triageAfter(place, change) }),
  counting: ({ opinion }, { enough }) => ({ opinion: { ...opinion, enough } }),
  // Whether it may stand there is asked of the places around it, before this (`functions/places/tree.ts`).
  tree: (_, { kind, parent }) => ({ kind, parent: parent ?? undefined, asks: undefined }),
  sharing: (_, { clonableBy }) => ({ clonableBy: clonableBy === 'nobody' ? undefined : clonableBy }),
};

const apply = <Part extends SetUpPart>(place: Place, part: Part, change: Change<Part>): Partial<Place> =>
  CHANGES[part](place, change);

/** What a reader sees, whoever wrote or checked it. */
const said = (texts: Place['name']): string =>
  JSON.stringify(
    Object.entries(texts)
      .map(([language, wording]) => [language, wording?.text])
      .sort(),
  );

/**
 * The place with one part of its set-up as it is from now on. Where consent says what it said, it is no new version:
 * nobody is asked again for nothing.
 */
export const applySetUp = (place: Place, change: SetUpChange): Place => {
  const after: Place = { ...place, ...apply(place, change.part, change as never) };
  const sameConsent = said(after.consent.text) === said(place.consent.text);
  return sameConsent ? { ...after, consent: place.consent } : after;
};
