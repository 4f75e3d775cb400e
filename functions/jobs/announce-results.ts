import type { ConsultationId } from '#shared/consultations/schema.ts';
import { contactsToTell } from '../contacts/service.ts';
import { queueMail } from '../mail/outbox.ts';
import { announcements, forgetAnnouncement } from '../opinion/announcements.ts';
import { transact } from '../storage/table.ts';
import type { World } from '../world.ts';

/** DynamoDB writes at most a hundred items at once. */
const AT_ONCE = 50;

/**
 * Queues a mail for everybody who asked to hear about a result that was published. The announcement goes last: killed in
 * between, the next run queues the same mails again, and each is still one.
 */
export const announceResults = async (world: World): Promise<number> => {
  let queued = 0;
  for (const { snapshot, consultation } of await announcements(world)) {
    const contacts = await contactsToTell(world, consultation as ConsultationId);
    for (let i = 0; i < contacts.length; i += AT_ONCE) {
      const mails = contacts
        .slice(i, i + AT_ONCE)
        .map((contact) => queueMail({ about: `result#${snapshot}`, kind: 'result', contact }));
      await transact(world.storage, mails);
    }
    queued += contacts.length;
    await forgetAnnouncement(world, snapshot);
  }
  return queued;
};
