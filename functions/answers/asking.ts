import { LINK_DAYS, isOver, mayAsk, MOST_ADDRESSEES, pointStanding } from '#shared/answers/rules.ts';
import type { Addressee, AddresseeId, AskAddressee } from '#shared/answers/schema.ts';
import type { AskingDesk } from '#shared/answers/views.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import { readingOf } from '#shared/reading.ts';
import { DAY, SECOND } from '#shared/time.ts';
import { readableConsultation } from '../consultations/service.ts';
import { requireDocument } from '../documents/editions.ts';
import { documentsOf } from '../documents/service.ts';
import { writeDown } from '../ledger/service.ts';
import { requireWithin } from '../limits/service.ts';
import { dayFor } from '../mail/dates.ts';
import { mailRemovals, queueMail } from '../mail/outbox.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { hashOf } from '../participants/sessions.ts';
import { placeOf } from '../places/service.ts';
import { requireHeld, transact, type Step } from '../storage/table.ts';
import { newId, nowIn, type World } from '../world.ts';
import { forgetAnswers } from './reading.ts';
import {
  addresseeStep,
  findAddressee,
  findAddresseeMail,
  linkRemoval,
  linkStep,
  mailRemoval,
  mailStep,
  readAsked,
  type AddresseeMail,
} from './store.ts';

const TOKEN_BYTES = 32;

type Asker = { consultation: Consultation; by: ParticipantId; role: Role; timeZone: string };

const askerAt = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<Asker> => {
  const consultation = await readableConsultation(world, actor, id);
  const { by, role } = requireOffice(actor, 'ask-addressee', consultation.place);
  return { consultation, by, role, timeZone: (await placeOf(world, consultation.place)).timeZone };
};

const newToken = (world: World): string => Buffer.from(world.randomBytes(TOKEN_BYTES)).toString('base64url');
export const answeringLink = (world: World, locale: string, token: string): string =>
  `${world.origin}/${locale}/answer/${token}`;

/** The link outlives its day: a late answer is better than none. */
const expiryOf = (world: World, due: string): number =>
  Math.floor(Math.max(world.clock(), Date.parse(`${due}T00:00:00.000Z`)) / SECOND) + (LINK_DAYS * DAY) / SECOND;

const askingMail = async (
  world: World,
  { title, place }: Consultation,
  one: Addressee,
  { email, token }: AddresseeMail,
): Promise<Step> =>
  queueMail(world, {
    receiver: one.id,
    about: `asked#${one.version}`,
    kind: 'asked',
    to: email,
    locale: one.locale,
    says: {
      title: readingOf(title, [one.locale])?.text ?? '',
      place: readingOf((await placeOf(world, place)).name, [one.locale])?.text ?? '',
      name: one.name,
      due: dayFor(one.locale, one.due),
      link: answeringLink(world, one.locale, token),
    },
    consultation: one.consultation,
  });

/** Asks an institution to answer, point by point. Its link is shown now, and kept nowhere but where mails wait. */
export const askAddressee = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { email, ...given }: AskAddressee,
): Promise<{ link: string; mailed: boolean }> => {
  const { consultation, by, role, timeZone } = await askerAt(world, actor, id);
  const now = nowIn(world);
  const verdict = mayAsk(consultation, now);
  if (!verdict.allowed) throw new Problem(verdict.reason);
  if (isOver(given.due, now, timeZone)) throw wrongField('/due', 'day-over');
  await requireWithin(world, 'invite', by);
  const document = await requireDocument(world, id, given.document);
  const known = (await documentsOf(world, id)).find((one) => one.id === document.id)?.passages ?? [];
  if (given.points.some((point) => !known.some((passage) => passage.id === point)))
    throw new Problem('passage-not-there');
  if ((await readAsked(world, id)).addressees.length >= MOST_ADDRESSEES) throw new Problem('too-large');
  const token = newToken(world);
  const addressee: Addressee = {
    ...given,
    points: [...new Set(given.points)],
    id: newId(world, 'addressee'),
    consultation: id,
    edition: document.version,
    asked: now,
    tokenHash: hashOf(token),
    version: 1,
  };
  const mail = email && { email, locale: given.locale, token };
  const expires = expiryOf(world, given.due);
  const steps = [
    addresseeStep(addressee),
    linkStep(addressee, expires),
    ...(mail ? [mailStep(addressee.id, mail, expires), await askingMail(world, consultation, addressee, mail)] : []),
    writeDown(world, {
      place: consultation.place,
      by,
      role,
      act: 'ask-addressee',
      subject: id,
      why: `${given.name}, ${given.due}`,
    }),
  ];
  await requireHeld(transact(world.storage, steps));
  forgetAnswers(world, id);
  return { link: answeringLink(world, given.locale, token), mailed: email !== undefined };
};

