import { z } from 'zod';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { LOCALES } from '#shared/locales.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { keys } from '../storage/keys.ts';
import { put, query, queryAll, remove, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** What a mail is about. Its words are made when it leaves, in the language the person chose. */
const MAIL_KINDS = ['confirm', 'result'] as const;

const Queued = z.object({
  sk: z.string(),
  kind: z.enum(MAIL_KINDS),
  consultation: z.string(),
  to: z.string(),
  locale: z.enum(LOCALES),
  token: z.string(),
  tries: z.number(),
  /** Milliseconds since 1970 before which it is not tried again. */
  notBefore: z.number(),
});
export type QueuedMail = z.infer<typeof Queued>;

/** Whom it goes to, and the token of the link that takes her address back. */
type Addressee = Pick<QueuedMail, 'locale' | 'token' | 'consultation'> & {
  participant: ParticipantId;
  email: string;
};

type NewMail = { about: string; kind: QueuedMail['kind']; contact: Addressee };

/** One mail for one person about one thing: queued twice, it is still one. */
export const queueMail = ({ about, kind, contact }: NewMail): Step => ({
  table: 'vault',
  put: {
    ...keys.outbox(`${contact.participant}#${about}`),
    kind,
    consultation: contact.consultation,
    to: contact.email,
    locale: contact.locale,
    token: contact.token,
    tries: 0,
    notBefore: 0,
  },
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
export const mailRemovals = async (
  world: World,
  participant: ParticipantId,
  consultation?: ConsultationId,
): Promise<Step[]> => {
  const { pk, sk } = keys.outbox(`${participant}#`);
  const items = await queryAll(world.storage, 'vault', { pk, prefix: sk });
  return items
    .filter((item) => consultation === undefined || item.consultation === consultation)
    .map((item) => ({ table: 'vault', remove: keys.outbox(item.sk) }));
};
