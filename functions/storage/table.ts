import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { Problem } from '#shared/problems.ts';
import type { IndexName, TableName, TableShape } from './tables.ts';
import type { Key } from './keys/key.ts';
import { TABLES } from './tables.ts';

/** The tables as the services see them. `client` is the same connection without marshalling, for the vote path. */
export type Storage = {
  documents: DynamoDBDocumentClient;
  client: DynamoDBClient;
  tableName: (table: TableName) => string;
};

export type Item = Key & Record<string, unknown>;

/**
 * The only conditions there are. Each state machine's legal prior states become `state`. Version 0 is that of an item
 * which was written before there were versions.
 */
export type Condition =
  | { is: 'absent' }
  | { is: 'present' }
  /** 0: it is there, and of a release that gave it no version. */
  | { is: 'version'; version: number }
  | { is: 'state'; states: readonly string[]; version?: number };

const versionIs = (version: number) => ({
  ConditionExpression: `${version === 0 ? 'attribute_not_exists(#version) OR ' : ''}#version = :version`,
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': version },
});

const expressionOf = (condition: Condition) => {
  switch (condition.is) {
    case 'absent':
      return { ConditionExpression: 'attribute_not_exists(pk)' };
    case 'present':
      return { ConditionExpression: 'attribute_exists(pk)' };
    case 'version':
      return versionIs(condition.version);
    case 'state': {
      const version = condition.version === undefined ? undefined : versionIs(condition.version);
      const states = `#state IN (${condition.states.map((_, i) => `:state${i}`).join(', ')})`;
      return {
        ConditionExpression: version ? `${states} AND (${version.ConditionExpression})` : states,
        ExpressionAttributeNames: { '#state': 'state', ...version?.ExpressionAttributeNames },
        ExpressionAttributeValues: {
          ...Object.fromEntries(condition.states.map((state, i) => [`:state${i}`, state])),
          ...version?.ExpressionAttributeValues,
        },
      };
    }
  }
};

export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ConditionalCheckFailedException' ||
    (error.name === 'TransactionCanceledException' && error.message.includes('ConditionalCheckFailed')));

/** False when the condition did not hold; nothing was written then. */
const held = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

export const get = async (storage: Storage, table: TableName, key: Key): Promise<Item | undefined> => {
  const { Item } = await storage.documents.send(
    new GetCommand({ TableName: storage.tableName(table), Key: key, ConsistentRead: true }),
  );
  return Item as Item | undefined;
};

export const put = (storage: Storage, table: TableName, item: Item, condition?: Condition): Promise<boolean> =>
  held(
    storage.documents.send(
      new PutCommand({ TableName: storage.tableName(table), Item: item, ...(condition && expressionOf(condition)) }),
    ),
  );

export const remove = async (storage: Storage, table: TableName, key: Key): Promise<void> => {
  await storage.documents.send(new DeleteCommand({ TableName: storage.tableName(table), Key: key }));
};

export type Step =
  | { put: Item; table: TableName; if?: Condition }
  | { remove: Key; table: TableName; if?: Condition }
  | { check: Key; table: TableName; if: Condition };

/** All steps or none; false when a condition did not hold. */
export const transact = (storage: Storage, steps: readonly Step[]): Promise<boolean> =>
  held(
    storage.documents.send(
      new TransactWriteCommand({
        TransactItems: steps.map((step) => {
          const TableName = storage.tableName(step.table);
          const condition = step.if ? expressionOf(step.if) : {};
          if ('put' in step) return { Put: { TableName, Item: step.put, ...condition } };
          if ('remove' in step) return { Delete: { TableName, Key: step.remove, ...condition } };
          return { ConditionCheck: { TableName, Key: step.check, ...expressionOf(step.if) } };
        }),
      }),
    ),
  );

/** Adds to a number and gives the sum: how items get their numbers in the ballots, and notices are counted. */
export const take = async (
  storage: Storage,
  key: Key,
  count: number,
  table: TableName = 'records',
): Promise<number> => {
  const { Attributes } = await storage.documents.send(
    new UpdateCommand({
      TableName: storage.tableName(table),
      Key: key,
      UpdateExpression: 'ADD taken :count',
      ExpressionAttributeValues: { ':count': count },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Number(Attributes?.taken);
};

export type Page = { items: Item[]; next: string | undefined };
type Ask = {
  pk: string;
  /** Begins with this … */
  prefix?: string;
  /** … or lies between these two, both included. */
  between?: readonly [string, string];
  index?: IndexName;
  order?: 'forward' | 'backward';
  limit?: number;
  /** The sort key of the last item of the page before. */
  after?: string | undefined;
  /** How `after` becomes a full key again, for an index: the table key of that item. */
  afterKey?: Key | undefined;
};

const shapeOf = (table: TableName, index: IndexName | undefined): { pk: string; sk?: string } => {
  const shape: TableShape = TABLES[table];
  return (index && shape.indexes?.[index]) || shape;
};

/** One page of an answer, in the order of the sort key. Never a scan. */
export const query = async (storage: Storage, table: TableName, ask: Ask): Promise<Page> => {
  const { pk, sk = 'sk' } = shapeOf(table, ask.index);
  const range = ask.between ? ' AND #sk BETWEEN :from AND :to' : ask.prefix ? ' AND begins_with(#sk, :prefix)' : '';
  const { Items = [], LastEvaluatedKey } = await storage.documents.send(
    new QueryCommand({
      TableName: storage.tableName(table),
      ...(ask.index ? { IndexName: ask.index } : { ConsistentRead: true }),
      KeyConditionExpression: `#pk = :pk${range}`,
      ExpressionAttributeNames: range ? { '#pk': pk, '#sk': sk } : { '#pk': pk },
      ExpressionAttributeValues: {
        ':pk': ask.pk,
        ...(ask.between && { ':from': ask.between[0], ':to': ask.between[1] }),
        ...(!ask.between && ask.prefix && { ':prefix': ask.prefix }),
      },
      ScanIndexForward: ask.order !== 'backward',
      ...(ask.limit && { Limit: ask.limit }),
      ...(ask.after && { ExclusiveStartKey: { [pk]: ask.pk, [sk]: ask.after, ...ask.afterKey } }),
    }),
  );
  const last = LastEvaluatedKey?.[sk] as string | undefined;
  return { items: Items as Item[], next: last };
};

/** Every item of an answer, page after page. */
export const queryAll = async (storage: Storage, table: TableName, ask: Ask): Promise<Item[]> => {
  const all: Item[] = [];
  let after: { after?: string; afterKey?: Key } = {};
  do {
    const page = await query(storage, table, { ...ask, ...after });
    all.push(...page.items);
    const last = page.items.at(-1);
    after = page.next && last ? { after: page.next, ...(ask.index && { afterKey: { pk: last.pk, sk: last.sk } }) } : {};
  } while (after.after);
  return all;
};

/** For writes that must hold: somebody else was quicker. */
export const requireHeld = async (write: Promise<boolean>): Promise<void> => {
  if (!(await write)) throw new Problem('changed-meanwhile');
};

const TRIES = 25;

/** Reads and writes again where somebody else was quicker: for changes that hold whatever the other one was. */
export const again = async <Result>(act: () => Promise<Result>): Promise<Result> => {
  for (let tried = 1; tried < TRIES; tried++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'changed-meanwhile') throw error;
    }
  }
  return act();
};
