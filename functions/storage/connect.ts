import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Storage } from './table.ts';

const SIGNED_BY_NOBODY =
  'AWS4-HMAC-SHA256 Credential=local/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

/**
 * The embedded engine listens on this machine only and wants a signature's form, not its truth. Signing each call for it
 * would cost a quarter of a vote.
 */
const unsigned = {
  sign: <Request extends { headers: Record<string, string> }>(request: Request): Promise<Request> => {
    request.headers.authorization = SIGNED_BY_NOBODY;
    request.headers['x-amz-date'] = '20260101T000000Z';
    return Promise.resolve(request);
  },
};

/** One client for each process. With `endpoint` it speaks to the embedded engine, without it to AWS. */
export const connect = ({ endpoint, prefix }: { endpoint?: string; prefix: string }): Storage => {
  const client = new DynamoDBClient(
    endpoint
      ? {
          endpoint,
          region: 'eu-central-1',
          credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
          signer: unsigned,
        }
      : {},
  );
  return {
    client,
    documents: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    tableName: (table) => `${prefix}-${table}`,
  };
};
