import { z } from 'zod';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { LOCALES } from '#shared/locales.ts';
import { ParticipantId } from '#shared/participants/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, put, queryAll, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const Contact = z.object({
  participant: ParticipantId,
  consultation: z.custom<ConsultationId>(),
  email: z.string(),
  locale: z.enum(LOCALES),
  confirmed: z.boolean(),
  /** Besides the result: whatever is told about the consultation. */
  wantsNews: z.boolean().default(false),
  /** The link's token as the outbox needs it; its hash finds this contact again. */
  token: z.string(),
  tokenHash: z.string(),
});
export type Contact = z.infer<typeof Contact>;

export const saveContact = (
  world: World,
  contact: Contact,
  replaced: string | undefined,
  also: Step[],
): Promise<boolean> => {
  const { participant, consultation, tokenHash } = contact;
  return transact(world.storage, [
    { table: 'vault', put: { ...keys.contact(consultation, participant), ...contact } },
    { table: 'vault', put: { ...keys.contactOf(participant, consultation), consultation, tokenHash } },
    { table: 'vault', put: { ...keys.contactToken(tokenHash), consultation, participant } },
    ...(replaced ? [{ table: 'vault' as const, remove: keys.contactToken(replaced) }] : []),
    { table: 'vault', check: keys.person(participant), if: { is: 'present' } },
    ...also,
  ]);
};

export const findContact = async (
  world: World,
  consultation: ConsultationId,
  participant: ParticipantId,
): Promise<Contact | undefined> => {
  const item = await get(world.storage, 'vault', keys.contact(consultation, participant));
  return item && Contact.parse(item);
};

export const findContactByToken = async (world: World, tokenHash: string): Promise<Contact | undefined> => {
  const pointer = await get(world.storage, 'vault', keys.contactToken(tokenHash));
  if (!pointer) return undefined;
  return findContact(world, pointer.consultation as ConsultationId, pointer.participant as ParticipantId);
};

export const confirmContact = (world: World, contact: Contact): Promise<boolean> =>
  put(
    world.storage,
    'vault',
    { ...keys.contact(contact.consultation, contact.participant), ...contact, confirmed: true },
    { is: 'present' },
  );

export const listContacts = async (world: World, consultation: ConsultationId): Promise<Contact[]> => {
  const items = await queryAll(world.storage, 'vault', { pk: keys.contact(consultation).pk });
  return items.map((item) => Contact.parse(item));
};

/** All that is held of one contact, for whoever takes it back or leaves. */
export const contactRemoval = (participant: ParticipantId, consultation: ConsultationId, tokenHash: string): Step[] => [
  { table: 'vault', remove: keys.contact(consultation, participant) },
  { table: 'vault', remove: keys.contactOf(participant, consultation) },
  { table: 'vault', remove: keys.contactToken(tokenHash) },
];
