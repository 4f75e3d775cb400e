import type { Texts } from '../texts.ts';
import { statusOf, type Status } from '../translations/rules.ts';
import type { SetUpPart } from './rules.ts';
import type { HelpContact, Moderation, Place } from './schema.ts';

/** What a place lacks before it may ask anybody anything, and the part of the set-up where it is given. */
export const SET_UP_GAPS = {
  name: 'about',
  'house-rules': 'rules',
  'help-emergency': 'help',
  'help-equality-body': 'help',
  'help-local-desk': 'help',
  controller: 'privacy',
  'privacy-contact': 'privacy',
  'legal-basis': 'privacy',
  consent: 'consent',
} as const satisfies Record<string, SetUpPart>;
export type SetUpGap = keyof typeof SET_UP_GAPS;

const isSaid = (texts: Texts): boolean => Object.values(texts).some((wording) => wording?.text.trim());
const isReachable = ({ name, phone, email, url }: HelpContact): boolean =>
  isSaid(name) && [phone?.trim(), email, url].some(Boolean);

type Described = Pick<Place, 'name' | 'houseRules' | 'help' | 'privacy' | 'consent'>;

/** What is missing, in the order of the set-up. A consultation may be published where nothing is. */
export const setUpGaps = ({ name, houseRules, help, privacy, consent }: Described): SetUpGap[] => {
  const helps = (kind: HelpContact['kind']): boolean => help.some((one) => one.kind === kind && isReachable(one));
  const missing: Record<SetUpGap, boolean> = {
    name: !isSaid(name),
    'house-rules': !isSaid(houseRules),
    'help-emergency': !helps('emergency'),
    'help-equality-body': !helps('equality-body'),
    'help-local-desk': !helps('local-desk'),
    controller: !privacy.controller.trim(),
    'privacy-contact': !privacy.contact.trim(),
    'legal-basis': !isSaid(privacy.legalBasis),
    consent: !isSaid(consent.text),
  };
  return (Object.keys(SET_UP_GAPS) as SetUpGap[]).filter((gap) => missing[gap]);
};

/** As a place that has decided nothing works. */
export const moderationOf = ({ moderation }: Pick<Place, 'moderation'>): Moderation =>
  moderation ?? { premoderation: false, rhythm: 'daily' };

/** What a place can do without and should think of. */
export const SET_UP_ADVICE = {
  'appeals-to-nobody': 'moderation',
  'no-escalation': 'moderation',
} as const satisfies Record<string, SetUpPart>;
export type SetUpAdvice = keyof typeof SET_UP_ADVICE;

/** An appeal is decided by somebody else than the decision was (Regulation (EU) 2022/2065 Art. 20): it takes two. */
const MODERATORS_FOR_APPEALS = 2;

export const setUpAdvice = (place: Pick<Place, 'moderation'>, moderators: number): SetUpAdvice[] => {
  const { appealsTo, escalation } = moderationOf(place);
  const needed: Record<SetUpAdvice, boolean> = {
    'appeals-to-nobody': moderators < MODERATORS_FOR_APPEALS && !appealsTo,
    'no-escalation': !escalation,
  };
  return (Object.keys(SET_UP_ADVICE) as SetUpAdvice[]).filter((advice) => needed[advice]);
};

const LACKING: readonly Status[] = ['missing', 'outdated'];

/** Texts that a place says in some of its languages only, or said otherwise meanwhile, and the parts of the set-up where they stand. */
export const untranslated = (
  place: Described & Pick<Place, 'about' | 'languages'>,
): { part: SetUpPart; languages: Place['languages'] }[] => {
  const texts: [SetUpPart, Texts][] = [
    ['about', place.name],
    ['about', place.about],
    ['rules', place.houseRules],
    ...place.help.flatMap(({ name, what }): [SetUpPart, Texts][] => [
      ['help', name],
      ['help', what],
    ]),
    ['privacy', place.privacy.legalBasis],
    ['consent', place.consent.text],
  ];
  const parts = [...new Set(texts.map(([part]) => part))];
  return parts
    .map((part) => ({
      part,
      languages: place.languages.filter((language) =>
        texts.some(([of, said]) => of === part && LACKING.includes(statusOf(said, language))),
      ),
    }))
    .filter(({ languages }) => languages.length > 0);
};
