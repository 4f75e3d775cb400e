import { z } from 'zod';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { LOCALES } from '#shared/locales.ts';
import { keys } from '../storage/keys.ts';
import { put, query, queryAll, remove, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** What a mail is about: its words are the messages `mail.<kind>-subject` and `mail.<kind>-text`. */
const MAIL_KINDS = [
  'confirm',
  'result',
  'news',
  'date-soon',
  'date-lacks',
  'step-lacks',
  'invite',
  'notice',
  'outcome',
  'statement',
  'appeal-answer',
  'desk-message',
  'notifier-measure',
  'urgent',
  'digest',
  'escalation',
  'asked',
  'answer-soon',
  'answer-late',
  'your-words',
  'work-soon',
  'work-late',
] as const;

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

/** One mail for one receiver about one thing: queued twice, it is still one. */
export const queueMail = ({ receiver, about, notBefore = 0, ...mail }: NewMail): Step => ({
  table: 'vault',
  put: { ...keys.outbox(`${receiver}#${about}`), ...mail, tries: 0, notBefore },
});

const PAGE = 100;

export const waitingMails = async (world: World): Promise<QueuedMail[]> => {
  const page = await query(world.storage, 'vault', { pk: keys.outbox('').pk, limit: PAGE });
  return page.items.map((item) => Queued.parse(item)).filter(({ notBefore }) => notBefore <= world.clock());
};

export const forgetMail = (world: World, { sk }: QueuedMail): Promise<void> =>
  remove(world.storage, 'vault', keys.outbox(sk));

export const postponeMail = (world: World, { sk, ...mail }: QueuedMail, notBefore: number): Promise<boolean> =>
  put(world.storage, 'vault', { ...keys.outbox(sk), ...mail, tries: mail.tries + 1, notBefore }, { is: 'present' });

/** No mail goes out to somebody who has left, or about a consultation she has left. */
export const mailRemovals = async (world: World, receiver: string, consultation?: ConsultationId): Promise<Step[]> => {
  const { pk, sk } = keys.outbox(`${receiver}#`);
  const items = await queryAll(world.storage, 'vault', { pk, prefix: sk });
  return items
    .filter((item) => consultation === undefined || item.consultation === consultation)
    .map((item) => ({ table: 'vault', remove: keys.outbox(item.sk) }));
};
