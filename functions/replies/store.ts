import { Reply, type ReplyId, type Target } from '#shared/replies/schema.ts';
import type { Order } from '#shared/replies/rules.ts';
import { keys } from '../storage/keys.ts';
import { get, put, query, queryAll, transact, type Item, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const keyOf = (target: Target, root: ReplyId, id: ReplyId) =>
  root === id ? keys.threadRoots(target, id) : keys.threadBranch(target, root, id);

const itemOf = (reply: Reply): Item => ({
  ...keyOf(reply.target, reply.root, reply.id),
  ...reply,
  listed: `${reply.at}#${reply.id}`,
});

export const saveNewReply = (world: World, reply: Reply, also: Step[]): Promise<boolean> =>
  transact(world.storage, [{ table: 'records', put: itemOf(reply), if: { is: 'absent' } }, ...also]);

/** What it becomes, if it is still what was read. */
export const changeStep = (before: Reply, becomes: Reply): Step => ({
  table: 'records',
  put: itemOf({ ...becomes, version: before.version + 1 }),
  if: { is: 'state', states: [before.state], version: before.version },
});

export const saveReply = (world: World, before: Reply, becomes: Reply): Promise<boolean> =>
  transact(world.storage, [changeStep(before, becomes)]);

export const overwriteReply = (world: World, reply: Reply): Promise<boolean> =>
  put(world.storage, 'records', itemOf(reply));

export const findReply = async (
  world: World,
  target: Target,
  root: ReplyId,
  id: ReplyId,
): Promise<Reply | undefined> => {
  const item = await get(world.storage, 'records', keyOf(target, root, id));
  return item && Reply.parse(item);
};

/** A page of first replies with everything that was answered to them: two questions, however the thread grew. */
export const pageOfThread = async (
  world: World,
  target: Target,
  ask: { order: Order; after: ReplyId | undefined; limit: number },
): Promise<{ roots: Reply[]; branches: Reply[]; next: ReplyId | undefined }> => {
  const { pk, sk } = keys.threadRoots(target);
  const page = await query(world.storage, 'records', {
    pk,
    prefix: sk,
    order: ask.order === 'newest' ? 'backward' : 'forward',
    limit: ask.limit,
    ...(ask.after && { after: keys.threadRoots(target, ask.after).sk }),
  });
  const roots = page.items.map((item) => Reply.parse(item));
  const [first, last] = roots
    .map(({ id }) => id)
    .sort()
    .filter((_, i, all) => i === 0 || i === all.length - 1);
  const branches = first
    ? await queryAll(world.storage, 'records', {
        pk,
        between: [keys.threadBranch(target, first).sk, `${keys.threadBranch(target, last ?? first).sk}~`],
      })
    : [];
  return {
    roots,
    branches: branches.map((item) => Reply.parse(item)),
    next: page.next ? roots.at(-1)?.id : undefined,
  };
};

export const listThread = async (world: World, target: Target): Promise<Reply[]> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.threadRoots(target).pk });
  return items.map((item) => Reply.parse(item));
};
