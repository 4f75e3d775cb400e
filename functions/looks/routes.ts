import { Hono } from 'hono';
import { PictureId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { Env } from '../http/env.ts';
import { pictureOf } from '../places/logo.ts';
import type { World } from '../world.ts';
import { stylesheetFor } from './service.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';
/** Browsers keep a picture for a day; what stands between them and us forgets a removed one within a minute. */
const FOR_A_DAY = 'public, max-age=86400, s-maxage=30';

/** Files that a place's pages link to. Nothing in them depends on who asks. */
export const looks = (world: World) =>
  new Hono<Env>()
    .get('/accent/:file{[0-9a-f]{6}\\.css}', (c) => {
      const css = stylesheetFor(`#${c.req.param('file').slice(0, -'.css'.length)}`);
      if (!css) throw new Problem('not-found');
      return c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': FOR_GOOD });
    })
    .get('/pictures/:id', async (c) => {
      const id = PictureId.safeParse(c.req.param('id'));
      if (!id.success) throw new Problem('not-found');
      const { type, bytes } = await pictureOf(world, id.data);
      return c.body(Uint8Array.from(bytes), 200, {
        'Content-Type': type,
        'Content-Length': String(bytes.length),
        'Content-Disposition': 'inline; filename="logo"',
        'Cache-Control': FOR_A_DAY,
      });
    });
