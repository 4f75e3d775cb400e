import { z } from 'zod';
import { MOST_TRIES } from '#shared/operations/rules.ts';
import { ErrorCode, type Letter } from '#shared/operations/schema.ts';
import { CLOCK_JOBS } from '../jobs/by-clock.ts';
import { transact } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { afterFailure, letterId } from './attempts.ts';
import { findLetter, letterStep } from './store.ts';

export const Tick = z.object({ job: z.enum(CLOCK_JOBS) });
const Context = z.object({ condition: ErrorCode, approximateInvokeCount: z.int().min(1) });

/** A run that crashed or ran out of time, as AWS Lambda tells of an asynchronous call that it gives up. */
const Crashed = z
  .object({ requestContext: Context, requestPayload: Tick })
  .transform(({ requestContext: { condition, approximateInvokeCount }, requestPayload: { job } }) => ({
    failure: { job, subject: '', code: condition, tries: approximateInvokeCount },
    rests: true,
  }));

/** A change of the records that was never worked on. Nothing tries it again, so it is dead at once. */
const Unseen = z
  .object({
    requestContext: Context,
    DDBStreamBatchInfo: z.object({ startSequenceNumber: z.string().regex(/^\d{1,50}$/) }),
  })
  .transform(({ requestContext: { condition, approximateInvokeCount }, DDBStreamBatchInfo: batch }) => ({
    failure: {
      job: 'stream' as const,
      subject: batch.startSequenceNumber,
      code: condition,
      tries: Math.max(approximateInvokeCount, MOST_TRIES),
    },
    rests: true,
  }));

/** A tick that never came, as EventBridge Scheduler hands it over. The run itself has not failed and does not rest. */
const NeverStarted = Tick.transform(({ job }) => ({
  failure: { job, subject: '', code: 'never-started' },
  rests: false,
}));

const GivenUp = z.union([Crashed, Unseen, NeverStarted]);

/** A message of a dead-letter queue becomes a letter like that of any work that fails: the operator's page lists it. */
export const keepGivenUp = async (world: World, message: string): Promise<void> => {
  const { failure, rests } = GivenUp.parse(JSON.parse(message));
  const before = await findLetter(world, letterId(failure.job, failure.subject));
  const letter: Letter = afterFailure(world, before, failure);
  await transact(world.storage, [letterStep(rests ? letter : { ...letter, notBefore: nowIn(world) })]);
  world.log({ level: 'error', message: `${failure.job} given up`, error: failure.code });
};
