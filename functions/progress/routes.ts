import { Hono } from 'hono';
import { ProgressView } from '#shared/progress/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation } from '../http/params.ts';
import type { World } from '../world.ts';
import { progressOf } from './service.ts';

export const progress = (world: World) =>
  new Hono<Env>().get(
    '/:con/progress',
    answers('How a consultation goes, small numbers hidden (coordinator, drafter, analyst)', ProgressView),
    consultation,
    async (c) => c.json(await progressOf(world, c.var.actor, c.req.valid('param').con), 200),
  );
