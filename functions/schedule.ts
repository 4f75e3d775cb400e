import type { SQSBatchResponse } from 'aws-lambda';
import { z } from 'zod';
import { writingWorld } from './aws-world.ts';
import { BY_CLOCK } from './jobs/by-clock.ts';
import { codeOf } from './operations/attempts.ts';
import { keepGivenUp, Tick } from './operations/given-up.ts';
import { runJob } from './operations/running.ts';
import { inTurn } from './limits/turns.ts';

const Messages = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const world = writingWorld();

/** What the cloud gave up goes to the operator's page. A message that cannot be kept stays in its queue. */
const keepAll = async ({ Records }: z.infer<typeof Messages>): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { messageId, body } of Records) {
    try {
      await keepGivenUp(world, body);
    } catch (error) {
      world.log({ level: 'error', message: 'a dead letter was not kept', error: codeOf(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};

/**
 * Lambda entry of the clock and of the dead-letter queues: one tick is one job, and none runs twice at once.
 */
export const handler = async (
  event: unknown,
  context: { getRemainingTimeInMillis: () => number },
): Promise<SQSBatchResponse | undefined> => {
  const messages = Messages.safeParse(event);
  if (messages.success) return keepAll(messages.data);
  const { job } = Tick.parse(event);
  await inTurn(world, job, context.getRemainingTimeInMillis(), () => runJob(world, job, () => BY_CLOCK[job](world)));
  return undefined;
};
