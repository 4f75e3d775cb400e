import { z } from 'zod';
import { DOORS } from '../consultations/rules.ts';
import { Moment } from '../consultations/schema.ts';
import { ContributionId, PublicContribution } from '../contributions/schema.ts';
import { PassageId } from '../documents/schema.ts';
import { MyKeys } from '../passkeys/schema.ts';
import { PlaceId } from '../places/schema.ts';
import { PublicReply } from '../replies/schema.ts';
import { StaffMember, WorkMail } from '../staff/schema.ts';
import { LanguageTag, Texts } from '../texts.ts';
import { BelongingHeld, OwnVote } from '../ballots/schema.ts';
import { OwnCase, OwnNotice } from '../moderation/views.ts';
import { Consent, SessionId } from './schema.ts';

const SessionView = z.object({ id: SessionId, since: z.iso.date(), lastSeen: z.iso.date(), current: z.boolean() });

/** What a vote was about, in the words of today; a contribution that was taken back has none. */
export const Subject = z.discriminatedUnion('kind', [
  /** `until`: the last version of the text that said so, where it says something else by now. */
  z.object({ kind: z.literal('passage'), id: PassageId, heading: Texts, until: z.int().min(1).optional() }),
  z.object({ kind: z.literal('contribution'), id: ContributionId, text: z.string().nullable(), language: LanguageTag }),
]);
export type Subject = z.infer<typeof Subject>;

/** Everything held about a person, for "my page" and as a download (GDPR Art. 15 and 20). */
export const MyData = z.object({
  reads: z.array(LanguageTag),
  hasCard: z.boolean(),
  /** How she came in; and by a card of which batch of which place, when it was a handed one. */
  door: z.enum(DOORS),
  batch: z.object({ place: PlaceId, number: z.int() }).optional(),
  sessions: z.array(SessionView),
  /** Of somebody in office, or who was: where, under which name, and how she signs in. */
  office: z
    .object({
      places: z.array(StaffMember.pick({ place: true, name: true, roles: true, since: true })),
      keys: MyKeys,
      mail: WorkMail.optional(),
    })
    .optional(),
  /** What moderators have measured against her, by place. */
  measures: z.array(
    z.object({
      place: PlaceId,
      warnedOn: z.array(Moment),
      suspensions: z.array(z.object({ from: Moment, until: Moment })),
    }),
  ),
  /** Decisions about her words that she was told of, with their reasons. */
  decisions: z.array(OwnCase),
  /** What she reported with this session or another, and what became of it. */
  notices: z.array(OwnNotice),
  consultations: z.array(
    z.object({
      consent: Consent,
      votes: z.array(OwnVote.extend({ at: Moment, subject: Subject.optional() })),
      /** The address she left to be told about the result. */
      contact: z.object({ email: z.string(), confirmed: z.boolean(), news: z.boolean() }).optional(),
      /** What she said about belonging to affected groups, and when. */
      belonging: BelongingHeld.optional(),
      contributions: z.array(PublicContribution),
      replies: z.array(PublicReply),
    }),
  ),
});
export type MyData = z.infer<typeof MyData>;
