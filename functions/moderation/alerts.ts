import { z } from 'zod';
import { Notice, type Case } from '#shared/moderation/case.ts';
import { CaseId, NoticeId } from '#shared/moderation/schema.ts';
import { moderationOf } from '#shared/places/gaps.ts';
import { placeOf } from '../places/service.ts';
import { keys } from '../storage/keys.ts';
import { get, query, remove, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { authorOf } from './authors.ts';
import { escalationMail, mailToAuthor, mailToNotifier, urgentMails } from './mails.ts';
import { findCase } from './store.ts';

/**
 * A mail that some act of the desk or a notice makes necessary. The act only says so: how to reach anybody is known to
 * the job that writes mails, and to no function that answers people.
 */
const Alert = z.discriminatedUnion('what', [
  z.object({ what: z.literal('urgent') }),
  z.object({ what: z.literal('escalation') }),
  z.object({ what: z.literal('desk-message'), to: z.union([z.literal('author'), NoticeId]), message: z.string() }),
  z.object({ what: z.literal('notifier-measure'), to: NoticeId }),
]);
type Alert = z.infer<typeof Alert>;

const nameOf = (alert: Alert): string =>
  'message' in alert ? alert.message : 'to' in alert ? `${alert.what}#${alert.to}` : alert.what;

export const alertStep = ({ id }: Pick<Case, 'id'>, alert: Alert): Step => ({
  table: 'cases',
  put: { ...keys.toAlert(id, nameOf(alert)), case: id, ...alert },
});

const toNotifier = async (world: World, one: Case, id: NoticeId, alert: Alert): Promise<Step[]> => {
  const item = await get(world.storage, 'cases', keys.noticeOf(one.id, id));
  if (!item || (alert.what !== 'desk-message' && alert.what !== 'notifier-measure')) return [];
  return mailToNotifier(world, one, Notice.parse(item), alert.what, nameOf(alert));
};

const mailsFor = async (world: World, one: Case, alert: Alert): Promise<Step[]> => {
  const place = await placeOf(world, one.desk);
  if (alert.what === 'urgent') return urgentMails(world, place, one);
  if (alert.what === 'escalation') {
    const { escalation } = moderationOf(place);
    return escalation?.email ? [escalationMail(world, place, one, escalation.email)] : [];
  }
  if (alert.to !== 'author') return toNotifier(world, one, alert.to, alert);
  const author = await authorOf(world, one, { role: 'job' });
  return author ? mailToAuthor(world, one, author, 'desk-message', nameOf(alert)) : [];
};

const AT_ONCE = 100;

/** Writes the mails that wait for it. Killed in between, the next run writes the same ones again, each still one. */
export const writeAlerts = async (world: World): Promise<number> => {
  const { items } = await query(world.storage, 'cases', { pk: keys.toAlert().pk, limit: AT_ONCE });
  for (const item of items) {
    const one = await findCase(world, CaseId.parse(item.case));
    const mails = one ? await mailsFor(world, one, Alert.parse(item)) : [];
    if (mails.length > 0) await transact(world.storage, mails);
    await remove(world.storage, 'cases', { pk: item.pk, sk: item.sk });
  }
  return items.length;
};
