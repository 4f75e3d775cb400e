import { once } from 'node:events';
import { createServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';

/** How the service behaves for words that hold this. */
export type Behaviour = 'HIGH' | 'MEDIUM' | 'LOW' | 'NONE' | 'silent' | 'throttled' | 'refused' | 'broken';

/**
 * Bedrock's ApplyGuardrail on this machine, as its API speaks (over HTTP/2): https://docs.aws.amazon.com/bedrock/latest/APIReference/
 * API_runtime_ApplyGuardrail.html. It keeps what it was handed.
 */
export const aGuardrail = async (behaviourOf: (text: string) => Behaviour) => {
  const asked: { path: string; text: string; source: string; outputScope: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { content, source, outputScope } = JSON.parse(body) as {
        content: { text: { text: string } }[];
        source: string;
        outputScope: string;
      };
      const text = content.map((block) => block.text.text).join('');
      asked.push({ path: request.url ?? '', text, source, outputScope });
      const behaviour = behaviourOf(text);
      const answer = (status: number, json: object, type?: string): void =>
        void response
          .writeHead(status, { 'content-type': 'application/json', ...(type && { 'x-amzn-errortype': type }) })
          .end(JSON.stringify(json));
      if (behaviour === 'silent') return;
      if (behaviour === 'throttled') return answer(429, { message: text }, 'ThrottlingException');
      if (behaviour === 'refused') return answer(400, { message: text }, 'ValidationException');
      if (behaviour === 'broken') return void response.writeHead(200).end('<html>');
      const filter = (kind: string, confidence: string) => ({
        type: kind,
        confidence,
        filterStrength: 'HIGH',
        action: confidence === 'NONE' ? 'NONE' : 'BLOCKED',
        detected: confidence !== 'NONE',
      });
      // Bedrock names every filter with FULL; what it thinks of sex or tricks is no attack on people.
      const filters = [filter('SEXUAL', 'HIGH'), filter('INSULTS', 'NONE'), filter('HATE', behaviour)];
      return answer(200, {
        usage: {},
        action: 'GUARDRAIL_INTERVENED',
        outputs: [{ text: 'blocked' }],
        assessments: [{ contentPolicy: { filters } }],
      });
    });
  });
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => void sessions.add(session));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const end = (): void => {
    for (const session of sessions) session.destroy();
    server.close();
  };
  return {
    asked,
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
    },
    end,
  };
};
