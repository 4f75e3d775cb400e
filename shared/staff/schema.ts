import { z } from 'zod';
import { Reason } from '../consultations/schema.ts';
import { idSchema } from '../ids.ts';
import { LOCALES } from '../locales.ts';
import { AddPasskey } from '../passkeys/schema.ts';
import { ROLES } from '../places/rules.ts';
import { PlaceId, Role, StaffName } from '../places/schema.ts';
import { RHYTHMS } from './rules.ts';

const WorkAddress = z.email({ error: 'not-an-email' }).max(200);

export const InvitationId = idSchema('invitation');
export type InvitationId = z.infer<typeof InvitationId>;

/** Somebody who is in office in a place, or was: then without roles. */
export const StaffMember = z.object({
  participant: idSchema('participant'),
  place: PlaceId,
  name: StaffName,
  roles: z.array(Role),
  since: z.iso.date(),
  version: z.int().min(1),
});
export type StaffMember = z.infer<typeof StaffMember>;

/** Which roles she holds from now on, and under which name; none takes her out of office. */
export const ChangeRoles = z.object({
  name: StaffName.optional(),
  roles: z.array(Role).max(ROLES.length),
  reason: Reason,
  version: z.int().min(1),
});
export type ChangeRoles = z.infer<typeof ChangeRoles>;

/** Asks somebody into office. With an address, the link is sent there too. */
export const Invite = z.object({
  name: StaffName,
  roles: z.array(Role).min(1, { error: 'nothing-chosen' }).max(ROLES.length),
  locale: z.enum(LOCALES),
  email: WorkAddress.optional(),
});
export type Invite = z.infer<typeof Invite>;

export const Invitation = z.object({
  id: InvitationId,
  place: PlaceId,
  name: StaffName,
  roles: z.array(Role).min(1),
  locale: z.enum(LOCALES),
  invitedBy: idSchema('participant'),
  /** Who she will be, where she has no account yet. */
  participant: idSchema('participant'),
  /** Of the token in the link. */
  tokenHash: z.string(),
  /** Seconds since 1970: the table deletes it then. */
  expires: z.number(),
});
export type Invitation = z.infer<typeof Invitation>;

/** Into office, with a first passkey; without one by the account with which she is in office elsewhere. */
export const AcceptInvitation = z.object({ passkey: AddPasskey.optional() });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/** Where and how often she wants to hear about work. */
export const WorkMail = z.object({
  email: WorkAddress,
  locale: z.enum(LOCALES),
  rhythm: z.enum(RHYTHMS),
});
export type WorkMail = z.infer<typeof WorkMail>;
