import { createHmac } from 'node:crypto';
import { UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { RateLimiterDynamo, RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Problem } from '#shared/problems.ts';
import { SECOND, dayOf } from '#shared/time.ts';
import { nowIn, type World } from '../world.ts';
import type { LimitName } from './limits.ts';

const limiters = new WeakMap<World, Map<LimitName, RateLimiterAbstract>>();

/** Votes are counted in the process: a stored count would cost as much as the vote itself. */
const IN_PROCESS: readonly LimitName[] = ['vote'];

const limiterFor = (world: World, name: LimitName): RateLimiterAbstract => {
  const own = limiters.get(world) ?? new Map<LimitName, RateLimiterAbstract>();
  limiters.set(world, own);
  const { points, duration } = world.limits[name];
  const options = { points, duration: duration / SECOND, keyPrefix: name };
  const limiter =
    own.get(name) ??
    (IN_PROCESS.includes(name)
      ? new RateLimiterMemory(options)
      : new RateLimiterDynamo({
          ...options,
          // The library calls one method of the SDK's aggregated client, which would drag every command into the bundle.
          storeClient: {
            updateItem: (input: UpdateItemCommandInput) => world.storage.client.send(new UpdateItemCommand(input)),
          },
          tableName: world.storage.tableName('limits'),
          // The table comes from storage/keys.ts, with its time to live.
          tableCreated: true,
          ttlSet: true,
        }));
  own.set(name, limiter);
  return limiter;
};

/** Whom a stored count is about, a network address or a person, is kept only as an HMAC that changes every day. */
const countedAs = (world: World, name: LimitName, who: string): string =>
  IN_PROCESS.includes(name)
    ? who
    : createHmac('sha256', world.secretFor('limits'))
        .update(`${dayOf(nowIn(world))} ${who}`)
        .digest('base64url')
        .slice(0, 22);

/** Counts one more; answers how many milliseconds to wait when it was one too many, else 0. */
export const countOne = async (world: World, name: LimitName, who: string): Promise<number> => {
  try {
    await limiterFor(world, name).consume(countedAs(world, name, who));
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
};

export const requireWithin = async (world: World, name: LimitName, who: string): Promise<void> => {
  const wait = await countOne(world, name, who);
  if (wait > 0) throw new Problem('too-many-requests', { retryAfter: Math.ceil(wait / SECOND) });
};
