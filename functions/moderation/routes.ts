import { Hono } from 'hono';
import {
  Appeal,
  AppealByReceipt,
  ByReceipt,
  Message,
  Notify,
  Receipt,
  WriteByReceipt,
} from '#shared/moderation/schema.ts';
import { NoticeState, OwnCase, OwnCases, Waiting } from '#shared/moderation/views.ts';
import { addressOf } from '../http/address.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { noStore } from '../http/guards.ts';
import { consultation, ownCase } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import { requireActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { notify } from './notices.ts';
import {
  appealAsAuthor,
  appealAsNotifier,
  ownCases,
  viewNotice,
  viewOwnCase,
  writeAsAuthor,
  writeAsNotifier,
} from './parties.ts';
import { waitingTime } from './waits.ts';

/** What everybody may do: report, see what became of it, appeal, answer. */
export const moderation = (world: World) =>
  new Hono<Env>()
    .use('/notices/*', noStore)
    .post(
      '/consultations/:con/notices',
      answers('Reports something; anybody may, signed in or not', Receipt, 201),
      consultation,
      valid('json', Notify),
      async (c) => {
        const receipt = await notify(
          world,
          c.var.actor,
          c.req.valid('param').con,
          c.req.valid('json'),
          addressOf(world, c),
        );
        return c.json(receipt, 201);
      },
    )
    .post(
      '/notices/state',
      answers('How a notice stands, by its code', NoticeState),
      valid('json', ByReceipt),
      async (c) => c.json(await viewNotice(world, c.req.valid('json'), addressOf(world, c)), 200),
    )
    .post('/notices/appeal', answers('Appeals, by the code of a notice'), valid('json', AppealByReceipt), async (c) => {
      await appealAsNotifier(world, c.req.valid('json'), addressOf(world, c));
      return c.body(null, 204);
    })
    .post(
      '/notices/messages',
      answers('Writes to the moderators, by the code of a notice'),
      valid('json', WriteByReceipt),
      async (c) => {
        await writeAsNotifier(world, c.req.valid('json'), addressOf(world, c));
        return c.body(null, 204);
      },
    )
    .get(
      '/consultations/:con/waiting',
      answers('How long others waited for their first reading', Waiting),
      consultation,
      async (c) => c.json(await waitingTime(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .get('/me/decisions', answers('Decisions about her words, with their reasons', OwnCases), async (c) =>
      c.json(await ownCases(world, requireActor(c.var.actor)), 200),
    )
    .get('/me/decisions/:cas', answers('One of them', OwnCase), ownCase, async (c) =>
      c.json(await viewOwnCase(world, requireActor(c.var.actor), c.req.valid('param').cas), 200),
    )
    .post('/me/decisions/:cas/appeal', answers('Appeals'), ownCase, valid('json', Appeal), async (c) => {
      await appealAsAuthor(world, requireActor(c.var.actor), c.req.valid('param').cas, c.req.valid('json'));
      return c.body(null, 204);
    })
    .post(
      '/me/decisions/:cas/messages',
      answers('Writes to the moderators'),
      ownCase,
      valid('json', Message),
      async (c) => {
        await writeAsAuthor(world, requireActor(c.var.actor), c.req.valid('param').cas, c.req.valid('json'));
        return c.body(null, 204);
      },
    );
