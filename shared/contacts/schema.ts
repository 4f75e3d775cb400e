import { z } from 'zod';
import { LOCALES } from '../locales.ts';

/** Where one person wants to hear when the result of one consultation is there. Kept apart, for nothing else. */
export const LeaveContact = z.object({
  email: z.email({ error: 'not-an-email' }).max(200),
  locale: z.enum(LOCALES),
});
export type LeaveContact = z.infer<typeof LeaveContact>;

/** What the link in a mail carries. */
export const ContactToken = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
