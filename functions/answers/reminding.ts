import { answerReminderDue } from '#shared/answers/rules.ts';
import type { Addressee } from '#shared/answers/schema.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { dayFor } from '../mail/dates.ts';
import { queueMail } from '../mail/outbox.ts';
import { keys } from '../storage/keys.ts';
import { get, transact } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { answeringLink } from './asking.ts';
import { findAddresseeMail, readAsked } from './store.ts';

/** That it was reminded is written with the mail, so each date is told once, by whichever process is first. */
const remind = async (world: World, { title }: Consultation, addressee: Addressee, zone: string): Promise<number> => {
  const { id, consultation, due, name } = addressee;
  const kind = answerReminderDue(due, nowIn(world), zone);
  if (!kind) return 0;
  const mark = keys.answerReminder(consultation, id, due, kind);
  if (await get(world.storage, 'records', mark)) return 0;
  const mail = await findAddresseeMail(world, id);
  if (!mail) return 0;
  const written = await transact(world.storage, [
    { table: 'records', put: { ...mark, due, kind }, if: { is: 'absent' } },
    queueMail(world, {
      receiver: id,
      about: `reminder#${due}#${kind}`,
      kind: kind === 'soon' ? 'answer-soon' : 'answer-late',
      to: mail.email,
      locale: mail.locale,
      says: {
        title: readingOf(title, [mail.locale])?.text ?? '',
        name,
        due: dayFor(mail.locale, due),
        link: answeringLink(world, mail.locale, mail.token),
      },
      consultation,
    }),
  ]);
  return written ? 1 : 0;
};

/** Reminds institutions that have not answered everything, before and after their date. */
export const remindAddresseesIn = async (world: World, consultation: Consultation, zone: string): Promise<number> => {
  const { addressees, answers } = await readAsked(world, consultation.id);
  let queued = 0;
  for (const one of addressees) {
    const given = answers.filter((answer) => answer.addressee === one.id && answer.given).length;
    if (!one.ended && given < one.points.length) queued += await remind(world, consultation, one, zone);
  }
  return queued;
};
