import { MINUTE } from '#shared/time.ts';
import type { Mail } from '../mail/mailer.ts';
import { forgetMail, postponeMail, waitingMails, type QueuedMail } from '../mail/outbox.ts';
import type { World } from '../world.ts';

const LONGEST_PAUSE = 4 * 60 * MINUTE;

const compose = async (world: World, { kind, to, locale, says, stop }: QueuedMail): Promise<Mail> => {
  const [subject, text] = await Promise.all([
    world.say(locale, `mail.${kind}-subject`, says),
    world.say(locale, `mail.${kind}-text`, says),
  ]);
  return { to, subject, text, ...(stop && { unsubscribe: stop }) };
};

/** Sends what waits. What cannot be handed over stays and is tried again, after ever longer pauses. */
export const sendMails = async (world: World): Promise<number> => {
  let sent = 0;
  for (const mail of await waitingMails(world)) {
    try {
      await world.mail(await compose(world, mail));
      await forgetMail(world, mail);
      sent++;
    } catch (error) {
      world.log({ level: 'warn', message: 'mail waits', error: error instanceof Error ? error.name : 'unknown' });
      await postponeMail(world, mail, world.clock() + Math.min(LONGEST_PAUSE, MINUTE * 2 ** mail.tries));
    }
  }
  return sent;
};
