import { Hono } from 'hono';
import { z } from 'zod';
import {
  AskOpinion,
  CaseId,
  DecideAlike,
  DecideAppeal,
  Escalate,
  GiveOpinion,
  HandOver,
  MeasureNotifier,
  OpenCase,
  Version,
  WriteTo,
} from '#shared/moderation/schema.ts';
import { CasePage, CaseView, Colleagues, EarlierMeasures } from '#shared/moderation/desk-views.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { caseHere, CaseQuery, NextQuery, noticeHere, place, QueueQuery } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { decideWithAlike, undoWithAlike } from './alike.ts';
import { decideAppeal, undoAppeal } from './appeals.ts';
import { viewCase } from './case-view.ts';
import {
  askOpinion,
  colleagues,
  earlierAtDesk,
  escalateCase,
  giveOpinion,
  handOver,
  openCase,
  passOn,
  reopenCase,
  revealWords,
  takeCase,
} from './desk.ts';
import { measureNotifier, writeToParty } from './messages.ts';
import { pageOfCases, takeNext } from './queue.ts';

const Named = z.object({ id: CaseId });
const Taken = z.object({ id: CaseId.nullable() });
/** The moderators' desk of a place: its queue and its cases. */
export const desk = (world: World) =>
  new Hono<Env>()
    .get('/:slug/cases', answers('A page of the queue', CasePage), place, valid('query', QueueQuery), async (c) => {
      const { mine, cursor, ...part } = c.req.valid('query');
      const ask = { ...part, mine: mine === 'yes', after: cursor };
      return c.json(await pageOfCases(world, c.var.actor, c.req.valid('param').slug, ask), 200);
    })
    .post('/:slug/cases', answers('Opens a case of her own', Named, 201), place, valid('json', OpenCase), async (c) =>
      c.json(await openCase(world, c.var.actor, c.req.valid('param').slug, c.req.valid('json')), 201),
    )
    .post(
      '/:slug/cases/next',
      answers('Takes the most urgent case that is free for her', Taken),
      place,
      valid('query', NextQuery),
      async (c) => {
        const id = await takeNext(world, c.var.actor, c.req.valid('param').slug, c.req.valid('query'));
        return c.json({ id: id ?? null }, 200);
      },
    )
    .get('/:slug/cases/:cas', answers('A case', CaseView), caseHere, valid('query', CaseQuery), async (c) => {
      const { slug, cas } = c.req.valid('param');
      const ask = { reveal: false, ...c.req.valid('query') };
      return c.json(await viewCase(world, c.var.actor, slug, cas, ask), 200);
    })
    .post(
      '/:slug/cases/:cas/reveal',
      answers('The same, with the words', CaseView),
      caseHere,
      valid('query', CaseQuery),
      async (c) => {
        const { slug, cas } = c.req.valid('param');
        await revealWords(world, c.var.actor, slug, cas);
        const ask = { reveal: true, ...c.req.valid('query') };
        return c.json(await viewCase(world, c.var.actor, slug, cas, ask), 200);
      },
    )
    .post('/:slug/cases/:cas/take', answers('Takes it'), caseHere, valid('json', Version), async (c) => {
      const { slug, cas } = c.req.valid('param');
      await takeCase(world, c.var.actor, slug, cas, c.req.valid('json').version);
      return c.body(null, 204);
    })
    .post(
      '/:slug/cases/:cas/pass-on',
      answers('Gives it to somebody else'),
      caseHere,
      valid('json', Version),
      async (c) => {
        const { slug, cas } = c.req.valid('param');
        await passOn(world, c.var.actor, slug, cas, c.req.valid('json').version);
        return c.body(null, 204);
      },
    )
    .post(
      '/:slug/cases/:cas/hand-over',
      answers('Hands it to a colleague'),
      caseHere,
      valid('json', HandOver),
      async (c) => {
        const { slug, cas } = c.req.valid('param');
        await handOver(world, c.var.actor, slug, cas, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post('/:slug/cases/:cas/opinions', answers('Asks a colleague'), caseHere, valid('json', AskOpinion), async (c) => {
      const { slug, cas } = c.req.valid('param');
      await askOpinion(world, c.var.actor, slug, cas, c.req.valid('json'));
      return c.body(null, 204);
    })
    .put(
      '/:slug/cases/:cas/opinions/mine',
      answers('Says what she thinks'),
      caseHere,
      valid('json', GiveOpinion),
      async (c) => {
        const { slug, cas } = c.req.valid('param');
        await giveOpinion(world, c.var.actor, slug, cas, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      '/:slug/cases/:cas/escalation',
      answers('Tells the authority'),
      caseHere,
      valid('json', Escalate),
      async (c) => {
        const { slug, cas } = c.req.valid('param');
        await escalateCase(world, c.var.actor, slug, cas, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post('/:slug/cases/:cas/decision', answers('Decides'), caseHere, valid('json', DecideAlike), async (c) => {
      const { slug, cas } = c.req.valid('param');
      await decideWithAlike(world, c.var.actor, slug, cas, c.req.valid('json'));
      return c.body(null, 204);
    })
    .post('/:slug/cases/:cas/undo', answers('Takes a decision back'), caseHere, valid('json', Version), async (c) => {
      const { slug, cas } = c.req.valid('param');
      await undoWithAlike(world, c.var.actor, slug, cas, c.req.valid('json').version);
      return c.body(null, 204);
    })
    .post('/:slug/cases/:cas/reopening', answers('Takes it up again'), caseHere, valid('json', Version), async (c) => {
      const { slug, cas } = c.req.valid('param');
      await reopenCase(world, c.var.actor, slug, cas, c.req.valid('json').version);
      return c.body(null, 204);
    })
    .post(
      '/:slug/cases/:cas/answer',
      answers('Answers an appeal'),
      caseHere,
      valid('json', DecideAppeal),
      async (c) => {
        const { slug, cas } = c.req.valid('param');
        await decideAppeal(world, c.var.actor, slug, cas, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      '/:slug/cases/:cas/undo-answer',
      answers('Takes an answer back'),
      caseHere,
      valid('json', Version),
      async (c) => {
        const { slug, cas } = c.req.valid('param');
        await undoAppeal(world, c.var.actor, slug, cas, c.req.valid('json').version);
        return c.body(null, 204);
      },
    )
    .post(
      '/:slug/cases/:cas/messages',
      answers('Writes to somebody concerned'),
      caseHere,
      valid('json', WriteTo),
      async (c) => {
        const { slug, cas } = c.req.valid('param');
        await writeToParty(world, c.var.actor, slug, cas, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      '/:slug/cases/:cas/earlier',
      answers('What was measured against the author before, in all of the place', EarlierMeasures),
      caseHere,
      async (c) => {
        const { slug, cas } = c.req.valid('param');
        return c.json(await earlierAtDesk(world, c.var.actor, slug, cas), 200);
      },
    )
    .post(
      '/:slug/cases/:cas/notices/:ntc/measure',
      answers('Warns whoever sent a notice, or lets her notices rest'),
      noticeHere,
      valid('json', MeasureNotifier),
      async (c) => {
        const { slug, cas, ntc } = c.req.valid('param');
        await measureNotifier(world, c.var.actor, slug, [cas, ntc], c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .get('/:slug/colleagues', answers('Whom a case can be handed to', Colleagues), place, async (c) =>
      c.json(await colleagues(world, c.var.actor, c.req.valid('param').slug), 200),
    );
