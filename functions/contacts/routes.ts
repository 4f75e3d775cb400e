import { Hono } from 'hono';
import { ContactFor, ContactToken, LeaveContact } from '#shared/contacts/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import { requireActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { confirmAddress, leaveContact, removeAddress, removeOwnAddress } from './service.ts';

export const contacts = (world: World) =>
  new Hono<Env>()
    .put(
      '/consultations/:con/contact',
      answers('Leaves an e-mail address, to hear when the result is there'),
      consultation,
      valid('json', LeaveContact),
      async (c) => {
        await leaveContact(world, requireActor(c.var.actor), c.req.valid('param').con, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .delete('/consultations/:con/contact', answers('Takes her address back'), consultation, async (c) => {
      await removeOwnAddress(world, requireActor(c.var.actor), c.req.valid('param').con);
      return c.body(null, 204);
    })
    .post(
      '/contacts/confirm',
      answers('Says that the address is hers', ContactFor),
      valid('json', ContactToken),
      async (c) => {
        return c.json(await confirmAddress(world, c.req.valid('json').token), 200);
      },
    )
    .post('/contacts/remove', answers('Takes the address back', ContactFor), valid('json', ContactToken), async (c) => {
      return c.json(await removeAddress(world, c.req.valid('json').token), 200);
    });
