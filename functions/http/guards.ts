import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { Problem } from '#shared/problems.ts';
import type { World } from '../world.ts';
import { limitedBody } from './body-limit.ts';
import type { Env } from './env.ts';
import { sessionToken } from './session-cookie.ts';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** One line for each request: which route, how it ended, how long it took. No address, query, cookie or words. */
export const logRequests = (world: World) =>
  createMiddleware<Env>(async (c, next) => {
    const begun = performance.now();
    c.set('requestId', randomUUID());
    await next();
    world.log({
      level: c.res.status >= 500 ? 'error' : 'info',
      message: 'request',
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - begun),
      request: c.var.requestId,
    });
  });

/** Does another site make the browser send this? (Fetch Metadata; Origin where a browser is too old for it.) */
export const isCrossSite = (c: Context): boolean => {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  return origin !== undefined && URL.parse(origin)?.host !== (c.req.header('host') ?? new URL(c.req.url).host);
};

export const refuseCrossSite = createMiddleware<Env>(async (c, next) => {
  if (!SAFE.includes(c.req.method) && isCrossSite(c)) throw new Problem('cross-site-request');
  await next();
});

export const limitBody = limitedBody(() => {
  throw new Problem('too-large');
});

/** Without a session a GET is the same for everybody and may be cached briefly; with one it is nobody else's. */
export const cacheRules = createMiddleware<Env>(async (c, next) => {
  await next();
  if (c.res.headers.has('Cache-Control')) return;
  const isPublic =
    c.req.method === 'GET' && c.res.status === 200 && !sessionToken(c) && !c.res.headers.has('Set-Cookie');
  c.header('Cache-Control', isPublic ? 'public, max-age=0, s-maxage=30' : 'private, no-store');
  c.header('Vary', 'Cookie', { append: true });
});

export const noStore = createMiddleware<Env>(async (c, next) => {
  await next();
  c.header('Cache-Control', 'private, no-store');
});
