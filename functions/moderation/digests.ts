import { Case } from '#shared/moderation/case.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { DAY, dayOf, HOUR, milliseconds } from '#shared/time.ts';
import { placeOf } from '../places/service.ts';
import { staffToMail, type StaffToMail } from '../staff/service.ts';
import { keys } from '../storage/keys.ts';
import { get, transact, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { digestMail } from './mails.ts';
import { pageOfQueue, queueOf } from './store.ts';

/** So many of the queue are looked at; with more, "100" is enough to know. */
const LOOKED_AT = 100;

/** How long each rhythm lets pass. At once means within the hour; what cannot wait that long has its own mail. */
const PAUSE: Record<StaffToMail['rhythm'], number> = { 'at-once': HOUR, daily: DAY, weekly: 7 * DAY, never: Infinity };

const lastDigest = async (world: World, place: PlaceId, who: StaffToMail): Promise<string> => {
  const item = await get(world.storage, 'cases', keys.digestOf(place, who.participant));
  return (item?.at as string | undefined) ?? '';
};

/** Tells each moderator what waits, at her own rhythm: how many, how many of them overdue, and where. */
export const writeDigests = async (world: World, id: PlaceId): Promise<number> => {
  const { items } = await pageOfQueue(world, { ...queueOf(id), limit: LOOKED_AT, after: undefined });
  if (items.length === 0) return 0;
  const cases = items.map((item) => Case.parse(item));
  const now = nowIn(world);
  const overdue = cases.filter(({ due }) => due < now).length;
  const place = await placeOf(world, id);
  let written = 0;
  for (const member of await staffToMail(world, id, 'moderate')) {
    const last = await lastDigest(world, id, member);
    const isDue = last === '' || milliseconds(now) - milliseconds(last) >= PAUSE[member.rhythm];
    const hasNews = member.rhythm !== 'at-once' || cases.some(({ since }) => since > last);
    if (!isDue || !hasNews) continue;
    const counts = { waiting: String(cases.length), overdue: String(overdue) };
    const steps: Step[] = [
      digestMail(world, place, member, counts, dayOf(now)),
      { table: 'cases', put: { ...keys.digestOf(id, member.participant), at: now } },
    ];
    if (await transact(world.storage, steps)) written++;
  }
  return written;
};
