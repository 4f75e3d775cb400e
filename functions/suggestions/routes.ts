import { Hono } from 'hono';
import { z } from 'zod';
import {
  AskSuggestion,
  AskSuggestions,
  ChangeWork,
  GroupName,
  Merge,
  NameGroup,
  Work,
  WorkedOnMany,
  WorkOnMany,
  WriteNote,
} from '#shared/suggestions/schema.ts';
import { SuggestionsPage, SuggestionView } from '#shared/suggestions/views.ts';
import { asCsv, csvHeaders } from '../http/csv.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { consultation, contribution, opinionGroup, suggestionNote, VersionQuery } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import type { World } from '../world.ts';
import { exportSuggestions } from './exporting.ts';
import { nameGroup } from './group-names.ts';
import { listSuggestions } from './listing.ts';
import { mergeSuggestion, undoMerge } from './merging.ts';
import { takeNoteBack, writeNote } from './notes.ts';
import { viewSuggestion } from './reading.ts';
import { workOn, workOnMany } from './working.ts';

const ONE = '/:con/suggestions/:ctr';

/** What drafters do with suggestions. */
export const suggestions = (world: World) =>
  new Hono<Env>()
    .get(
      '/:con/suggestions',
      answers('Suggestions as the last count ranks them, by page (staff)', SuggestionsPage),
      consultation,
      valid('query', AskSuggestions),
      async (c) =>
        c.json(await listSuggestions(world, c.var.actor, c.req.valid('param').con, c.req.valid('query')), 200),
    )
    .post(
      '/:con/suggestions/many',
      answers('The same done to many suggestions (drafter)', WorkedOnMany),
      consultation,
      valid('json', WorkOnMany),
      async (c) => c.json(await workOnMany(world, c.var.actor, c.req.valid('param').con, c.req.valid('json')), 200),
    )
    .get(
      '/:con/suggestions/export.csv',
      answers('Every suggestion with figures, tags and answers, as a table (staff)', z.unknown()),
      consultation,
      async (c) => {
        const { con } = c.req.valid('param');
        return c.body(await asCsv(await exportSuggestions(world, c.var.actor, con)), 200, csvHeaders(con));
      },
    )
    .get(
      '/:con/suggestions/export.json',
      answers('The same as data (staff)', z.array(z.record(z.string(), z.union([z.string(), z.number()])))),
      consultation,
      async (c) => c.json(await exportSuggestions(world, c.var.actor, c.req.valid('param').con), 200),
    )
    .get(
      ONE,
      answers('One suggestion with all that was done about it (drafter)', SuggestionView),
      contribution,
      valid('query', AskSuggestion),
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        return c.json(await viewSuggestion(world, c.var.actor, con, ctr, c.req.valid('query')), 200);
      },
    )
    .patch(
      ONE,
      answers('Tags, who looks after it, what became of it (drafter)', Work),
      contribution,
      valid('json', ChangeWork),
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        return c.json(await workOn(world, c.var.actor, con, ctr, c.req.valid('json')), 200);
      },
    )
    .put(
      `${ONE}/merge`,
      answers('Merges it into one that stands for both (drafter)'),
      contribution,
      valid('json', Merge),
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        await mergeSuggestion(world, c.var.actor, con, ctr, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .delete(
      `${ONE}/merge`,
      answers('Takes it apart again (drafter)'),
      contribution,
      valid('query', VersionQuery),
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        await undoMerge(world, c.var.actor, con, ctr, c.req.valid('query').version);
        return c.body(null, 204);
      },
    )
    .post(
      `${ONE}/notes`,
      answers('A note between colleagues (drafter)'),
      contribution,
      valid('json', WriteNote),
      async (c) => {
        const { con, ctr } = c.req.valid('param');
        await writeNote(world, c.var.actor, con, ctr, c.req.valid('json').text);
        return c.body(null, 204);
      },
    )
    .delete(`${ONE}/notes/:note`, answers('Takes an own note back (drafter)'), suggestionNote, async (c) => {
      const { con, ctr, note } = c.req.valid('param');
      await takeNoteBack(world, c.var.actor, con, ctr, note);
      return c.body(null, 204);
    })
    .put(
      '/:con/groups/:label/name',
      answers('What the drafters call an opinion group (drafter)', GroupName),
      opinionGroup,
      valid('json', NameGroup),
      async (c) => {
        const { con, label } = c.req.valid('param');
        return c.json(await nameGroup(world, c.var.actor, con, label, c.req.valid('json')), 200);
      },
    );
