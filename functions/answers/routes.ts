import { Hono } from 'hono';
import { z } from 'zod';
import { AskAddressee, TranslateAnswer, WriteAnswer } from '#shared/answers/schema.ts';
import { AnsweringView, AnswersView, AskingDesk, BecameView } from '#shared/answers/views.ts';
import { asCsv } from '../http/csv.ts';
import { answers as says } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import {
  addressee,
  addresseePoint,
  answeringLink,
  answeringPoint,
  consultation,
  contribution,
  LanguageQuery,
} from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { translateAnswer, viewAnswering, writeAnswer } from './answering.ts';
import { askAddressee, endAsking, renewLink, viewAskingDesk } from './asking.ts';
import { becameOf } from './becoming.ts';
import { exportAnswers } from './exporting.ts';
import { viewAnswers } from './reading.ts';

/** `mailed`: it is also on its way by mail. */
const Link = z.object({ link: z.string(), mailed: z.boolean() });

const published = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/answers',
      says('What was answered to each passage, what is done about it, and where the whole stands', AnswersView),
      consultation,
      async (c) => c.json(await viewAnswers(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .get('/:con/answers/export.csv', says('Answers and measures as a table', z.unknown()), consultation, async (c) => {
      const { con } = c.req.valid('param');
      return c.body(await asCsv(await exportAnswers(world, c.var.actor, con)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${con}-answers.csv"`,
      });
    })
    .get(
      '/:con/answers/export.json',
      says('The same as data', z.array(z.record(z.string(), z.union([z.string(), z.number()])))),
      consultation,
      async (c) => c.json(await exportAnswers(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .get(
      '/:con/contributions/:ctr/became',
      says('What became of a contribution: before and after, answers, measures', BecameView),
      contribution,
      valid('query', LanguageQuery),
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        return c.json(await becameOf(world, c.var.actor, con, ctr, c.req.valid('query').language), 200);
      },
    );

const desk = (world: World) =>
  new Hono<Env>()
    .get('/:con/addressees', says('Who is asked to answer (drafter)', AskingDesk), consultation, async (c) =>
      c.json(await viewAskingDesk(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .post(
      '/:con/addressees',
      says('Asks an institution to answer, by a link of its own (drafter)', Link, 201),
      consultation,
      valid('json', AskAddressee),
      async (c) => c.json(await askAddressee(world, c.var.actor, c.req.valid('param').con, c.req.valid('json')), 201),
    )
    .post('/:con/addressees/:adr/link', says('A new link; the old one ends (drafter)', Link), addressee, async (c) => {
      const { con, adr } = c.req.valid('param');
      return c.json(await renewLink(world, c.var.actor, con, adr), 200);
    })
    .delete('/:con/addressees/:adr', says('Asks no longer (drafter)'), addressee, async (c) => {
      const { con, adr } = c.req.valid('param');
      await endAsking(world, c.var.actor, con, adr);
      return c.body(null, 204);
    })
    .put(
      '/:con/addressees/:adr/answers/:psg/translations',
      says('The reason of an answer in other languages (mediator, drafter)'),
      addresseePoint,
      valid('json', TranslateAnswer),
      async (c) => {
        const { con, adr, psg } = c.req.valid('param');
        const which = { addressee: adr, passage: psg };
        await translateAnswer(world, c.var.actor, con, which, c.req.valid('json'));
        return c.body(null, 204);
      },
    );

/** Of a consultation: what everybody reads, and the desk that asks. */
export const answers = (world: World) => new Hono<Env>().route('/', published(world)).route('/', desk(world));

/** For whoever holds the link of an institution. */
export const answering = (world: World) =>
  new Hono<Env>()
    .get('/answering/:token', says('What the link asks to answer', AnsweringView), answeringLink, async (c) =>
      c.json(await viewAnswering(world, c.req.valid('param').token), 200),
    )
    .put(
      '/answering/:token/points/:psg',
      says('Keeps a draft of an answer, or gives it', z.object({ version: z.int() })),
      answeringPoint,
      valid('json', WriteAnswer),
      async (c) => {
        const { token, psg } = c.req.valid('param');
        return c.json(await writeAnswer(world, token, psg, c.req.valid('json')), 200);
      },
    );
