import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { SECOND } from '#shared/time.ts';
import { isConditionFailure } from '../storage/table.ts';
import type { World } from '../world.ts';

/** True the first time, and never again: `what` is remembered until it would have expired anyway. */
export const spend = async (world: World, what: string, lifetime: number): Promise<boolean> => {
  try {
    await world.storage.documents.send(
      new PutCommand({
        TableName: world.storage.tableName('limits'),
        Item: { key: what, expire: Math.floor((world.clock() + 2 * lifetime) / SECOND) },
        ConditionExpression: 'attribute_not_exists(#key)',
        ExpressionAttributeNames: { '#key': 'key' },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};
