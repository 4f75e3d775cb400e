import { z } from 'zod';
import { LOCALES } from '../locales.ts';
import { Quality } from '../moderation/triage.ts';
import { RHYTHMS } from '../staff/rules.ts';
import { LanguageTag, Texts, TextsGiven } from '../texts.ts';
import { WordsOrNone } from '../words.ts';
import { isColour, isReadable } from './colour.ts';
import {
  ABOUT_LENGTH,
  ALT_LENGTH,
  CONSENT_LENGTH,
  EMAIL_LENGTH,
  HELP_NAME_LENGTH,
  HELP_WHAT_LENGTH,
  LEGAL_BASIS_LENGTH,
  LINK_LENGTH,
  MOST_CONTACTS,
  MOST_EXPOSURE,
  PHONE_LENGTH,
  PLACE_NAME_LENGTH,
  RULES_LENGTH,
} from './limits.ts';
import { PICTURE_BYTES } from './picture.ts';
import { HELP_KINDS, PLACE_KINDS } from './rules.ts';
import { AgeOfConsent, Enough, PlaceId, PrivacyLine, RetentionMonths, TimeZone } from './schema.ts';

/** A field of a form that may stay empty. */
const orNone = (schema: z.ZodEmail | z.ZodURL, error: string) =>
  z.string().refine((text) => text === '' || schema.safeParse(text).success, { error });
const Email = orNone(z.email().max(EMAIL_LENGTH), 'not-an-email');
const Link = orNone(z.url({ protocol: /^https$/ }).max(LINK_LENGTH), 'not-a-link');

const HelpContactGiven = z.object({
  kind: z.enum(HELP_KINDS),
  name: TextsGiven(HELP_NAME_LENGTH),
  what: TextsGiven(HELP_WHAT_LENGTH),
  phone: WordsOrNone(PHONE_LENGTH),
  email: Email,
  url: Link,
});

/** `version`: of the place that she saw. A part that somebody else has changed since then is not written over. */
const changeOf = <Part extends string, Shape extends z.ZodRawShape>(part: Part, shape: Shape) =>
  z.object({ part: z.literal(part), version: z.int().min(0), ...shape });

/** One part of the set-up of a place, as it is from now on. */
export const SetUpChange = z.discriminatedUnion('part', [
  changeOf('about', { name: TextsGiven(PLACE_NAME_LENGTH), about: TextsGiven(ABOUT_LENGTH) }),
  changeOf('languages', {
    languages: z.array(z.enum(LOCALES, { error: 'not-a-language' })).min(1, { error: 'not-a-language' }),
    timeZone: TimeZone,
    /** Stays as it is where nothing is said: pages ask only where the platform has a translator. */
    machineTranslation: z.boolean().optional(),
  }),
  changeOf('rules', { houseRules: TextsGiven(RULES_LENGTH) }),
  changeOf('help', {
    /** Which of the list, from 0; without it a new one. */
    at: z.int().min(0).max(MOST_CONTACTS).optional(),
    /** `null` takes it off the list. */
    contact: HelpContactGiven.nullable(),
  }),
  changeOf('privacy', {
    controller: PrivacyLine,
    contact: PrivacyLine,
    legalBasis: TextsGiven(LEGAL_BASIS_LENGTH),
    retentionMonths: RetentionMonths,
    ageOfConsent: AgeOfConsent,
  }),
  changeOf('consent', { text: TextsGiven(CONSENT_LENGTH) }),
  changeOf('look', {
    /** Empty for the colours of the house. */
    accent: z
      .string()
      .refine((colour) => colour === '' || isColour(colour), { error: 'not-a-colour', abort: true })
      .refine((colour) => colour === '' || isReadable(colour), { error: 'not-readable' }),
  }),
  changeOf('moderation', {
    premoderation: z.boolean(),
    rhythm: z.enum(RHYTHMS).exclude(['never']),
    exposureCap: z.int().min(1).max(MOST_EXPOSURE).nullable(),
    escalation: z.object({
      name: WordsOrNone(HELP_NAME_LENGTH),
      phone: WordsOrNone(PHONE_LENGTH),
      email: Email,
    }),
    appealsTo: PlaceId.nullable(),
  }),
  changeOf('triage', {
    isOn: z.boolean(),
    /** What was measured in one language; without numbers nothing was. */
    measured: z.object({ language: LanguageTag, quality: Quality.nullable() }).nullable(),
  }),
  changeOf('counting', { enough: Enough }),
  changeOf('sharing', { clonableBy: z.union([z.enum(['nobody', 'everybody']), z.array(PlaceId).min(1).max(50)]) }),
  changeOf('tree', { kind: z.enum(PLACE_KINDS), /** `null`: it stands at the top. */ parent: PlaceId.nullable() }),
]);
export type SetUpChange = z.infer<typeof SetUpChange>;

/** What a place answers another one that asks to stand below it. */
export const AskingAnswer = z.object({ place: PlaceId, answer: z.enum(['accept', 'decline']) });
export type AskingAnswer = z.infer<typeof AskingAnswer>;

/** A new logo, in base 64 as JSON can hold it, with what it shows for those who do not see it. */
export const NewLogo = z.object({
  version: z.int().min(0),
  picture: z
    .base64({ error: 'not-a-picture' })
    .min(1, { error: 'not-a-picture' })
    .max(4 * Math.ceil(PICTURE_BYTES / 3), { error: 'not-a-picture' }),
  alt: TextsGiven(ALT_LENGTH),
});
export type NewLogo = z.infer<typeof NewLogo>;

/** A consent text that was replaced: those who agreed to it can still read what they agreed to. */
export const EarlierConsent = z.object({ version: z.int(), text: Texts, until: z.iso.date() });
export type EarlierConsent = z.infer<typeof EarlierConsent>;
