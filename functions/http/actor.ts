import { createMiddleware } from 'hono/factory';
import { whoIs } from '../participants/sessions.ts';
import type { World } from '../world.ts';
import type { Env } from './env.ts';
import { sessionToken } from './session-cookie.ts';

/** Says who is asking. Without a valid session nobody, and what is public stays readable. */
export const knowActor = (world: World) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('actor', await whoIs(world, sessionToken(c)));
    await next();
  });
