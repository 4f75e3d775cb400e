import { Hono } from 'hono';
import { z } from 'zod';
import {
  BatchDecision,
  BatchView,
  CountedBatch,
  DecideBatch,
  Hander,
  MadeCards,
  MakeCards,
  NoteHanded,
  PlanBatch,
  RevokeBatch,
} from '#shared/batches/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { noStore } from '../http/guards.ts';
import { batch, batchHere, consultation, place } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { countingOf, decideBatch } from './deciding.ts';
import { batchesOf, handersOf, makeCards, noteHanded, planBatch, revokeBatch, viewBatch } from './service.ts';

export const batches = (world: World) =>
  new Hono<Env>()
    .use('/:slug/batches/*', noStore)
    .get(
      '/:slug/batches',
      answers('Batches of cards (coordinator; mediator: own)', z.array(BatchView)),
      place,
      async (c) => c.json(await batchesOf(world, c.var.actor, c.req.valid('param').slug), 200),
    )
    .post(
      '/:slug/batches',
      answers('Plans a batch of cards (coordinator)', BatchView, 201),
      place,
      valid('json', PlanBatch),
      async (c) => c.json(await planBatch(world, c.var.actor, c.req.valid('param').slug, c.req.valid('json')), 201),
    )
    .get(
      '/:slug/handers',
      answers('Who in office may hand cards out (coordinator)', z.array(Hander)),
      place,
      async (c) => c.json(await handersOf(world, c.var.actor, c.req.valid('param').slug), 200),
    )
    .get('/:slug/batches/:batch', answers('One batch of cards', BatchView), batch, async (c) => {
      const { slug, batch: number } = c.req.valid('param');
      return c.json(await viewBatch(world, c.var.actor, slug, number), 200);
    })
    .post(
      '/:slug/batches/:batch/cards',
      answers('Makes the cards of a batch, shown this once (coordinator)', MadeCards),
      batch,
      valid('json', MakeCards),
      async (c) => {
        const { slug, batch: number } = c.req.valid('param');
        return c.json(await makeCards(world, c.var.actor, slug, number, c.req.valid('json')), 200);
      },
    )
    .post(
      '/:slug/batches/:batch/revocation',
      answers('Takes unused cards back, with a reason (coordinator)', BatchView),
      batch,
      valid('json', RevokeBatch),
      async (c) => {
        const { slug, batch: number } = c.req.valid('param');
        return c.json(await revokeBatch(world, c.var.actor, slug, number, c.req.valid('json')), 200);
      },
    )
    .put(
      '/:slug/batches/:batch/handed',
      answers('Notes how many cards were handed out', BatchView),
      batch,
      valid('json', NoteHanded),
      async (c) => {
        const { slug, batch: number } = c.req.valid('param');
        return c.json(await noteHanded(world, c.var.actor, slug, number, c.req.valid('json')), 200);
      },
    );

export const countedBatches = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/batches',
      answers('How each batch of cards is counted here (coordinator)', z.array(CountedBatch)),
      consultation,
      async (c) => c.json(await countingOf(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .put(
      '/:con/batches/:batch',
      answers('Decides how a batch of cards is counted here, with a reason (coordinator)', BatchDecision),
      batchHere,
      valid('json', DecideBatch),
      async (c) => {
        const { con, batch: number } = c.req.valid('param');
        return c.json(await decideBatch(world, c.var.actor, con, number, c.req.valid('json')), 200);
      },
    );
