import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { LOCALES } from '../locales.ts';
import { PlaceId, Role, StaffName } from '../places/schema.ts';
import { RHYTHMS } from './rules.ts';

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

/** Where and how often she wants to hear about work. */
export const WorkMail = z.object({
  email: z.email({ error: 'not-an-email' }).max(200),
  locale: z.enum(LOCALES),
  rhythm: z.enum(RHYTHMS),
});
export type WorkMail = z.infer<typeof WorkMail>;
