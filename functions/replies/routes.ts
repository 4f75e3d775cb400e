import { Hono } from 'hono';
import { EditReply, PublicReply, ThreadPage, WriteReply } from '#shared/replies/schema.ts';
import { AskedTranslation, AskTranslation, Translate, TranslationsView } from '#shared/translations/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { reply, thread, ThreadQuery } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import { requireActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { editReply, readThread, viewReply, withdrawReply, writeReply } from './service.ts';
import { askForReply, replyTranslations, translateReply } from './translating.ts';

export const replies = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/threads/:target',
      answers('A page of a thread: first replies with their branches', ThreadPage),
      thread,
      valid('query', ThreadQuery),
      async (c) => {
        const { con, target } = c.req.valid('param');
        const { order, cursor, readIn } = c.req.valid('query');
        return c.json(await readThread(world, c.var.actor, con, target, { order, after: cursor, readIn }), 200);
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
    .get(
      '/:con/threads/:target/:root/:reply/translations',
      answers('A reply, in every language it was translated into', TranslationsView),
      reply,
      async (c) => {
        const { con, target, root, reply: id } = c.req.valid('param');
        return c.json(await replyTranslations(world, c.var.actor, con, [target, root, id]), 200);
      },
    )
    .post(
      '/:con/threads/:target/:root/:reply/translations',
      answers('Asks for it in the language that one reads', AskedTranslation),
      reply,
      valid('json', AskTranslation),
      async (c) => {
        const { con, target, root, reply: id } = c.req.valid('param');
        const { language } = c.req.valid('json');
        return c.json(await askForReply(world, requireActor(c.var.actor), con, [target, root, id], language), 200);
      },
    )
    .put(
      '/:con/threads/:target/:root/:reply/translations',
      answers('Translates a reply (mediator, coordinator, drafter)'),
      reply,
      valid('json', Translate),
      async (c) => {
        const { con, target, root, reply: id } = c.req.valid('param');
        await translateReply(world, c.var.actor, con, [target, root, id], c.req.valid('json'));
        return c.body(null, 204);
      },
    )
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
