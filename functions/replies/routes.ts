import { Hono } from 'hono';
import { EditReply, PublicReply, ThreadPage, WriteReply } from '#shared/replies/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { reply, thread, ThreadQuery } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import { requireActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { editReply, readThread, viewReply, withdrawReply, writeReply } from './service.ts';

export const replies = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/threads/:target',
      answers('A page of a thread: first replies with their branches', ThreadPage),
      thread,
      valid('query', ThreadQuery),
      async (c) => {
        const { con, target } = c.req.valid('param');
        const { order, cursor } = c.req.valid('query');
        return c.json(await readThread(world, c.var.actor, con, target, { order, after: cursor }), 200);
      },
    )
    .post(
      '/:con/threads/:target',
      answers('Replies', PublicReply, 201),
      thread,
      valid('json', WriteReply),
      async (c) => {
        const { con, target } = c.req.valid('param');
        return c.json(await writeReply(world, requireActor(c.var.actor), con, target, c.req.valid('json')), 201);
      },
    )
    .get('/:con/threads/:target/:root/:reply', answers('One reply', PublicReply), reply, async (c) => {
      const { con, target, root, reply: id } = c.req.valid('param');
      return c.json(await viewReply(world, c.var.actor, con, [target, root, id]), 200);
    })
    .patch(
      '/:con/threads/:target/:root/:reply',
      answers('Changes a reply, within 15 minutes', PublicReply),
      reply,
      valid('json', EditReply),
      async (c) => {
        const { con, target, root, reply: id } = c.req.valid('param');
        const { text } = c.req.valid('json');
        return c.json(await editReply(world, requireActor(c.var.actor), con, [target, root, id], text), 200);
      },
    )
    .delete('/:con/threads/:target/:root/:reply', answers('Takes a reply back'), reply, async (c) => {
      const { con, target, root, reply: id } = c.req.valid('param');
      await withdrawReply(world, requireActor(c.var.actor), con, [target, root, id]);
      return c.body(null, 204);
    });
