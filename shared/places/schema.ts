import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { Texts } from '../texts.ts';
import { LOCALES } from '../locales.ts';
import { Triage } from '../moderation/triage.ts';
import { RHYTHMS, STAFF_NAME_LENGTH } from '../staff/rules.ts';
import { Words } from '../words.ts';
import { isColour } from './colour.ts';
import {
  FEWEST_BALLOTS,
  FEWEST_KNOWN,
  MOST_BALLOTS,
  MOST_EXPOSURE,
  MOST_MONTHS,
  PHONE_LENGTH,
  PLACE_NAME_LENGTH,
  PRIVACY_LINE_LENGTH,
} from './limits.ts';
import { HELP_KINDS, PLACE_KINDS, ROLES, SET_UP_PARTS } from './rules.ts';

/** Who is responsible, and how to reach them. */
export const PrivacyLine = Words(PRIVACY_LINE_LENGTH);

export const PlaceId = idSchema('place');
export type PlaceId = z.infer<typeof PlaceId>;
export const PlaceSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
export const Role = z.enum(ROLES);
/** The name by which colleagues know somebody in office. */
export const StaffName = Words(STAFF_NAME_LENGTH);

/** Somebody a reader can turn to. `emergency` comes first on the page, whatever the order of the list. */
export const HelpContact = z.object({
  kind: z.enum(HELP_KINDS),
  name: Texts,
  what: Texts,
  phone: z.string().max(PHONE_LENGTH).optional(),
  email: z.email().optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
});
export type HelpContact = z.infer<typeof HelpContact>;

const part = z.number().min(0).max(1);
/** No fewer: what five people say is about them and not about the town. Known: by handed, proved or imported ballots. */
export const Enough = z.object({
  known: z.int().min(FEWEST_KNOWN).max(MOST_BALLOTS),
  all: z.int().min(FEWEST_BALLOTS).max(MOST_BALLOTS),
});
/** What a place may set about its recounts; what it leaves out, and everything else, is in `defaultParameters`. */
const CountingRules = z
  .object({
    /** An item leaves "too little data" with this many handed, proved or imported ballots, or this many in all. */
    enough: Enough,
    /** The agreement that something shared must surely reach, and the difference from which something divides. */
    shared: part,
    divides: part,
    /** People on either side that a figure about an affected group needs. */
    affected: z.int().min(10),
    mostGroups: z.int().min(2).max(5),
  })
  .partial();

/** A colour as `#rrggbb`. */
const Colour = z.string().refine(isColour);

/** A picture of ours, by what it holds: its address never changes its content. */
export const PictureId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const Logo = z.object({ id: PictureId, width: z.int(), height: z.int(), alt: Texts });
const Look = z.object({ accent: Colour.optional(), logo: Logo.optional() });
export type Look = z.infer<typeof Look>;

/** What a place has decided about moderation; without it, the defaults of the house (`moderationOf`). */
const Moderation = z.object({
  /** New consultations begin with: contributions wait until a moderator has read them. */
  premoderation: z.boolean(),
  /** How often moderators hear by mail what waits for them, where they have not chosen otherwise themselves. */
  rhythm: z.enum(RHYTHMS).exclude(['never']),
  /** The most cases that one moderator is shown in a day: what they read hurts. */
  exposureCap: z.int().min(1).max(MOST_EXPOSURE).optional(),
  /** Who is told when somebody's life is in danger (Regulation (EU) 2022/2065 Art. 18). */
  escalation: z.object({ name: z.string(), phone: z.string().optional(), email: z.string().optional() }).optional(),
  /** The place that decides appeals where fewer than two moderators are in office here. */
  appealsTo: PlaceId.optional(),
});
export type Moderation = z.infer<typeof Moderation>;

export const RetentionMonths = z.int().min(1).max(MOST_MONTHS);
/** Digital age of consent in the place's country (GDPR Art. 8(1)). */
export const AgeOfConsent = z.int().min(13).max(16);

export const Place = z.object({
  id: PlaceId,
  slug: PlaceSlug,
  kind: z.enum(PLACE_KINDS),
  parent: PlaceId.optional(),
  /** Below which place it has asked to stand: the coordinators there have not answered yet. */
  asks: PlaceId.optional(),
  name: Texts,
  about: Texts,
  languages: z.array(z.enum(LOCALES)).min(1),
  timeZone: z.string().max(60),
  houseRules: Texts,
  help: z.array(HelpContact),
  privacy: z.object({
    controller: z.string().max(PRIVACY_LINE_LENGTH),
    contact: z.string().max(PRIVACY_LINE_LENGTH),
    legalBasis: Texts,
    retentionMonths: RetentionMonths,
  }),
  /** Consent is a versioned object (GDPR Art. 7): a person agrees to one version, and the version she agreed to is kept. */
  consent: z.object({ version: z.int().min(1), text: Texts }),
  ageOfConsent: AgeOfConsent,
  /** What it sets otherwise than `defaultParameters` about recounts. */
  opinion: CountingRules.optional(),
  look: Look.optional(),
  moderation: Moderation.optional(),
  /** What everybody may read is handed to a translator outside, where the platform has one and somebody asks for it. */
  machineTranslation: z.boolean().optional(),
  /** Reported words are handed to a service outside that helps to order the queue, where the platform has one. */
  triage: Triage.optional(),
  /** Other places that may begin a consultation with a copy of one of these. */
  clonableBy: z.union([z.literal('everybody'), z.array(PlaceId).max(50)]).optional(),
  /** Grows with each change; 0 for a place of a release that had none. `changed`: which one last changed each part. */
  version: z.int().min(0).default(0),
  changed: z.partialRecord(z.enum(SET_UP_PARTS), z.int()).optional(),
});
export type Place = z.infer<typeof Place>;
/** A place before it is one. */
export type NewPlace = Omit<Place, 'id' | 'version' | 'changed'>;

const isTimeZone = (name: string): boolean => {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
export const TimeZone = z.string().max(60).refine(isTimeZone, { error: 'not-a-time-zone' });

/** What is written about a place when it is opened. The rest begins with the defaults of the house, or of the place above. */
const Opening = z.object({
  name: Words(PLACE_NAME_LENGTH),
  slug: PlaceSlug,
  /** The language of its name, and the first of its languages. */
  language: z.enum(LOCALES, { error: 'not-a-language' }),
  /** In which it writes, beside the language of its name; without this list, in all of the house. */
  languages: z
    .array(z.enum(LOCALES, { error: 'not-a-language' }))
    .min(1, { error: 'not-a-language' })
    .optional(),
  timeZone: TimeZone,
  controller: PrivacyLine,
  contact: PrivacyLine,
  ageOfConsent: AgeOfConsent,
});
export type Opening = z.infer<typeof Opening>;

/** What the operator writes behind the first-run link. */
export const OpenFirstPlace = z.object({
  token: z.string().max(100),
  /** By what name her colleagues will know whoever opens it. */
  you: StaffName,
  place: Opening,
});
export type OpenFirstPlace = z.infer<typeof OpenFirstPlace>;

/** One more place: below another, or at the top. */
export const OpenPlace = Opening.extend({ kind: z.enum(PLACE_KINDS) });
export type OpenPlace = z.infer<typeof OpenPlace>;
