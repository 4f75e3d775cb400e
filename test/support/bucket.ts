import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What of Amazon S3 a witness needs, on this machine: new objects only, a list, and each object read again. */
export const aBucketServer = async () => {
  const objects = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here');
    const key = decodeURIComponent(pathname.slice(1));
    const answer = (status: number, body = ''): void => void response.writeHead(status).end(body);
    const refuse = (status: number, code: string): void => answer(status, `<Error><Code>${code}</Code></Error>`);
    if (request.method === 'PUT') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (request.headers['if-none-match'] === '*' && objects.has(key)) return refuse(412, 'PreconditionFailed');
        objects.set(key, body);
        return answer(200);
      });
      return;
    }
    if (searchParams.get('list-type') === '2') {
      const [bucket] = key.split('/');
      const own = [...objects.keys()].filter((name) => name.startsWith(`${bucket}/${searchParams.get('prefix')}`));
      const contents = own.map((name) => `<Contents><Key>${name.slice(`${bucket}/`.length)}</Key></Contents>`).join('');
      return answer(200, `<ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`);
    }
    const object = objects.get(key);
    return object === undefined ? refuse(404, 'NoSuchKey') : answer(200, object);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const environment = {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'nobody',
    AWS_SECRET_ACCESS_KEY: 'nothing',
  };
  return { objects, environment, end: () => server.close() };
};
