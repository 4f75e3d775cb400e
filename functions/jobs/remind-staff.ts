import type { Consultation } from '#shared/consultations/schema.ts';
import { remindersDue, type Reminder } from '#shared/progress/reminders.ts';
import { readingOf } from '#shared/reading.ts';
import { consultationsIn } from '../consultations/service.ts';
import { momentFor } from '../mail/dates.ts';
import { queueMail } from '../mail/outbox.ts';
import { listPlaces, placeOf } from '../places/service.ts';
import { lacksFor } from '../progress/standing.ts';
import { staffToMail } from '../staff/service.ts';
import { keys } from '../storage/keys.ts';
import { get, transact, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';

/** The mails about one date, to everybody who may move it. */
const mailsAbout = async (
  world: World,
  { id, title, place }: Consultation,
  { kind, at }: Reminder,
  isLacking: boolean,
): Promise<Step[]> => {
  const { timeZone } = await placeOf(world, place);
  const to = await staffToMail(world, place, 'change-phase');
  return to.map(({ participant, email, locale }) =>
    queueMail(world, {
      receiver: participant,
      about: `${kind}#${id}#${at}`,
      kind: kind === 'lacking' ? 'step-lacks' : isLacking ? 'date-lacks' : 'date-soon',
      to: email,
      locale,
      says: {
        title: readingOf(title, [locale])?.text ?? '',
        date: momentFor(locale, at, timeZone),
        page: `${world.origin}/${locale}/c/${id}/desk/progress`,
      },
    }),
  );
};

/** That it was told is written with the mails, so each date is told once, by whichever process is first. */
const remind = async (world: World, consultation: Consultation, due: Reminder): Promise<number> => {
  const mark = keys.reminder(consultation.id, due.at, due.kind);
  if (await get(world.storage, 'records', mark)) return 0;
  const isLacking = (await lacksFor(world, consultation, due.phase)).length > 0;
  if (due.kind === 'lacking' && !isLacking) return 0;
  const mails = await mailsAbout(world, consultation, due, isLacking);
  const written = await transact(world.storage, [
    { table: 'records', put: { ...mark, ...due }, if: { is: 'absent' } },
    ...mails,
  ]);
  return written ? mails.length : 0;
};

/** Reminds those who run a consultation before each of its dates, and when a step has begun without what it needs. */
export const remindStaff = async (world: World): Promise<number> => {
  let queued = 0;
  for (const { id } of await listPlaces(world)) {
    for (const consultation of await consultationsIn(world, id)) {
      if (consultation.draft) continue;
      for (const due of remindersDue(consultation.stages, nowIn(world)))
        queued += await remind(world, consultation, due);
    }
  }
  return queued;
};
