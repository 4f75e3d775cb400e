import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DAY, SECOND } from '#shared/time.ts';
import type { World } from '../world.ts';

/** Runs and counts go by: they stand in the table without backups and without a stream, and expire. */
const KEPT = 90 * DAY;
export const expiry = (world: World): number => Math.ceil((world.clock() + KEPT) / SECOND);

export const inLimits = async (world: World, Key: { key: string }): Promise<Record<string, unknown> | undefined> => {
  const { Item } = await world.storage.documents.send(
    new GetCommand({ TableName: world.storage.tableName('limits'), Key, ConsistentRead: true }),
  );
  return Item;
};

/** What a job has counted: the mails that wait, the size of the tables. The last one replaces the one before. */
export const noteStanding = async (world: World, name: 'mails' | 'storage', standing: object): Promise<void> => {
  await world.storage.documents.send(
    new PutCommand({
      TableName: world.storage.tableName('limits'),
      Item: { key: `standing:${name}`, expire: expiry(world), ...standing },
    }),
  );
};

export const findStanding = (world: World, name: 'mails' | 'storage'): Promise<Record<string, unknown> | undefined> =>
  inLimits(world, { key: `standing:${name}` });
