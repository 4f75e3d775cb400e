import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { amazonTranslator } from '#functions/translations/amazon-translator.ts';
import type { Translator } from '#functions/translations/translator.ts';

type Asked = { Text: string; SourceLanguageCode: string; TargetLanguageCode: string };

const say = (response: ServerResponse, status: number, body: object): void => {
  response.statusCode = status;
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  response.end(JSON.stringify(body));
};

/** How Amazon Translate answers over its wire (AWS JSON 1.1); a refusal names its kind in `__type`. */
const ANSWERS = {
  well: (response: ServerResponse, { Text, ...pair }: Asked) =>
    say(response, 200, {
      TranslatedText: `[${pair.TargetLanguageCode}] ${Text}`,
      ...pair,
    }),
  throttled: (response: ServerResponse) =>
    say(response, 400, { __type: 'ThrottlingException', message: 'Rate exceeded' }),
  failing: (response: ServerResponse) => say(response, 500, { __type: 'InternalServerException', message: 'Oh.' }),
  empty: (response: ServerResponse) => say(response, 200, { TranslatedText: '' }),
  nonsense: (response: ServerResponse) => response.end('<html>'),
  never: () => undefined,
} as const;
export type Manner = keyof typeof ANSWERS;

/** Amazon Translate, as far as the platform speaks to it, on this machine; and the translator that reaches it. */
export const aTranslateService = async () => {
  const asked: Asked[] = [];
  const targets: (string | string[] | undefined)[] = [];
  let manner: Manner = 'well';
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const one = JSON.parse(body) as Asked;
      asked.push(one);
      targets.push(request.headers['x-amz-target']);
      ANSWERS[manner](response, one);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  const endpoint = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const settings = { endpoint, region: 'eu-central-1', credentials };
  const patient = amazonTranslator({ settings, patience: 60_000 });
  const hurried = amazonTranslator({ settings, patience: 300 });
  return {
    endpoint,
    asked,
    targets,
    behave: (now: Manner) => void (manner = now),
    // Whoever will not be answered need not wait for long; who will be is never cut short by a busy machine.
    translator: {
      ...patient,
      translate: (handed) => (manner === 'never' ? hurried : patient).translate(handed),
    } satisfies Translator,
    stop: () => {
      server.closeAllConnections();
      return new Promise((stopped) => server.close(stopped));
    },
  };
};
