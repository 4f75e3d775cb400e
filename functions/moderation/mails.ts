import { z } from 'zod';
import { LOCALES, type Locale } from '#shared/locales.ts';
import { casePage, NOTICE_PAGE, ownCasePage, queuePage } from '#shared/moderation/addresses.ts';
import type { Outcome } from '#shared/moderation/kinds.ts';
import type { Case, Notice } from '#shared/moderation/case.ts';
import type { NoticeId } from '#shared/moderation/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import { readingOf } from '#shared/reading.ts';
import type { Texts } from '#shared/texts.ts';
import { consultationOf } from '../consultations/service.ts';
import { contactOf } from '../contacts/service.ts';
import { queueMail } from '../mail/outbox.ts';
import { staffToMail, type StaffToMail } from '../staff/service.ts';
import { keys } from '../storage/keys.ts';
import { get, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** Who sent a notice, as far as she said. It lies in the vault and is read only to write to her, and when she asks what is held about her. */
const Notifier = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  locale: z.enum(LOCALES),
});
type Notifier = z.infer<typeof Notifier>;

export const notifierStep = (notice: NoticeId, notifier: Notifier): Step => ({
  table: 'vault',
  put: { ...keys.notifier(notice), ...notifier },
});

export const notifierRemoval = (notice: NoticeId): Step => ({ table: 'vault', remove: keys.notifier(notice) });

export const notifierOf = async (world: World, notice: NoticeId): Promise<Notifier | undefined> => {
  const item = await get(world.storage, 'vault', keys.notifier(notice));
  return item && Notifier.parse(item);
};

const titleFor = (title: Texts, locale: Locale): string => readingOf(title, [locale])?.text ?? '';

const page = (world: World, locale: Locale, path: string): string => `${world.origin}/${locale}${path}`;

/** A mail to a notifier says what became of the thing she reported, and how to complain. Never any words of anybody. */
export const mailToNotifier = async (
  world: World,
  one: Pick<Case, 'consultation'>,
  { id, hasAddress }: Pick<Notice, 'id' | 'hasAddress'>,
  kind: 'outcome' | 'appeal-answer' | 'desk-message' | 'notifier-measure',
  about: string,
  outcome?: Outcome,
): Promise<Step[]> => {
  const notifier = hasAddress ? await notifierOf(world, id) : undefined;
  if (!notifier?.email) return [];
  const { email: to, locale } = notifier;
  const told = outcome && { outcome: await world.say(locale, `moderation.outcome.${outcome}`) };
  const { title } = await consultationOf(world, one.consultation);
  const says = { title: titleFor(title, locale), page: page(world, locale, NOTICE_PAGE), ...told };
  return [queueMail(world, { receiver: id, about: `${kind}#${about}`, kind, to, locale, says })];
};

/** The receipt goes out with its code, which is written down nowhere else in clear. */
export const receiptMail = async (
  world: World,
  one: Pick<Case, 'consultation'>,
  id: NoticeId,
  { email: to, locale }: { email: string; locale: Locale },
  code: string,
): Promise<Step> => {
  const { title } = await consultationOf(world, one.consultation);
  const says = { title: titleFor(title, locale), page: page(world, locale, NOTICE_PAGE), code };
  return queueMail(world, { receiver: id, about: 'notice', kind: 'notice', to, locale, says });
};

/** A mail to the author, where she left an address for this consultation and has said that it is hers. */
export const mailToAuthor = async (
  world: World,
  one: Pick<Case, 'id' | 'consultation'>,
  author: ParticipantId,
  kind: 'statement' | 'appeal-answer' | 'desk-message',
  about: string,
): Promise<Step[]> => {
  const contact = await contactOf(world, one.consultation, author);
  if (!contact?.confirmed) return [];
  const { email: to, locale } = contact;
  const { title } = await consultationOf(world, one.consultation);
  const says = { title: titleFor(title, locale), page: page(world, locale, ownCasePage(one.id)) };
  return [
    queueMail(world, {
      receiver: author,
      about: `${kind}#${about}`,
      kind,
      to,
      locale,
      says,
      consultation: one.consultation,
    }),
  ];
};

const toStaff = (world: World, place: Place, { participant, email: to, locale }: StaffToMail) => ({
  receiver: participant,
  to,
  locale,
  place: titleFor(place.name, locale),
  page: page(world, locale, queuePage(place.slug)),
});

/** Moderators hear at once of what cannot wait, whatever their rhythm. */
export const urgentMails = async (world: World, place: Place, one: Case): Promise<Step[]> =>
  (await staffToMail(world, place.id, 'moderate')).map((member) => {
    const { place: name, ...to } = toStaff(world, place, member);
    const says = { place: name, page: page(world, to.locale, casePage(place.slug, one.id)) };
    return queueMail(world, { ...to, about: `urgent#${one.id}`, kind: 'urgent', says });
  });

export const digestMail = (
  world: World,
  place: Place,
  member: StaffToMail,
  counts: { waiting: string; overdue: string },
  day: string,
): Step => {
  const { place: name, page: href, ...to } = toStaff(world, place, member);
  return queueMail(world, {
    ...to,
    about: `digest#${place.id}#${day}`,
    kind: 'digest',
    says: { place: name, page: href, ...counts },
  });
};

/** To the authority that the place has named for threats to life, where it is reached by e-mail (DSA Art. 18). */
export const escalationMail = (world: World, place: Place, one: Case, to: string): Step => {
  const [locale = 'en'] = place.languages;
  const says = {
    place: titleFor(place.name, locale),
    controller: place.privacy.controller,
    contact: place.privacy.contact,
    case: one.id,
  };
  return queueMail(world, { receiver: one.id, about: 'escalation', kind: 'escalation', to, locale, says });
};
