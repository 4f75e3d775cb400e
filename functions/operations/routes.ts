import { Hono } from 'hono';
import { OperationsView } from '#shared/operations/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { letter } from '../http/params.ts';
import type { World } from '../world.ts';
import { dropLetter, retryLetter, retryMails, viewOperations } from './service.ts';

export const operations = (world: World) =>
  new Hono<Env>()
    .get('/', answers('How the platform goes: jobs, mails, storage, versions (operator)', OperationsView), async (c) =>
      c.json(await viewOperations(world, c.var.actor), 200),
    )
    .post('/mails/retry', answers('Tries the mails again that could not be handed over (operator)'), async (c) => {
      await retryMails(world, c.var.actor);
      return c.body(null, 204);
    })
    .post('/letters/:letter/retry', answers('Has failed work tried again (operator)'), letter, async (c) => {
      await retryLetter(world, c.var.actor, c.req.valid('param').letter);
      return c.body(null, 204);
    })
    .delete('/letters/:letter', answers('Forgets a dead letter (operator)'), letter, async (c) => {
      await dropLetter(world, c.var.actor, c.req.valid('param').letter);
      return c.body(null, 204);
    });
