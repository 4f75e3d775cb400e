import type { DynamoDBRecord } from 'aws-lambda';
import type { Key } from '../storage/keys/key.ts';
import type { World } from '../world.ts';

/** One change of a record, as the stream tells it. */
export type Change = { kind: 'made' | 'changed' | 'removed'; key: Key; now: (attribute: string) => string | undefined };

/** Does something about a change. It may be told the same change again, and throws when it could not do it. */
export type Reaction = (world: World, change: Change) => Promise<void> | void;

const KINDS = { INSERT: 'made', MODIFY: 'changed', REMOVE: 'removed' } as const;

export const changeFrom = ({ eventName, dynamodb }: DynamoDBRecord): Change => {
  const { pk, sk } = dynamodb?.Keys ?? {};
  if (!eventName || pk?.S === undefined || sk?.S === undefined)
    throw new Error('A record of the stream without its key.');
  return {
    kind: KINDS[eventName],
    key: { pk: pk.S, sk: sk.S },
    now: (attribute) => dynamodb?.NewImage?.[attribute]?.S,
  };
};
