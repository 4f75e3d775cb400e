import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Case } from '#shared/moderation/case.ts';
import { milliseconds, SECOND } from '#shared/time.ts';
import { readableConsultation } from '../consultations/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { keys } from '../storage/keys.ts';
import { get, put } from '../storage/table.ts';
import type { World } from '../world.ts';

/** So many of the last are looked at, and with fewer nothing can be said. */
const LAST = 20;
const ENOUGH = 3;

const lastWaits = async (world: World, consultation: ConsultationId): Promise<number[]> => {
  const item = await get(world.storage, 'cases', keys.waits(consultation));
  return (item?.seconds as number[] | undefined) ?? [];
};

/** Notes how long words waited for their first reading. One that is lost when two are noted at once changes no median. */
export const noteWait = async (world: World, { consultation, since }: Case): Promise<void> => {
  const waited = Math.round((world.clock() - milliseconds(since)) / SECOND);
  const seconds = [...(await lastWaits(world, consultation)), waited].slice(-LAST);
  await put(world.storage, 'cases', { ...keys.waits(consultation), seconds });
};

/** How long others waited here, for somebody whose words wait now. */
export const waitingTime = async (
  world: World,
  actor: MaybeActor,
  consultation: ConsultationId,
): Promise<{ median?: number }> => {
  await readableConsultation(world, actor, consultation);
  const waits = (await lastWaits(world, consultation)).sort((a, b) => a - b);
  const median = waits[Math.floor(waits.length / 2)];
  return waits.length >= ENOUGH && median !== undefined ? { median } : {};
};
