import { Hono } from 'hono';
import { Belonging, CastVotes, OwnBallot, VoteReceipt } from '#shared/ballots/schema.ts';
import { DeckView } from '#shared/consultations/views.ts';
import { readableConsultation } from '../consultations/service.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation, DeckQuery } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import { requireActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { sayBelonging, takeBelongingBack } from './belonging.ts';
import { dealCards } from './deck.ts';
import { castVotes, ownBallot } from './service.ts';

export const ballots = (world: World) =>
  new Hono<Env>()
    .get('/:con/ballot', answers('Her own votes here', OwnBallot), consultation, async (c) => {
      const { con } = c.req.valid('param');
      await readableConsultation(world, c.var.actor, con);
      return c.json(await ownBallot(world, c.var.actor, con), 200);
    })
    .post(
      '/:con/ballot',
      answers('Stores up to 100 votes in one write', VoteReceipt),
      consultation,
      valid('json', CastVotes),
      async (c) =>
        c.json(await castVotes(world, requireActor(c.var.actor), c.req.valid('param').con, c.req.valid('json')), 200),
    )
    .put(
      '/:con/belonging',
      answers('What she says, of her own accord, about belonging to affected groups'),
      consultation,
      valid('json', Belonging),
      async (c) => {
        await sayBelonging(world, requireActor(c.var.actor), c.req.valid('param').con, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .delete('/:con/belonging', answers('Takes back what she said about affected groups'), consultation, async (c) => {
      await takeBelongingBack(world, requireActor(c.var.actor), c.req.valid('param').con);
      return c.body(null, 204);
    })
    .get(
      '/:con/deck',
      answers('Deals the next cards', DeckView),
      consultation,
      valid('query', DeckQuery),
      async (c) => {
        const { count, not = [], passage, readIn } = c.req.valid('query');
        const { con } = c.req.valid('param');
        const ask = { count, not, about: passage, language: readIn };
        return c.json(await dealCards(world, requireActor(c.var.actor), con, ask), 200);
      },
    );
