import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DAY, dayOf, SECOND } from '#shared/time.ts';
import { nowIn, type World } from '../world.ts';

/** What somebody was shown of a kind today, in the table that forgets. */
const keyOf = (world: World, what: string, who: string): { key: string } => ({
  key: `shown:${what}:${who}:${dayOf(nowIn(world))}`,
});

export const shownToday = async (world: World, what: string, who: string): Promise<ReadonlySet<string>> => {
  const { Item } = await world.storage.documents.send(
    new GetCommand({
      TableName: world.storage.tableName('limits'),
      Key: keyOf(world, what, who),
      ConsistentRead: true,
    }),
  );
  return (Item?.things as Set<string> | undefined) ?? new Set();
};

/** Notes one more thing. The same thing twice in a day is one. */
export const noteShown = async (world: World, what: string, who: string, thing: string): Promise<void> => {
  await world.storage.documents.send(
    new UpdateCommand({
      TableName: world.storage.tableName('limits'),
      Key: keyOf(world, what, who),
      UpdateExpression: 'ADD things :thing SET expire = :expire',
      ExpressionAttributeValues: {
        ':thing': new Set([thing]),
        ':expire': Math.ceil((world.clock() + 2 * DAY) / SECOND),
      },
    }),
  );
};
