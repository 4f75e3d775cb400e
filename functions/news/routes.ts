import { Hono } from 'hono';
import { z } from 'zod';
import { Announce, News } from '#shared/news/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { announce, newsOf } from './service.ts';

export const news = (world: World) =>
  new Hono<Env>()
    .get('/:con/news', answers('What was told about it, the newest first', z.array(News)), consultation, async (c) =>
      c.json(await newsOf(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .post(
      '/:con/news',
      answers('Tells news, once, also by mail to those who asked for it (coordinator)', News, 201),
      consultation,
      valid('json', Announce),
      async (c) => c.json(await announce(world, c.var.actor, c.req.valid('param').con, c.req.valid('json')), 201),
    );
