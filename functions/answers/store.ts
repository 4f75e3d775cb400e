import { z } from 'zod';
import { Addressee, AddresseeId, Answer } from '#shared/answers/schema.ts';
import { ConsultationId } from '#shared/consultations/schema.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { LOCALES } from '#shared/locales.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

export type Asked = { addressees: Addressee[]; answers: Answer[] };

/** Everybody who was asked in a consultation, and all that they wrote, drafts among it. */
export const readAsked = async (world: World, consultation: ConsultationId): Promise<Asked> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.addressee(consultation).pk });
  return {
    addressees: items.filter(({ sk }) => sk.startsWith('adr#')).map((item) => Addressee.parse(item)),
    answers: items.filter(({ sk }) => sk.startsWith('ans#')).map((item) => Answer.parse(item)),
  };
};

export const addresseeStep = (addressee: Addressee): Step => ({
  table: 'records',
  put: { ...keys.addressee(addressee.consultation, addressee.id), ...addressee },
  if: addressee.version === 1 ? { is: 'absent' } : { is: 'version', version: addressee.version - 1 },
});

export const answerStep = (answer: Answer): Step => ({
  table: 'records',
  put: { ...keys.answer(answer.consultation, answer.addressee, answer.passage), ...answer },
  if: answer.version === 1 ? { is: 'absent' } : { is: 'version', version: answer.version - 1 },
});

export const findAddressee = async (
  world: World,
  consultation: ConsultationId,
  id: AddresseeId,
): Promise<Addressee | undefined> => {
  const item = await get(world.storage, 'records', keys.addressee(consultation, id));
  return item && Addressee.parse(item);
};

export const findAnswer = async (
  world: World,
  { consultation, id }: Pick<Addressee, 'consultation' | 'id'>,
  passage: PassageId,
): Promise<Answer | undefined> => {
  const item = await get(world.storage, 'records', keys.answer(consultation, id, passage));
  return item && Answer.parse(item);
};

export const linkStep = ({ consultation, id, tokenHash }: Addressee, expires: number): Step => ({
  table: 'vault',
  put: { ...keys.addresseeToken(tokenHash), consultation, addressee: id, expires },
});
export const linkRemoval = ({ tokenHash }: Addressee): Step => ({
  table: 'vault',
  remove: keys.addresseeToken(tokenHash),
});

const Pointer = z.object({ consultation: ConsultationId, addressee: AddresseeId, expires: z.number() });

export const findLink = async (world: World, tokenHash: string): Promise<z.infer<typeof Pointer> | undefined> => {
  const item = await get(world.storage, 'vault', keys.addresseeToken(tokenHash));
  return item && Pointer.parse(item);
};

/** Where somebody at the institution reads mails, with the token that a reminder's link needs. */
const AddresseeMail = z.object({ email: z.string(), locale: z.enum(LOCALES), token: z.string() });
export type AddresseeMail = z.infer<typeof AddresseeMail>;

export const mailStep = (id: AddresseeId, mail: AddresseeMail, expires: number): Step => ({
  table: 'vault',
  put: { ...keys.addresseeMail(id), ...mail, expires },
});
export const mailRemoval = (id: AddresseeId): Step => ({ table: 'vault', remove: keys.addresseeMail(id) });

export const findAddresseeMail = async (world: World, id: AddresseeId): Promise<AddresseeMail | undefined> => {
  const item = await get(world.storage, 'vault', keys.addresseeMail(id));
  return item && AddresseeMail.parse(item);
};
