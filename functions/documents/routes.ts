import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { ArrangeText, EditPassage, ImportText, NameText, TextDesk } from '#shared/documents/requests.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation, passage } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import { requireActor } from '../participants/actor.ts';
import type { World } from '../world.ts';
import { arrangeText, nameText } from './arranging.ts';
import { editPassage } from './editing.ts';
import { importText } from './importing.ts';
import { viewTextDesk } from './office.ts';

/** Nobody's file is read before we know who sends it. */
const signedIn = createMiddleware<Env>(async (c, next) => {
  requireActor(c.var.actor);
  await next();
});

/** The desk of a text. Residents read it by the routes of its consultation. */
export const documents = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/text',
      answers('The text with all its words, and what could not be kept of it (coordinator, drafter)', TextDesk),
      consultation,
      async (c) => c.json(await viewTextDesk(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .post(
      '/:con/text',
      answers('Reads a text as Markdown or DOCX and divides it into passages (coordinator, drafter)'),
      signedIn,
      consultation,
      valid('json', ImportText),
      async (c) => {
        await importText(world, c.var.actor, c.req.valid('param').con, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .patch(
      '/:con/text',
      answers('Changes the title of the whole text and its kind (coordinator, drafter)'),
      consultation,
      valid('json', NameText),
      async (c) => {
        await nameText(world, c.var.actor, c.req.valid('param').con, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      '/:con/text/arrangement',
      answers('Moves, divides, joins or drops a passage, until a minute before it opens (coordinator, drafter)'),
      consultation,
      valid('json', ArrangeText),
      async (c) => {
        await arrangeText(world, c.var.actor, c.req.valid('param').con, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .put(
      '/:con/passages/:psg',
      answers('Changes the words of a passage, side by side in its languages (coordinator, drafter)'),
      passage,
      valid('json', EditPassage),
      async (c) => {
        const { con, psg } = c.req.valid('param');
        await editPassage(world, c.var.actor, con, psg, c.req.valid('json'));
        return c.body(null, 204);
      },
    );
