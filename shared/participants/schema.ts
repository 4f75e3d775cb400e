import { z } from 'zod';
import { ConsultationId, Moment } from '../consultations/schema.ts';
import { idSchema } from '../ids.ts';
import { DEFAULT_LOCALE, LOCALES } from '../locales.ts';
import { PlaceId, PlaceSlug, Role } from '../places/schema.ts';
import { Proof } from '../proof.ts';
import { LanguageTag } from '../texts.ts';
import { cardNumber } from './rules.ts';

export const ParticipantId = idSchema('participant');
export type ParticipantId = z.infer<typeof ParticipantId>;
export const SessionId = idSchema('session');
export type SessionId = z.infer<typeof SessionId>;

/** The one plain screen before the first vote in a consultation, answered. */
export const Join = z.object({
  consentVersion: z.int().min(1),
  oldEnough: z.literal(true, { error: 'not-old-enough' }),
  locale: z.enum(LOCALES),
  reads: z.array(LanguageTag).min(1).max(12),
  proof: Proof.optional(),
});
export type Join = z.infer<typeof Join>;

export const CardNumber = z
  .string()
  .max(60)
  .transform((typed, context) => {
    const digits = cardNumber(typed);
    if (digits) return digits;
    context.addIssue({ code: 'custom', message: 'not-a-card-number' });
    return z.NEVER;
  });
export const ReturnByCard = z.object({
  digits: CardNumber,
  /** In which language whoever uses a handed card for the first time is met. */
  locale: z.enum(LOCALES).default(DEFAULT_LOCALE),
  /** Somebody sits beside her and helps. */
  assisted: z.boolean().default(false),
  proof: Proof.optional(),
});
export type ReturnByCard = z.infer<typeof ReturnByCard>;

/** A card, shown once: the digits, and the QR code of an address whose fragment never reaches a server. */
export const NewCard = z.object({ digits: z.string(), qr: z.string() });

export const Settings = z.object({
  reads: z.array(LanguageTag).min(1).max(12),
});
export type Settings = z.infer<typeof Settings>;

/** Consent to one version of a place's text for one consultation; taken back by leaving the consultation. */
export const Consent = z.object({ consultation: ConsultationId, version: z.int(), on: z.iso.date() });

/** Who is asking, as pages need it. */
export const Me = z.object({
  signedIn: z.boolean(),
  reads: z.array(LanguageTag),
  hasCard: z.boolean(),
  consents: z.array(Consent),
  /** `open`: she came in a way that opens offices. `locked`: she holds some, and has to come in with her passkey. */
  office: z.enum(['none', 'locked', 'open']),
  roles: z.array(z.object({ place: PlaceId, roles: z.array(Role) })),
  /** Where she may write nothing for a time; she may vote there. */
  suspensions: z.array(z.object({ place: PlaceId, until: Moment })),
  /** Where a moderator has warned her, so lately that it counts. */
  warnings: z.array(PlaceId),
});
export type Me = z.infer<typeof Me>;

/** Who came back. Whoever used a handed card has a new number now, shown this once, and a place to go on. */
export const CameBack = Me.extend({
  fresh: z.object({ card: NewCard, place: PlaceSlug, consultation: ConsultationId.optional() }).optional(),
});
export type CameBack = z.infer<typeof CameBack>;
