/**
 * From the store to the packed input of a recount: 10⁴ and 10⁵ ballots of 40 votes on the real engine. Beside it the
 * plain way, the same pages as objects of the SDK. The engine runs in a process of its own and is most of the time.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteItemCommand, QueryCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { packBallots } from '#functions/ballots/packing.ts';
import { SHARDS } from '#functions/storage/keys/ballots.ts';
import { keys } from '#functions/storage/keys.ts';
import { startEngine } from '#functions/storage/engine.ts';
import type { Storage } from '#functions/storage/table.ts';
import { createWorld } from '#functions/world.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { defaultParameters } from '#shared/opinion/parameters.ts';
import { recount } from '#shared/opinion/recount.ts';
import { seeded } from '#shared/opinion/random.ts';

const SIZES = [10_000, 100_000];
const VOTES = 40;
const ITEMS = 500;
const IN_BATCH = 25;
const AT_ONCE = 8;

const aBallot = (consultation: ConsultationId, next: () => number): Record<string, AttributeValue> => {
  const pseudonym = randomBytes(16).toString('base64url');
  const { pk, sk } = keys.ballot(consultation, pseudonym);
  const ballot: Record<string, AttributeValue> = {
    pk: { S: pk },
    sk: { S: sk },
    door: { S: next() < 0.5 ? 'open' : 'handed' },
    lang: { S: ['en', 'it', 'ar'][Math.floor(3 * next())] ?? 'en' },
    q12345678: { N: '1700000000000' },
  };
  while (Object.keys(ballot).length < VOTES + 5) {
    const choice = [0, 1, 2, 2][Math.floor(4 * next())] ?? 2;
    ballot[`d${1 + Math.floor(ITEMS * next())}`] = { N: String(4 * Math.floor(2_000_000 * next()) + choice) };
  }
  return ballot;
};

const fill = async (storage: Storage, consultation: ConsultationId, ballots: number): Promise<void> => {
  const random = seeded(ballots);
  let written = 0;
  const write = async (): Promise<void> => {
    while (written < ballots) {
      const size = Math.min(IN_BATCH, ballots - written);
      written += size;
      const puts = Array.from({ length: size }, () => ({
        PutRequest: { Item: aBallot(consultation, () => random.next()) },
      }));
      await storage.client.send(new BatchWriteItemCommand({ RequestItems: { [storage.tableName('ballots')]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
};

/** The same pages as objects, votes only counted. */
const plainly = async (storage: Storage, consultation: ConsultationId): Promise<number> => {
  const waiting = [...SHARDS];
  let votes = 0;
  const read = async (): Promise<void> => {
    for (let shard = waiting.shift(); shard !== undefined; shard = waiting.shift()) {
      let from: Record<string, AttributeValue> | undefined;
      do {
        const page = await storage.client.send(
          new QueryCommand({
            TableName: storage.tableName('ballots'),
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': { S: keys.ballotShard(consultation, shard) } },
            ConsistentRead: true,
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        for (const item of page.Items ?? []) {
          for (const name in item) if (name.startsWith('d') && Number(item[name]?.N) >= 0) votes++;
        }
        from = page.LastEvaluatedKey;
      } while (from);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, read));
  return votes;
};

const timed = async <Result>(what: () => Promise<Result> | Result) => {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const result = await what();
  const { user, system } = process.cpuUsage(cpu);
  return { result, seconds: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6 };
};

const row = (what: string, votes: number, { seconds, cpu }: { seconds: number; cpu: number }) => ({
  what,
  s: seconds.toFixed(2),
  'CPU s': cpu.toFixed(2),
  'CPU µs/vote': ((1e6 * cpu) / votes).toFixed(2),
});

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-bench-'));
  const engine = await startEngine(folder);
  try {
    const world = createWorld({ storage: engine.storage, secret: randomBytes(32) });
    const numbers = Array.from({ length: ITEMS }, (_, i) => i + 1);
    const items = numbers.map((n) => ({ id: `ctr_${n}`, language: 'en', kind: 'suggestion' as const }));
    for (const size of SIZES) {
      const consultation: ConsultationId = `con_bench${size}`;
      await fill(engine.storage, consultation, size);
      await packBallots(world, consultation, numbers);
      const plain = await timed(() => plainly(engine.storage, consultation));
      const packed = await timed(() => packBallots(world, consultation, numbers));
      const { ballots, locales } = packed.result;
      const votes = ballots.item.length;
      if (votes !== plain.result) throw new Error(`${votes} votes were packed, ${plain.result} are there`);
      const counted = await timed(() => recount(ballots, items, undefined, { ...defaultParameters, locales }));
      console.info(`${size} ballots of ${VOTES} votes`);
      console.table([
        row('store to objects of the SDK', votes, plain),
        row('store to packed input', votes, packed),
        row('packed input to snapshot', votes, counted),
      ]);
    }
    console.info(`largest memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, the SDK's objects among it`);
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
