import { Hono } from 'hono';
import { z } from 'zod';
import { ChangeMeasure, Measure, PlanMeasure, PublicMeasure } from '#shared/measures/schema.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation, measure } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { changeMeasure, planMeasure } from './planning.ts';
import { viewMeasures } from './service.ts';

export const measures = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/measures',
      answers('What is done, by whom and until when; what is late says so', z.array(PublicMeasure)),
      consultation,
      async (c) => c.json(await viewMeasures(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .post(
      '/:con/measures',
      answers('Plans a measure that follows from an answer (drafter)', Measure, 201),
      consultation,
      valid('json', PlanMeasure),
      async (c) => c.json(await planMeasure(world, c.var.actor, c.req.valid('param').con, c.req.valid('json')), 201),
    )
    .put(
      '/:con/measures/:msr',
      answers('How a measure goes (drafter)', Measure),
      measure,
      valid('json', ChangeMeasure),
      async (c) => {
        const { con, msr } = c.req.valid('param');
        return c.json(await changeMeasure(world, c.var.actor, con, msr, c.req.valid('json')), 200);
      },
    );
