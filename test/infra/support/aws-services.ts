import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

type SentMail = {
  FromEmailAddress: string;
  Destination: { ToAddresses: string[] };
  Content: {
    Simple: { Subject: { Data: string }; Body: { Text: { Data: string } }; Headers: { Name: string; Value: string }[] };
  };
};

/** Secrets Manager and SES, as far as the functions speak to them: two secrets, and mails that are kept here. */
export const awsServices = async (secrets: Record<string, string>) => {
  const sent: SentMail[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const asked = JSON.parse(body || '{}') as { SecretId?: string } & SentMail;
      const isSecret = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue';
      if (!isSecret) sent.push(asked);
      const answer = isSecret ? { SecretString: secrets[asked.SecretId ?? ''] } : { MessageId: 'm-1' };
      response.setHeader('content-type', isSecret ? 'application/x-amz-json-1.1' : 'application/json');
      response.end(JSON.stringify(answer));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  const endpoint = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
  return { endpoint, sent, stop: () => new Promise((stopped) => server.close(stopped)) };
};
