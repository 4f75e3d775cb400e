import type { ConsultationId } from '#shared/consultations/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { MINUTE } from '#shared/time.ts';
import { consultationOf } from '../consultations/service.ts';
import type { Mail } from '../mail/mailer.ts';
import { forgetMail, postponeMail, waitingMails, type QueuedMail } from '../mail/outbox.ts';
import type { World } from '../world.ts';

const LONGEST_PAUSE = 4 * 60 * MINUTE;

const compose = async (world: World, mail: QueuedMail): Promise<Mail> => {
  const consultation = await consultationOf(world, mail.consultation as ConsultationId);
  const title = readingOf(consultation.title, [mail.locale])?.text ?? '';
  const page = `${world.origin}/${mail.locale}`;
  const links = {
    title,
    result: `${page}/c/${mail.consultation}/results`,
    confirm: `${page}/mail/${mail.token}`,
    stop: `${page}/mail/${mail.token}/stop`,
  };
  const [subject, text] = await Promise.all([
    world.say(mail.locale, `mail.${mail.kind}-subject`, links),
    world.say(mail.locale, `mail.${mail.kind}-text`, links),
  ]);
  return { to: mail.to, subject, text, unsubscribe: links.stop };
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
