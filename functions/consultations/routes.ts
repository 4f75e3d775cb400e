import { Hono } from 'hono';
import { z } from 'zod';
import { ConsultationView, PassageView, ResultsView, StaffResultsView } from '#shared/consultations/views.ts';
import { Join } from '#shared/participants/schema.ts';
import { viewPassage } from '../documents/service.ts';
import { addressOf } from '../http/address.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation, passage, ReadInQuery } from '../http/params.ts';
import { setSession } from '../http/session-cookie.ts';
import { valid } from '../http/valid.ts';
import { publicResults, publishedBytes, staffSnapshot } from '../opinion/service.ts';
import { requireActor } from '../participants/actor.ts';
import { leaveConsultation } from '../participants/leaving.ts';
import { join } from '../participants/service.ts';
import type { World } from '../world.ts';
import { readableConsultation } from './service.ts';
import { viewConsultation } from './view.ts';

const Joined = z.object({ nextNumber: z.int() });

export const consultations = (world: World) =>
  new Hono<Env>()
    .get('/:con', answers('A consultation: question, phases, documents', ConsultationView), consultation, async (c) =>
      c.json(await viewConsultation(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .get('/:con/passages/:psg', answers('A passage with its full text', PassageView), passage, async (c) => {
      const { con, psg } = c.req.valid('param');
      await readableConsultation(world, c.var.actor, con);
      return c.json(await viewPassage(world, con, psg), 200);
    })
    .post(
      '/:con/join',
      answers('Consent for this consultation; opens a session for whoever has none', Joined),
      consultation,
      valid('json', Join),
      async (c) => {
        const { con } = c.req.valid('param');
        const { token } = await join(world, c.var.actor, con, c.req.valid('json'), addressOf(world, c));
        if (token) setSession(c, token);
        return c.json({ nextNumber: world.clock() }, 200);
      },
    )
    .delete('/:con/join', answers('Takes consent back: her ballot and words here go'), consultation, async (c) => {
      await leaveConsultation(world, requireActor(c.var.actor), c.req.valid('param').con);
      return c.body(null, 204);
    })
    .get(
      '/:con/results',
      answers('The last result that is public', ResultsView),
      consultation,
      valid('query', ReadInQuery),
      async (c) => {
        const { con } = c.req.valid('param');
        return c.json(await publicResults(world, c.var.actor, con, c.req.valid('query').readIn), 200);
      },
    )
    .get(
      '/:con/results/snapshot',
      answers('The bytes of the last public result, whose SHA-256 stands beside it', z.unknown()),
      consultation,
      async (c) => {
        const { con } = c.req.valid('param');
        const { bytes, hash } = await publishedBytes(world, c.var.actor, con);
        return c.body(bytes, 200, {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Disposition': `attachment; filename="result-${con}.json"`,
          ETag: `"${hash}"`,
        });
      },
    )
    .get(
      '/:con/snapshot',
      answers('The last recount (staff)', StaffResultsView),
      consultation,
      valid('query', ReadInQuery),
      async (c) => {
        const { con } = c.req.valid('param');
        return c.json(await staffSnapshot(world, c.var.actor, con, c.req.valid('query').readIn), 200);
      },
    );
