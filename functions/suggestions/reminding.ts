import { answerReminderDue, type AnswerReminder } from '#shared/answers/rules.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { readingOf } from '#shared/reading.ts';
import type { Work } from '#shared/suggestions/schema.ts';
import { dayFor } from '../mail/dates.ts';
import { queueMail } from '../mail/outbox.ts';
import { staffToMail, type StaffToMail } from '../staff/service.ts';
import { keys } from '../storage/keys.ts';
import { get, transact } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { listWork } from './store.ts';

/** What one colleague has until one day, and whether that day is near or over. */
type Due = { until: string; kind: AnswerReminder; count: number };

const dueFor = (world: World, work: readonly Work[], zone: string): Due[] => {
  const open = work.flatMap(({ assigned, outcome }) => (assigned?.until && !outcome ? [assigned.until] : []));
  return [...Map.groupBy(open, (until) => until)].flatMap(([until, { length: count }]) => {
    const kind = answerReminderDue(until, nowIn(world), zone);
    return kind ? [{ until, kind, count }] : [];
  });
};

/** One mail for each day, however many suggestions it is about. That it was sent is written with it. */
const remind = async (
  world: World,
  { id, title }: Consultation,
  { participant, email, locale }: StaffToMail,
  { until, kind, count }: Due,
): Promise<number> => {
  const mark = keys.reminder(id, until, `work-${kind}#${participant}`);
  if (await get(world.storage, 'records', mark)) return 0;
  const written = await transact(world.storage, [
    { table: 'records', put: { ...mark, until, kind }, if: { is: 'absent' } },
    queueMail(world, {
      receiver: participant,
      about: `work#${id}#${until}#${kind}`,
      kind: kind === 'soon' ? 'work-soon' : 'work-late',
      to: email,
      locale,
      says: {
        title: readingOf(title, [locale])?.text ?? '',
        count: String(count),
        due: dayFor(locale, until),
        page: `${world.origin}/${locale}/c/${id}/desk/suggestions?list=all&outcome=none&assigned=${participant}`,
      },
    }),
  ]);
  return written ? 1 : 0;
};

/** Reminds colleagues of suggestions that they look after and nobody has answered: before their day, and after it. */
export const remindColleaguesIn = async (world: World, consultation: Consultation, zone: string): Promise<number> => {
  const work = await listWork(world, consultation.id);
  if (!work.some(({ assigned, outcome }) => assigned?.until && !outcome)) return 0;
  let queued = 0;
  for (const colleague of await staffToMail(world, consultation.place, 'work-on-suggestions')) {
    const own = work.filter(({ assigned }) => assigned?.to === colleague.participant);
    for (const due of dueFor(world, own, zone)) queued += await remind(world, consultation, colleague, due);
  }
  return queued;
};
