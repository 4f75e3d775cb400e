import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { reactingWorld } from './aws-world.ts';
import { changeFrom, type Reaction } from './jobs/change.ts';
import { tellActsOfOffice } from './jobs/tell-acts-of-office.ts';

/** What reacts to each change of the records, in this order. */
const REACTIONS: readonly Reaction[] = [tellActsOfOffice];

const world = reactingWorld();

/** Lambda entry of the records' stream. The first record that fails is named, and the stream begins there again. */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  for (const record of Records) {
    try {
      for (const react of REACTIONS) await react(world, changeFrom(record));
    } catch (error) {
      world.log({ level: 'error', message: 'reaction failed', error: error instanceof Error ? error.name : 'unknown' });
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
};
