import { z } from 'zod';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { LOCALES } from '#shared/locales.ts';
import { MAIL_KINDS } from '#shared/operations/mail-kinds.ts';
import type { Instant } from '#shared/time.ts';
import { keys } from '../storage/keys.ts';
import { put, queryAll, remove, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';

const Queued = z.object({
  sk: z.string(),
  kind: z.enum(MAIL_KINDS),
  to: z.string(),
  /** Its words are made when it leaves, in the language the receiver chose. */
  locale: z.enum(LOCALES),
  /** What its words name: titles, dates and links. Never words of a resident. */
  says: z.record(z.string(), z.string()),
  /** The address that stops such mails, where somebody asked for them. */
  stop: z.string().optional(),
  /** What it is about, where leaving a consultation takes it out of the outbox. */
  consultation: z.string().optional(),
  /** Since which full hour it waits; a mail of a release that did not write it down has none. */
  since: z.string().optional(),
  tries: z.number(),
  /** Milliseconds since 1970 before which it is not tried again. */
  notBefore: z.number(),
});
export type QueuedMail = z.infer<typeof Queued>;

type NewMail = Pick<QueuedMail, 'kind' | 'to' | 'locale' | 'says' | 'stop' | 'consultation'> & {
  /** Whoever gets it, by an id: a participant's, or that of an invitation, a notice … */
  receiver: string;
  about: string;
  notBefore?: number;
};

/** When exactly somebody did what a mail answers is nobody's business. */
const fullHour = (at: Instant): Instant => `${at.slice(0, 13)}:00:00.000Z`;

/** One mail for one receiver about one thing: queued twice, it is still one. */
export const queueMail = (world: World, { receiver, about, notBefore = 0, ...mail }: NewMail): Step => ({
  table: 'vault',
  put: { ...keys.outbox(`${receiver}#${about}`), ...mail, since: fullHour(nowIn(world)), tries: 0, notBefore },
});

/** All that has not gone out, whether it is time for another try or not. */
export const unsentMails = async (world: World): Promise<QueuedMail[]> =>
  (await queryAll(world.storage, 'vault', { pk: keys.outbox('').pk })).map((item) => Queued.parse(item));

export const forgetMail = (world: World, { sk }: QueuedMail): Promise<void> =>
  remove(world.storage, 'vault', keys.outbox(sk));

/** Kept as it is from now on, unless it has gone meanwhile: its receiver may have left. */
export const keepMail = (world: World, { sk, ...mail }: QueuedMail): Promise<boolean> =>
  put(world.storage, 'vault', { ...keys.outbox(sk), ...mail }, { is: 'present' });

/** No mail goes out to somebody who has left, or about a consultation she has left. */
export const mailRemovals = async (world: World, receiver: string, consultation?: ConsultationId): Promise<Step[]> => {
  const { pk, sk } = keys.outbox(`${receiver}#`);
  const items = await queryAll(world.storage, 'vault', { pk, prefix: sk });
  return items
    .filter((item) => consultation === undefined || item.consultation === consultation)
    .map((item) => ({ table: 'vault', remove: keys.outbox(item.sk) }));
};
