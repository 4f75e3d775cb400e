import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { SECOND } from '#shared/time.ts';
import { isConditionFailure } from '../storage/table.ts';
import type { World } from '../world.ts';

/**
 * Runs a job unless it is running already, in this process or another one. Whoever dies in the middle of it keeps the
 * turn for `longest` milliseconds at most. False when it was somebody else's turn.
 */
export const inTurn = async (
  world: World,
  job: string,
  longest: number,
  run: () => Promise<unknown>,
): Promise<boolean> => {
  const TableName = world.storage.tableName('limits');
  const key = `turn:${job}`;
  const now = Math.ceil(world.clock() / SECOND);
  try {
    await world.storage.documents.send(
      new PutCommand({
        TableName,
        Item: { key, expire: now + Math.ceil(longest / SECOND) },
        ConditionExpression: 'attribute_not_exists(#key) OR expire < :now',
        ExpressionAttributeNames: { '#key': 'key' },
        ExpressionAttributeValues: { ':now': now },
      }),
    );
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
  await run();
  await world.storage.documents.send(new DeleteCommand({ TableName, Key: { key } }));
  return true;
};
