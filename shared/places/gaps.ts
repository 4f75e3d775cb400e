import type { Texts } from '../texts.ts';
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
  isSaid(name) && Boolean(phone?.trim() ?? email ?? url);

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