const requireAsked = async (world: World, id: ConsultationId, which: AddresseeId): Promise<Addressee> => {
  const addressee = await findAddressee(world, id, which);
  if (!addressee || addressee.ended) throw new Problem('not-found');
  return addressee;
};

/** A new link in place of one that was lost, or that somebody has who should not; drafts and answers stay. */
export const renewLink = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: AddresseeId,
): Promise<{ link: string; mailed: boolean }> => {
  const { consultation, by, role } = await askerAt(world, actor, id);
  await requireWithin(world, 'invite', by);
  const before = await requireAsked(world, id, which);
  const token = newToken(world);
  const addressee = { ...before, tokenHash: hashOf(token), version: before.version + 1 };
  const known = await findAddresseeMail(world, which);
  const mail = known && { ...known, token };
  const expires = expiryOf(world, before.due);
  const steps = [
    linkRemoval(before),
    linkStep(addressee, expires),
    addresseeStep(addressee),
    // What still waits leads where nothing is any more.
    ...(await mailRemovals(world, which)),
    ...(mail ? [mailStep(which, mail, expires), await askingMail(world, consultation, addressee, mail)] : []),
    writeDown(world, { place: consultation.place, by, role, act: 'renew-link', subject: id, why: before.name }),
  ];
  await requireHeld(transact(world.storage, steps));
  return { link: answeringLink(world, before.locale, token), mailed: known !== undefined };
};

/** Asks no longer. The link opens nothing any more and the address is gone; what was answered stays. */
export const endAsking = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: AddresseeId,
): Promise<void> => {
  const { consultation, by, role } = await askerAt(world, actor, id);
  const before = await requireAsked(world, id, which);
  const steps = [
    addresseeStep({ ...before, ended: nowIn(world), version: before.version + 1 }),
    linkRemoval(before),
    mailRemoval(which),
    ...(await mailRemovals(world, which)),
    writeDown(world, { place: consultation.place, by, role, act: 'end-asking', subject: id, why: before.name }),
  ];
  await requireHeld(transact(world.storage, steps));
  forgetAnswers(world, id);
};

/** Who was asked what, and what there is to ask about. */
export const viewAskingDesk = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<AskingDesk> => {
  const { consultation, timeZone } = await askerAt(world, actor, id);
  const now = nowIn(world);
  const [{ addressees, answers }, documents] = await Promise.all([readAsked(world, id), documentsOf(world, id)]);
  const verdict = mayAsk(consultation, now);
  return {
    addressees: addressees
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(({ tokenHash: _, consultation: __, ...one }) => {
        const answered = answers.filter(({ addressee, given }) => addressee === one.id && given).length;
        return { ...one, answered, standing: pointStanding(answered >= one.points.length, one.due, now, timeZone) };
      }),
    documents: documents.map(({ id: document, title, version, passages }) => ({
      id: document,
      title,
      version,
      passages: passages.map(({ id: passage, position, heading }) => ({ id: passage, position, heading })),
    })),
    ...(verdict.allowed ? {} : { notNow: verdict.reason }),
  };
};
