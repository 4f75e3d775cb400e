import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { openConnection, type Connection } from './load/http-connection.ts';
import { measure, type Measured } from './load/measure.ts';

const SECONDS = 5;
const CONNECTIONS = [1, 16, 64] as const;
const BATCH = 10;
type Started = { port: number; consultation: string; endpoint: string; items: number };
type Voter = { cookie: string; number: number };

const row = (name: string, { perSecond, p50, p99, errors }: Measured, votes = 1) => ({
  what: name,
  'requests/s': Math.round(perSecond),
  'votes/s': Math.round(perSecond * votes),
  'p50 ms': p50.toFixed(1),
  'p99 ms': p99.toFixed(1),
  errors,
});

/** Every newcomer comes from an address of her own. */
const anAddress = (): string => {
  const [a = 0, b = 0, c = 0] = randomBytes(3);
  return `X-Forwarded-For: 10.${a}.${b}.${c}\r\n`;
};

const join_ = async (connection: Connection, consultation: string): Promise<Voter | undefined> => {
  const { status, cookie, body } = await connection.send(
    'POST',
    `/api/consultations/${consultation}/join`,
    anAddress(),
    '{"consentVersion":1,"oldEnough":true,"locale":"en","reads":["en"]}',
  );
  const number = Number(/"nextNumber":(\d+)/.exec(body)?.[1]);
  return status === 200 && cookie ? { cookie, number } : undefined;
};

const castBody = (voter: Voter, round: number, size: number, items: number): string => {
  const votes = Array.from({ length: size }, (_, i) => `{"item":${((round * size + i) % items) + 1},"choice":"agree"}`);
  return `{"number":${++voter.number},"votes":[${votes.join(',')}]}`;
};

const throughPlatform = async ({ port, consultation, items }: Started, connections: number, size: number) => {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const perConnection = 20;
  const voters = await Promise.all(
    open.map(async (connection) => {
      const own: Voter[] = [];
      while (own.length < perConnection) {
        const voter = await join_(connection, consultation);
        if (voter) own.push(voter);
      }
      return own;
    }),
  );
  const path = `/api/consultations/${consultation}/ballot`;
  const measured = await measure(connections, SECONDS, async (worker, round) => {
    const voter = voters[worker]?.[round % perConnection] as Voter;
    const body = castBody(voter, Math.floor(round / perConnection), size, items);
    const answer = await (open[worker] as Connection).send('POST', path, `Cookie: ${voter.cookie}\r\n`, body);
    return answer.status === 200;
  });
  open.forEach((connection) => connection.close());
  return measured;
};

/**
 * The same durable operation with nothing around it: one conditional UpdateItem of the same shape, same SDK, same engine.
 * The SDK is as it is shipped and signs each call; the platform does not sign for its own engine (storage/connect.ts).
 */
const bareLoop = ({ endpoint, items }: Started, workers: number, size: number): Promise<Measured> => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const perWorker = 20;
  const pseudonyms = Array.from({ length: workers * perWorker }, () => randomBytes(16).toString('base64url'));
  return measure(workers, SECONDS, async (worker, round) => {
    const sk = pseudonyms[worker * perWorker + (round % perWorker)] as string;
    const own = Math.floor(round / perWorker);
    const sets = Array.from({ length: size }, (_, i) => `d${((own * size + i) % items) + 1} = :v`);
    await client.send(
      new UpdateItemCommand({
        TableName: 'equal-say-ballots',
        Key: { pk: { S: `bare#${sk.slice(0, 1)}` }, sk: { S: sk } },
        UpdateExpression: `SET q1 = :q, door = :door, lang = :lang, ${sets.join(', ')}`,
        ConditionExpression: 'attribute_not_exists(q1) OR q1 < :q',
        ExpressionAttributeValues: {
          ':q': { N: String(round + 1) },
          ':v': { N: '4002' },
          ':door': { S: 'open' },
          ':lang': { S: 'en' },
        },
      }),
    );
    return true;
  }).finally(() => client.destroy());
};

const newcomers = async ({ port, consultation, items }: Started, connections: number) => {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const path = `/api/consultations/${consultation}/ballot`;
  const measured = await measure(connections, SECONDS, async (worker, round) => {
    const connection = open[worker] as Connection;
    const voter = await join_(connection, consultation);
    if (!voter) return false;
    const answer = await connection.send('POST', path, `Cookie: ${voter.cookie}\r\n`, castBody(voter, round, 1, items));
    return answer.status === 200;
  });
  open.forEach((connection) => connection.close());
  return measured;
};

/** Votes over HTTP against the running platform under production limits, beside the bare loop in the same run. */
export const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-bench-'));
  const child = fork(new URL('load/platform.ts', import.meta.url), [folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const started = await new Promise<Started>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Started));
      child.once('exit', () => reject(new Error('The platform did not start.')));
    });
    await throughPlatform(started, 16, 1);
    for (const [size, name] of [
      [1, 'single votes'],
      [BATCH, `batches of ${BATCH}`],
    ] as const) {
      const table = [];
      for (const connections of CONNECTIONS) {
        const bare = await bareLoop(started, connections, size);
        const ours = await throughPlatform(started, connections, size);
        table.push(row(`bare loop, ${connections} at once`, bare, size));
        table.push({
          ...row(`platform, ${connections} at once`, ours, size),
          'of bare': `${Math.round((100 * ours.perSecond) / bare.perSecond)} %`,
        });
      }
      console.info(name);
      console.table(table);
    }
    console.info('new residents: join and first vote');
    console.table([row('16 at once', await newcomers(started, 16)), row('64 at once', await newcomers(started, 64))]);
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.send('stop');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
};
