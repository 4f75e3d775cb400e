import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DAY, SECOND } from '#shared/time.ts';
import type { World } from '../world.ts';

/** How the platform goes by: kept in the table without backups and without a stream, as long as anybody may ask. */
const KEPT = 90 * DAY;

const tableOf = (world: World) => ({ TableName: world.storage.tableName('limits') });

/** Notes down some values under a name; one that is undefined is taken away, others stay as they were. */
export const noteDown = async (world: World, key: string, given: Record<string, unknown>): Promise<void> => {
  const values = { ...given, expire: Math.ceil((world.clock() + KEPT) / SECOND) };
  const names = Object.keys(values) as (keyof typeof values)[];
  const isSet = (name: keyof typeof values): boolean => values[name] !== undefined;
  const [set, removed] = [names.filter(isSet), names.filter((name) => !isSet(name))];
  await world.storage.documents.send(
    new UpdateCommand({
      ...tableOf(world),
      Key: { key },
      UpdateExpression:
        `SET ${set.map((name) => `#${name} = :${name}`).join(', ')}` +
        (removed.length > 0 ? ` REMOVE ${removed.map((name) => `#${name}`).join(', ')}` : ''),
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(set.map((name) => [`:${name}`, values[name]])),
    }),
  );
};

export const findNote = async (world: World, key: string): Promise<Record<string, unknown> | undefined> => {
  const { Item } = await world.storage.documents.send(
    new GetCommand({ ...tableOf(world), Key: { key }, ConsistentRead: true }),
  );
  return Item;
};
