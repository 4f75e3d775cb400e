import { Hono } from 'hono';
import { PlaceBrief } from '#shared/consultations/views.ts';
import { OpenFirstPlace } from '#shared/places/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { setSession } from '../http/session-cookie.ts';
import { valid } from '../http/valid.ts';
import { briefOf } from '../places/service.ts';
import type { World } from '../world.ts';
import { openFirstPlace } from './service.ts';

export const firstRun = (world: World) =>
  new Hono<Env>().post(
    '/',
    answers('Opens the first place, with whoever has the link as its coordinator', PlaceBrief, 201),
    valid('json', OpenFirstPlace),
    async (c) => {
      const { place, session } = await openFirstPlace(world, c.req.valid('json'));
      setSession(c, session);
      return c.json(briefOf(place), 201);
    },
  );
