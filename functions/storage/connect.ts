import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Storage } from './table.ts';

/** One client for each process. With `endpoint` it speaks to the embedded engine, without it to AWS. */
export const connect = ({ endpoint, prefix }: { endpoint?: string; prefix: string }): Storage => {
  const client = new DynamoDBClient(
    endpoint
      ? { endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
      : {},
  );
  return {
    client,
    documents: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    tableName: (table) => `${prefix}-${table}`,
  };
};
