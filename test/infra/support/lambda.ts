import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { folderOf } from '#infra/built.ts';
import type { Entry } from '#infra/entries.ts';

const HOST = fileURLToPath(new URL('lambda-host.ts', import.meta.url));

export type Lambda = {
  /** Milliseconds from the start of loading the bundle until it is ready. */
  ready: number;
  invoke: <Answer>(event: unknown) => Promise<Answer>;
  /** Everything that the function has written to its log. */
  log: () => string;
  stop: () => Promise<void>;
};

type Message = { id: number; answer?: unknown; error?: string };

/** Starts the built bundle of a function, as Lambda would, with this environment and no other. */
export const startLambda = async (entry: Entry, environment: Record<string, string>): Promise<Lambda> => {
  const child = fork(HOST, [folderOf(`dist/lambda/${entry}/index.mjs`)], {
    env: { PATH: process.env.PATH, TZ: ':UTC', AWS_REGION: 'eu-central-1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  child.stdout?.on('data', (chunk: Buffer) => void (log += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => void (log += chunk.toString()));
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  const answerTo = (id: number) => new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of waiting.values()) reject(new Error(`${entry} ended: ${log}`));
      resolve();
    });
  });
  child.on('message', ({ id, answer, error }: Message) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(answer);
    else one?.reject(new Error(error));
  });
  const ready = (await answerTo(0)) as number;
  let asked = 0;
  return {
    ready,
    invoke: async <Answer>(event: unknown): Promise<Answer> => {
      const answer = answerTo(++asked);
      child.send({ id: asked, event });
      return (await answer) as Answer;
    },
    log: () => log,
    stop: async () => {
      child.disconnect();
      child.kill();
      await ended;
    },
  };
};
