import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';

export const WAY_IN = 'the word that only the content network knows';

type Given = { body?: string; form?: Record<string, string>; cookie?: string; headers?: Record<string, string> };

/** An event of an HTTP API, payload format 2.0, of a request that came through the content network. */
export const httpEvent = (method: string, address: string, given: Given = {}) => {
  const { pathname, searchParams } = new URL(address, 'https://say.example.org');
  const form = given.form && Buffer.from(new URLSearchParams(given.form).toString()).toString('base64');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: searchParams.toString(),
    ...(given.cookie && { cookies: [given.cookie] }),
    headers: {
      accept: '*/*',
      'cloudfront-viewer-address': '2001:db8::7:51234',
      'content-length': String((form ?? given.body ?? '').length),
      host: 'abc123.execute-api.eu-central-1.amazonaws.com',
      via: '2.0 0123456789abcdef.cloudfront.net (CloudFront)',
      'x-amzn-trace-id': 'Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e',
      'x-forwarded-for': '203.0.113.9, 130.176.1.2',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      'x-way-in': WAY_IN,
      ...(given.body !== undefined && { 'content-type': 'application/json' }),
      ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...given.headers,
    },
    requestContext: {
      accountId: '111111111111',
      apiId: 'abc123',
      domainName: 'abc123.execute-api.eu-central-1.amazonaws.com',
      domainPrefix: 'abc123',
      http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '130.176.1.2', userAgent: 'Amazon CloudFront' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: '$default',
      stage: '$default',
      time: '10/Mar/2026:05:16:23 +0000',
      timeEpoch: 1773119783000,
    },
    ...((form ?? given.body) !== undefined && { body: form ?? given.body }),
    isBase64Encoded: form !== undefined,
  };
};

export type HttpAnswer = { statusCode: number; headers?: Record<string, string>; cookies?: string[]; body: string };

/** The records that the engine's own stream holds, as a stream event would bring them. */
export const streamEvent = async (endpoint: string, table: string) => {
  const client = new DynamoDBStreamsClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: table }));
  const StreamArn = Streams[0]?.StreamArn;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const Records: unknown[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    let { ShardIterator } = await client.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
    );
    for (let empty = 0; ShardIterator && empty < 2;) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator }));
      empty = page.Records?.length ? 0 : empty + 1;
      Records.push(...(page.Records ?? []).map((record) => ({ ...record, eventSourceARN: StreamArn })));
      ShardIterator = page.NextShardIterator;
    }
  }
  client.destroy();
  return { Records: Records as { dynamodb?: { SequenceNumber?: string; Keys?: unknown } }[] };
};
