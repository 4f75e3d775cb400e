import { MINUTE } from '#shared/time.ts';
import type { Mail } from '../mail/mailer.ts';
import { forgetMail, keepMail, unsentMails, type QueuedMail } from '../mail/outbox.ts';
import { noteUnsent, takeRetry } from '../mail/standing.ts';
import { codeOf } from '../operations/attempts.ts';
import type { World } from '../world.ts';

const LONGEST_PAUSE = 4 * 60 * MINUTE;
/** More wait for the next run. */
const AT_ONCE = 100;

const compose = async (world: World, { kind, to, locale, says, stop }: QueuedMail): Promise<Mail> => {
  const [subject, text] = await Promise.all([
    world.say(locale, `mail.${kind}-subject`, says),
    world.say(locale, `mail.${kind}-text`, says),
  ]);
  return { to, subject, text, ...(stop && { unsubscribe: stop }) };
};

/** Nothing of it waits any more when it has left; otherwise the mail as it waits on, each time for longer. */
const send = async (world: World, mail: QueuedMail): Promise<QueuedMail | undefined> => {
  try {
    await world.mail(await compose(world, mail));
    await forgetMail(world, mail);
    return undefined;
  } catch (error) {
    world.log({ level: 'warn', message: 'mail waits', error: codeOf(error) });
    const pause = Math.min(LONGEST_PAUSE, MINUTE * 2 ** mail.tries);
    const kept = { ...mail, tries: mail.tries + 1, notBefore: world.clock() + pause };
    await keepMail(world, kept);
    return kept;
  }
};

/**
 * Sends what waits, the least tried first, so that a hundred addresses that nobody can reach keep no other waiting. What
 * cannot be handed over stays and is tried again, after ever longer pauses, or when the operator says so.
 */
export const sendMails = async (world: World): Promise<number> => {
  const isAsked = await takeRetry(world);
  const unsent = await unsentMails(world);
  const isDue = ({ tries, notBefore }: QueuedMail): boolean => notBefore <= world.clock() || (isAsked && tries > 0);
  const due = unsent.filter(isDue).toSorted((a, b) => a.tries - b.tries);
  const waits = new Map(unsent.map((mail) => [mail.sk, mail]));
  const now = isAsked ? due : due.slice(0, AT_ONCE);
  for (const mail of now) {
    const kept = await send(world, mail);
    if (kept) waits.set(mail.sk, kept);
    else waits.delete(mail.sk);
  }
  await noteUnsent(world, [...waits.values()]);
  return unsent.length - waits.size;
};
