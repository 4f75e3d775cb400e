import { z } from 'zod';
import { ConsultationId } from '../consultations/schema.ts';
import { LOCALES } from '../locales.ts';

/** Where one person wants to hear of the result of one consultation, and of its news if she says so. Kept apart, for nothing else. */
export const LeaveContact = z.object({
  email: z.email({ error: 'not-an-email' }).max(200),
  locale: z.enum(LOCALES),
  /** Also news about the consultation; without it the result only. */
  news: z.boolean().default(false),
});
export type LeaveContact = z.infer<typeof LeaveContact>;

/** What the link in a mail carries. */
export const ContactToken = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/** For which consultation the address was left: where the link leads. Whoever holds it has read so in the mail. */
export const ContactFor = z.object({ consultation: ConsultationId });
export type ContactFor = z.infer<typeof ContactFor>;
