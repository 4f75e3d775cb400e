import { QueryCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import type { TableName } from './tables.ts';
import type { Storage } from './table.ts';

const OK = 200;

const wholeBody = async (body: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/**
 * Every page of a partition as the bytes that came. `take` reads the items out of one and gives it back without them, so
 * that no object is made of any; signing, time limits and retries stay the SDK's.
 */
export const scanPages = async (
  storage: Storage,
  table: TableName,
  pk: string,
  take: (page: Uint8Array) => Uint8Array,
): Promise<void> => {
  let from: Record<string, AttributeValue> | undefined;
  do {
    const command = new QueryCommand({
      TableName: storage.tableName(table),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
      ConsistentRead: true,
      ...(from && { ExclusiveStartKey: from }),
    });
    command.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const response = result.response as { statusCode: number; body: unknown };
        if (response.statusCode === OK)
          response.body = take(await wholeBody(response.body as AsyncIterable<Uint8Array>));
        return result;
      },
      { step: 'deserialize', priority: 'low' },
    );
    from = (await storage.client.send(command)).LastEvaluatedKey;
  } while (from);
};
