import { GetItemCommand, UpdateItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import type { BelongingHeld, Pseudonym } from '#shared/ballots/schema.ts';
import type { Door } from '#shared/consultations/rules.ts';
import { DOORS } from '#shared/consultations/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Key } from '../storage/keys/key.ts';
import { keys } from '../storage/keys.ts';
import { isConditionFailure, query, remove } from '../storage/table.ts';
import type { World } from '../world.ts';

/**
 * A ballot is one item. `d<number>` is the vote on a dealt card or a passage, `l<number>` one reached by a link,
 * `q<device>` the number of the last write of a device; values of votes are seconds since opening × 4 + choice.
 */
export type Ballot = {
  pseudonym: Pseudonym;
  door: Door;
  /** The language the voter last read in. */
  language: string;
  dealt: Map<number, number>;
  linked: Map<number, number>;
  lastWrites: Map<string, number>;
  belonging?: BelongingHeld;
};

/** `belongs` holds what she said about affected groups: the version of the question, the day, her answers. */
const belongingFrom = (stored: string): BelongingHeld => {
  const [version, on = '', ...answers] = stored.split(' ');
  return { version: Number(version), on, answers };
};
export const answersIn = (stored: string): string[] => belongingFrom(stored).answers;

type Attributes = Record<string, AttributeValue>;
const keyOf = ({ pk, sk }: Key): Attributes => ({ pk: { S: pk }, sk: { S: sk } });

const isDoor = (door: string | undefined): door is Door => DOORS.includes(door as Door);

const ballotFrom = (item: Attributes): Ballot => {
  const ballot: Ballot = {
    pseudonym: item.sk?.S ?? '',
    door: isDoor(item.door?.S) ? item.door.S : 'open',
    language: item.lang?.S ?? '',
    dealt: new Map(),
    linked: new Map(),
    lastWrites: new Map(),
  };
  if (item.belongs?.S) ballot.belonging = belongingFrom(item.belongs.S);
  for (const name in item) {
    const value = item[name]?.N;
    if (value === undefined) continue;
    const rest = name.slice(1);
    if (name.startsWith('d')) ballot.dealt.set(Number(rest), Number(value));
    else if (name.startsWith('l')) ballot.linked.set(Number(rest), Number(value));
    else if (name.startsWith('q')) ballot.lastWrites.set(rest, Number(value));
  }
  return ballot;
};

/** The part of an update that says how she came. That somebody helped stays said. */
const voterIn = ({ door, language, batch, assisted }: Voter): { sets: string[]; values: Attributes } => ({
  sets: [
    'door = :door',
    'lang = :lang',
    ...(batch === undefined ? [] : ['cards = :cards']),
    ...(assisted ? ['helped = :helped'] : []),
  ],
  values: {
    ':door': { S: door },
    ':lang': { S: language },
    ...(batch !== undefined && { ':cards': { S: String(batch) } }),
    ...(assisted && { ':helped': { S: 'yes' } }),
  },
});

export type StoredVote = { item: number; value: number };
/** How whoever writes came here, as her ballot keeps it. */
export type Voter = Pick<Ballot, 'door' | 'language'> & {
  /** Number of the batch that her handed card was from, in the place of the consultation. */
  batch?: number | undefined;
  /** Somebody sits beside her. */
  assisted?: boolean | undefined;
};
export type BallotWrite = Voter & {
  device: string;
  number: number;
  dealt: readonly StoredVote[];
  linked: readonly StoredVote[];
};

/**
 * One UpdateItem: the first vote, a later one, an undo, a queue of a hundred. False when this device had already written
 * this number or a larger one: a replay, and nothing changes, times included.
 */
export const writeVotes = async (
  world: World,
  consultation: ConsultationId,
  pseudonym: Pseudonym,
  write: BallotWrite,
): Promise<boolean> => {
  const last = `q${write.device}`;
  const voter = voterIn(write);
  const values: Attributes = { ...voter.values, ':q': { N: String(write.number) } };
  const sets = [`${last} = :q`, ...voter.sets];
  const removes: string[] = [];
  write.dealt.forEach(({ item, value }, i) => {
    values[`:d${i}`] = { N: String(value) };
    sets.push(`d${item} = :d${i}`);
    removes.push(`l${item}`);
  });
  write.linked.forEach(({ item, value }, i) => {
    values[`:l${i}`] = { N: String(value) };
    sets.push(`l${item} = :l${i}`);
  });
  try {
    await world.storage.client.send(
      new UpdateItemCommand({
        TableName: world.storage.tableName('ballots'),
        Key: keyOf(keys.ballot(consultation, pseudonym)),
        UpdateExpression: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
        ConditionExpression: `attribute_not_exists(${last}) OR ${last} < :q`,
        ExpressionAttributeValues: values,
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

export const readBallot = async (
  world: World,
  consultation: ConsultationId,
  pseudonym: Pseudonym,
): Promise<Ballot | undefined> => {
  const { Item } = await world.storage.client.send(
    new GetItemCommand({
      TableName: world.storage.tableName('ballots'),
      Key: keyOf(keys.ballot(consultation, pseudonym)),
      ConsistentRead: true,
    }),
  );
  return Item && ballotFrom(Item);
};

/** Kept with her votes, so that it goes with them. Her ballot may begin with it. */
export const writeBelonging = async (
  world: World,
  consultation: ConsultationId,
  pseudonym: Pseudonym,
  { version, on, answers, ...voter }: BelongingHeld & Voter,
): Promise<void> => {
  const { sets, values } = voterIn(voter);
  await world.storage.client.send(
    new UpdateItemCommand({
      TableName: world.storage.tableName('ballots'),
      Key: keyOf(keys.ballot(consultation, pseudonym)),
      UpdateExpression: `SET ${['belongs = :belongs', ...sets].join(', ')}`,
      ExpressionAttributeValues: { ...values, ':belongs': { S: [version, on, ...answers].join(' ') } },
    }),
  );
};

/** Her ballot before her first vote: that she joined, and on which day. Joining again keeps the day. */
export const writeOpening = async (
  world: World,
  consultation: ConsultationId,
  pseudonym: Pseudonym,
  voter: Voter,
  day: string,
): Promise<void> => {
  const { sets, values } = voterIn(voter);
  await world.storage.client.send(
    new UpdateItemCommand({
      TableName: world.storage.tableName('ballots'),
      Key: keyOf(keys.ballot(consultation, pseudonym)),
      UpdateExpression: `SET ${['joined = if_not_exists(joined, :joined)', ...sets].join(', ')}`,
      ExpressionAttributeValues: { ...values, ':joined': { S: day } },
    }),
  );
};

/** Nothing of it stays. Without a ballot there is nothing to take back, and none is made. */
export const removeBelonging = async (
  world: World,
  consultation: ConsultationId,
  pseudonym: Pseudonym,
): Promise<void> => {
  try {
    await world.storage.client.send(
      new UpdateItemCommand({
        TableName: world.storage.tableName('ballots'),
        Key: keyOf(keys.ballot(consultation, pseudonym)),
        UpdateExpression: 'REMOVE belongs',
        ConditionExpression: 'attribute_exists(belongs)',
      }),
    );
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};

export const removeBallot = (world: World, consultation: ConsultationId, pseudonym: Pseudonym): Promise<void> =>
  remove(world.storage, 'ballots', keys.ballot(consultation, pseudonym));

/** Says that votes may be written here until `until` (milliseconds). A longer lease of somebody else's stays. */
export const writeLease = async (world: World, consultation: ConsultationId, until: number): Promise<void> => {
  try {
    await world.storage.client.send(
      new UpdateItemCommand({
        TableName: world.storage.tableName('ballots'),
        Key: keyOf(keys.lease(consultation)),
        UpdateExpression: 'SET leaseUntil = :until',
        ConditionExpression: 'attribute_not_exists(leaseUntil) OR leaseUntil < :until',
        ExpressionAttributeValues: { ':until': { N: String(until) } },
      }),
    );
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};

export const readLeases = async (world: World): Promise<Map<ConsultationId, number>> => {
  const leases = new Map<ConsultationId, number>();
  let after: string | undefined;
  do {
    const page = await query(world.storage, 'ballots', { pk: keys.lease().pk, after });
    for (const item of page.items) leases.set(item.sk as ConsultationId, Number(item.leaseUntil));
    after = page.next;
  } while (after);
  return leases;
};
