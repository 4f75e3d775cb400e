import { Hono } from 'hono';
import { z } from 'zod';
import { AcceptInvitation, ChangeRoles, Invite, WorkMail } from '#shared/staff/schema.ts';
import { InvitationView, StaffView } from '#shared/staff/views.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { invitation, invitationLink, place, staffMember } from '../http/params.ts';
import { setSession } from '../http/session-cookie.ts';
import { valid } from '../http/valid.ts';
import { placeIdAt } from '../places/service.ts';
import type { World } from '../world.ts';
import { acceptInvitation, invitationOptions, viewInvitation } from './accepting.ts';
import { invite, withdrawInvitation } from './invitations.ts';
import { changeRoles, viewStaff } from './offices.ts';
import { myWorkMail, removeWorkMail, setWorkMail } from './work-mail.ts';

const Link = z.object({ link: z.string() });

export const staff = (world: World) =>
  new Hono<Env>()
    .get('/places/:slug/staff', answers('Who is in office here (staff)', StaffView), place, async (c) =>
      c.json(await viewStaff(world, c.var.actor, await placeIdAt(world, c.req.valid('param').slug)), 200),
    )
    .put(
      '/places/:slug/staff/:prt',
      answers('Which roles somebody holds, with a reason (coordinator)'),
      staffMember,
      valid('json', ChangeRoles),
      async (c) => {
        const { slug, prt } = c.req.valid('param');
        await changeRoles(world, c.var.actor, await placeIdAt(world, slug), prt, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      '/places/:slug/invitations',
      answers('Asks somebody into office by a link that works once (coordinator)', Link, 201),
      place,
      valid('json', Invite),
      async (c) => {
        const id = await placeIdAt(world, c.req.valid('param').slug);
        return c.json(await invite(world, c.var.actor, id, c.req.valid('json')), 201);
      },
    )
    .delete('/places/:slug/invitations/:inv', answers('Takes an invitation back'), invitation, async (c) => {
      const { slug, inv } = c.req.valid('param');
      await withdrawInvitation(world, c.var.actor, await placeIdAt(world, slug), inv);
      return c.body(null, 204);
    })
    .get('/invitations/:token', answers('What the link asks her to do', InvitationView), invitationLink, async (c) =>
      c.json(await viewInvitation(world, c.req.valid('param').token), 200),
    )
    .post(
      '/invitations/:token/options',
      answers('What her first passkey has to be', z.unknown()),
      invitationLink,
      async (c) => c.json(await invitationOptions(world, c.req.valid('param').token), 200),
    )
    .post(
      '/invitations/:token/accept',
      answers('Comes into office'),
      invitationLink,
      valid('json', AcceptInvitation),
      async (c) => {
        const { token } = c.req.valid('param');
        const { session } = await acceptInvitation(world, c.var.actor, token, c.req.valid('json'));
        if (session) setSession(c, session);
        return c.body(null, 204);
      },
    )
    .get('/me/work-mail', answers('Where she hears about work', z.object({ mail: WorkMail.optional() })), async (c) =>
      c.json(await myWorkMail(world, c.var.actor), 200),
    )
    .put('/me/work-mail', answers('Says where and how often'), valid('json', WorkMail), async (c) => {
      await setWorkMail(world, c.var.actor, c.req.valid('json'));
      return c.body(null, 204);
    })
    .delete('/me/work-mail', answers('Takes the address back'), async (c) => {
      await removeWorkMail(world, c.var.actor);
      return c.body(null, 204);
    });
