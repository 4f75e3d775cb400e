import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { PlaceBrief } from '../consultations/views.ts';
import { Invitation, StaffMember } from './schema.ts';

const Colleague = StaffMember.omit({ place: true }).extend({ mine: z.boolean() });

/** Who works for a place, and who did. Whom it has asked is for those who may appoint. */
export const StaffView = z.object({
  people: z.array(Colleague),
  former: z.array(Colleague),
  invitations: z.array(Invitation.pick({ id: true, name: true, roles: true }).extend({ until: Moment })),
});
export type StaffView = z.infer<typeof StaffView>;

/** What whoever holds the link is asked to do. */
export const InvitationView = Invitation.pick({ name: true, roles: true }).extend({
  place: PlaceBrief,
  by: z.string(),
  until: Moment,
});
export type InvitationView = z.infer<typeof InvitationView>;
