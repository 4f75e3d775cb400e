import { noteMails } from '../operations/runs.ts';
import { keys } from '../storage/keys.ts';
import { get, remove } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import type { QueuedMail } from './outbox.ts';

const smallest = (times: readonly string[]): string => times.reduce((a, b) => (a < b ? a : b));

/** What waits in the outbox, for the operator: counts and ages by kind. Nobody but this job and the door reads the rest. */
export const noteUnsent = (world: World, waits: readonly QueuedMail[]): Promise<void> => {
  const at = nowIn(world);
  const kinds = [...Map.groupBy(waits, ({ kind }) => kind)].map(([kind, mails]) => ({
    kind,
    waiting: mails.filter(({ tries }) => tries === 0).length,
    failed: mails.filter(({ tries }) => tries > 0).length,
    mostTries: Math.max(...mails.map(({ tries }) => tries)),
    oldest: smallest(mails.map(({ since }) => since ?? at)),
  }));
  return noteMails(world, { at, kinds });
};

/** Has the operator asked to try the failed mails at once? What she asks while they are tried is for the next run. */
export const takeRetry = async (world: World): Promise<boolean> => {
  const asked = await get(world.storage, 'records', keys.mailsToRetry());
  if (asked) await remove(world.storage, 'records', keys.mailsToRetry());
  return asked !== undefined;
};
