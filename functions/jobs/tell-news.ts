import { readingOf } from '#shared/reading.ts';
import { contactsToTell, mailTo } from '../contacts/service.ts';
import { forgetToTell, newsToTell } from '../news/telling.ts';
import { transact } from '../storage/table.ts';
import type { World } from '../world.ts';

/** DynamoDB writes at most a hundred items at once. */
const AT_ONCE = 50;

/**
 * Queues a mail with news for everybody who asked for it, in the language she chose, else in the original. What is told
 * goes last: killed in between, the next run queues the same mails again, and each is still one.
 */
export const tellNews = async (world: World): Promise<number> => {
  let queued = 0;
  for (const news of await newsToTell(world)) {
    const { consultation, number, title, text } = news;
    const contacts = (await contactsToTell(world, consultation)).filter(({ wantsNews }) => wantsNews);
    for (let i = 0; i < contacts.length; i += AT_ONCE) {
      const mails = contacts.slice(i, i + AT_ONCE).map((contact) =>
        mailTo(world, contact, 'news', `news#${consultation}#${number}`, {
          news: readingOf(title, [contact.locale])?.text ?? '',
          text: readingOf(text, [contact.locale])?.text ?? '',
        }),
      );
      await transact(world.storage, await Promise.all(mails));
    }
    queued += contacts.length;
    await forgetToTell(world, news);
  }
  return queued;
};
