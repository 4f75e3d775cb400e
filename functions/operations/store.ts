import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { JobRun, Letter } from '#shared/operations/schema.ts';
import type { Job } from '#shared/operations/rules.ts';
import type { Instant } from '#shared/time.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { expiry, inLimits } from './passing.ts';

const runKey = (job: Job) => ({ key: `run:${job}` });

export const noteBeginning = async (world: World, job: Job, began: Instant): Promise<void> => {
  await world.storage.documents.send(
    new UpdateCommand({
      TableName: world.storage.tableName('limits'),
      Key: runKey(job),
      UpdateExpression: 'SET job = :job, began = :began, expire = :expire',
      ExpressionAttributeValues: { ':job': job, ':began': began, ':expire': expiry(world) },
    }),
  );
};

type End = Required<Pick<JobRun, 'began' | 'ended' | 'outcome'>> & Pick<JobRun, 'code'>;

export const noteEnd = async (world: World, job: Job, { began, ended, outcome, code }: End): Promise<void> => {
  const good = outcome === 'good' ? ', good = :ended' : '';
  await world.storage.documents.send(
    new UpdateCommand({
      TableName: world.storage.tableName('limits'),
      Key: runKey(job),
      UpdateExpression:
        `SET job = :job, began = :began, ended = :ended, outcome = :outcome, expire = :expire${good}` +
        (code ? ', #code = :code' : ' REMOVE #code'),
      ExpressionAttributeNames: { '#code': 'code' },
      ExpressionAttributeValues: {
        ':job': job,
        ':began': began,
        ':ended': ended,
        ':outcome': outcome,
        ':expire': expiry(world),
        ...(code && { ':code': code }),
      },
    }),
  );
};

export const findRun = async (world: World, job: Job): Promise<JobRun | undefined> => {
  const item = await inLimits(world, runKey(job));
  return item && JobRun.parse(item);
};

export const listLetters = async (world: World, job?: Job): Promise<Letter[]> => {
  const { pk, sk } = keys.letter(job);
  const items = await queryAll(world.storage, 'records', { pk, ...(sk && { prefix: sk }) });
  return items.map((item) => Letter.parse(item)).filter((letter) => job === undefined || letter.job === job);
};

export const findLetter = async (world: World, id: string): Promise<Letter | undefined> => {
  const item = await get(world.storage, 'records', keys.letter(id));
  return item && Letter.parse(item);
};

export const letterStep = (letter: Letter) =>
  ({ table: 'records', put: { ...keys.letter(letter.id), ...letter } }) satisfies Step;

export const letterChange = (letter: Letter): Step => ({ ...letterStep(letter), if: { is: 'present' } });

export const letterRemoval = (id: string): Step => ({
  table: 'records',
  remove: keys.letter(id),
  if: { is: 'present' },
});
