import { Hono } from 'hono';
import { z } from 'zod';
import { MyData } from '#shared/participants/my-data.ts';
import { CameBack, Me, NewCard, ReturnByCard, Settings } from '#shared/participants/schema.ts';
import { addressOf } from '../http/address.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { noStore } from '../http/guards.ts';
import { session } from '../http/params.ts';
import { clearSession, setSession } from '../http/session-cookie.ts';
import { valid } from '../http/valid.ts';
import { challenge } from '../limits/proof.ts';
import { nowIn, type World } from '../world.ts';
import { requireActor } from './actor.ts';
import { leave } from './leaving.ts';
import { myData } from './my-data.ts';
import { makeCard, returnByCard } from './cards.ts';
import { meOf, revokeSession, saveSettings, signOut } from './service.ts';
import { whoIs } from './sessions.ts';

/** The card as it is shown: loaded when the first one is made. */
const shownCard = async (world: World, digits: string): Promise<z.infer<typeof NewCard>> => {
  const { renderSVG } = await import('uqr');
  return { digits, qr: renderSVG(`${world.origin}/join#${digits}`, { border: 2 }) };
};

export const participants = (world: World) =>
  new Hono<Env>()
    .use('/me/*', noStore)
    .use('/proof', noStore)
    .get('/me', answers('Who is asking', Me), (c) => c.json(meOf(c.var.actor, nowIn(world)), 200))
    .put('/me/settings', answers('Which languages she reads'), valid('json', Settings), async (c) => {
      await saveSettings(world, requireActor(c.var.actor), c.req.valid('json'));
      return c.body(null, 204);
    })
    .get('/me/data', answers('Everything held about her', MyData), async (c) =>
      c.json(await myData(world, requireActor(c.var.actor)), 200),
    )
    .delete('/me', answers('Leaves; nothing of her stays'), async (c) => {
      await leave(world, requireActor(c.var.actor));
      clearSession(c);
      return c.body(null, 204);
    })
    .post('/me/card', answers('Makes a card; an earlier one stops working', NewCard), async (c) => {
      const digits = await makeCard(world, requireActor(c.var.actor));
      return c.json(await shownCard(world, digits), 200);
    })
    .delete('/me/sessions/:ses', answers('Signs one of her devices out'), session, async (c) => {
      const actor = requireActor(c.var.actor);
      const { ses } = c.req.valid('param');
      await revokeSession(world, actor, ses);
      if (ses === actor.session) clearSession(c);
      return c.body(null, 204);
    })
    .post(
      '/sessions',
      answers('Comes back by card, or in by a handed one, which gives her a new number', CameBack),
      valid('json', ReturnByCard),
      async (c) => {
        const { token, fresh } = await returnByCard(world, c.var.actor, c.req.valid('json'), addressOf(world, c));
        setSession(c, token);
        const me: CameBack = meOf(await whoIs(world, token), nowIn(world));
        if (!fresh) return c.json(me, 200);
        const { digits, ...where } = fresh;
        return c.json({ ...me, fresh: { card: await shownCard(world, digits), ...where } }, 200);
      },
    )
    .delete('/sessions/current', answers('Signs this device out'), async (c) => {
      await signOut(world, requireActor(c.var.actor));
      clearSession(c);
      return c.body(null, 204);
    })
    .get(
      '/proof',
      answers('A task for the browser, asked for after many joins from one address', z.unknown()),
      async (c) => c.json(await challenge(world), 200),
    );
