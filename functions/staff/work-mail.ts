import type { WorkMail } from '#shared/staff/schema.ts';
import { requireWithin } from '../limits/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { personStays } from '../participants/service.ts';
import { requireKeyholder } from '../passkeys/service.ts';
import { requireHeld, transact } from '../storage/table.ts';
import type { World } from '../world.ts';
import { findWorkMail, workMailRemoval, workMailStep } from './store.ts';

export const workMailOf = findWorkMail;

/** Where and how often she hears about work. Her own to say; colleagues do not see it. */
export const myWorkMail = async (world: World, actor: MaybeActor): Promise<{ mail?: WorkMail }> => {
  const mail = await findWorkMail(world, requireKeyholder(actor).participant);
  return mail ? { mail } : {};
};

export const setWorkMail = async (world: World, actor: MaybeActor, given: WorkMail): Promise<void> => {
  const { participant } = requireKeyholder(actor);
  await requireWithin(world, 'contact', participant);
  await requireHeld(transact(world.storage, [workMailStep(participant, given), personStays(participant)]));
};

export const removeWorkMail = async (world: World, actor: MaybeActor): Promise<void> => {
  const { participant } = requireKeyholder(actor);
  await transact(world.storage, [workMailRemoval(participant)]);
};
