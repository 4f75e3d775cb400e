import { Hono } from 'hono';
import { z } from 'zod';
import { PlaceList, PlaceView } from '#shared/consultations/views.ts';
import { LedgerLine } from '#shared/ledger/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { LedgerQuery, place } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import { readLedger } from '../ledger/service.ts';
import type { World } from '../world.ts';
import { listPlaces, placeIdAt, viewPlace } from './service.ts';

const LedgerPage = z.object({ lines: z.array(LedgerLine), next: z.string().optional() });

export const places = (world: World) =>
  new Hono<Env>()
    .get('/', answers('All places', PlaceList), async (c) => c.json(await listPlaces(world), 200))
    .get('/:slug', answers('A place and the consultations that residents may read', PlaceView), place, async (c) =>
      c.json(await viewPlace(world, c.req.valid('param').slug), 200),
    )
    .get(
      '/:slug/ledger',
      answers('What people in office did here, newest first', LedgerPage),
      place,
      valid('query', LedgerQuery),
      async (c) => {
        const id = await placeIdAt(world, c.req.valid('param').slug);
        return c.json(await readLedger(world, c.var.actor, id, c.req.valid('query').cursor), 200);
      },
    );
