import type { ConsultationId } from '#shared/consultations/schema.ts';
import { contactsToTell, mailTo } from '../contacts/service.ts';
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
      const some = contacts.slice(i, i + AT_ONCE);
      await transact(
        world.storage,
        await Promise.all(some.map((contact) => mailTo(world, contact, 'result', `result#${snapshot}`))),
      );
    }
    queued += contacts.length;
    await forgetAnnouncement(world, snapshot);
  }
  return queued;
};
