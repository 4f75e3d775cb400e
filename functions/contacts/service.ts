import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContactFor, LeaveContact } from '#shared/contacts/schema.ts';
import { Problem } from '#shared/problems.ts';
import { readingOf } from '#shared/reading.ts';
import { consultationOf } from '../consultations/service.ts';
import { requireWithin } from '../limits/service.ts';
import { queueMail } from '../mail/outbox.ts';
import type { Actor } from '../participants/actor.ts';
import { hashOf } from '../participants/sessions.ts';
import { transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import {
  confirmContact,
  contactRemoval,
  findContact,
  findContactByToken,
  listContacts,
  saveContact,
  type Contact,
} from './store.ts';

const TOKEN_BYTES = 32;

/** The step that queues a mail about the consultation to somebody who left her address for it. */
export const mailTo = async (
  world: World,
  { participant, consultation, email, locale, token }: Contact,
  kind: 'confirm' | 'result' | 'news' | 'your-words',
  about: string,
  more: Record<string, string> = {},
): Promise<Step> => {
  const { title } = await consultationOf(world, consultation);
  const page = `${world.origin}/${locale}`;
  const stop = `${page}/mail/${token}/stop`;
  const says = {
    title: readingOf(title, [locale])?.text ?? '',
    result: `${page}/c/${consultation}/results`,
    confirm: `${page}/mail/${token}`,
    page: `${page}/c/${consultation}`,
    stop,
    ...more,
  };
  return queueMail(world, { receiver: participant, about, kind, to: email, locale, says, stop, consultation });
};

/**
 * Leaves an e-mail address for one consultation. Nothing is sent to it but a question whether it is hers, until she has
 * answered that (so nobody can sign up somebody else).
 */
export const leaveContact = async (
  world: World,
  actor: Actor,
  consultation: ConsultationId,
  { email, locale, news }: LeaveContact,
): Promise<void> => {
  if (!actor.consents.has(consultation)) throw new Problem('consent-missing');
  await requireWithin(world, 'contact', actor.participant);
  const before = await findContact(world, consultation, actor.participant);
  const token = Buffer.from(world.randomBytes(TOKEN_BYTES)).toString('base64url');
  const contact: Contact = {
    participant: actor.participant,
    consultation,
    email,
    locale,
    confirmed: false,
    wantsNews: news,
    token,
    tokenHash: hashOf(token),
  };
  const mail = await mailTo(world, contact, 'confirm', `confirm#${consultation}`);
  if (!(await saveContact(world, contact, before?.tokenHash, [mail]))) throw new Problem('changed-meanwhile');
};

const requireContact = async (world: World, token: string): Promise<Contact> => {
  const contact = await findContactByToken(world, hashOf(token));
  if (!contact) throw new Problem('not-found');
  return contact;
};

export const confirmAddress = async (world: World, token: string): Promise<ContactFor> => {
  const contact = await requireContact(world, token);
  await confirmContact(world, contact);
  return { consultation: contact.consultation };
};

/** Takes the address back, by the link of any mail: no session needed. */
export const removeAddress = async (world: World, token: string): Promise<ContactFor> => {
  const { participant, consultation, tokenHash } = await requireContact(world, token);
  await transact(world.storage, contactRemoval(participant, consultation, tokenHash));
  return { consultation };
};

export const contactOf = findContact;

/** Takes the address back on her own page. */
export const removeOwnAddress = async (world: World, actor: Actor, consultation: ConsultationId): Promise<void> => {
  const contact = await findContact(world, consultation, actor.participant);
  if (!contact) throw new Problem('not-found');
  await transact(world.storage, contactRemoval(actor.participant, consultation, contact.tokenHash));
};

/** Confirmed addresses only. */
export const contactsToTell = async (world: World, consultation: ConsultationId): Promise<Contact[]> =>
  (await listContacts(world, consultation)).filter(({ confirmed }) => confirmed);

export { contactRemoval };
export type { Contact };

/** At the end of retention: every address left for this consultation. */
export const removeContacts = async (world: World, consultation: ConsultationId): Promise<void> => {
  for (const { participant, tokenHash } of await listContacts(world, consultation)) {
    await transact(world.storage, contactRemoval(participant, consultation, tokenHash));
  }
};
