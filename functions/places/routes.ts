import { Hono } from 'hono';
import { z } from 'zod';
import { PlaceBrief, PlaceList, PlaceView } from '#shared/consultations/views.ts';
import { LedgerLine } from '#shared/ledger/schema.ts';
import { DayRoots, LedgerFile } from '#shared/ledger/seals.ts';
import { OpenPlace } from '#shared/places/schema.ts';
import { AskingAnswer, EarlierConsent, NewLogo, SetUpChange } from '#shared/places/set-up.ts';
import { BelowView, SetUpView } from '#shared/places/views.ts';
import { Texts } from '#shared/texts.ts';
import { answers } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { LedgerQuery, place, toneHere, VersionQuery } from '../http/params.ts';
import { valid } from '../http/valid.ts';
import { readLedger } from '../ledger/reading.ts';
import { dayRoots, ledgerFile } from '../ledger/sealing.ts';
import type { World } from '../world.ts';
import { viewBelow } from './below.ts';
import { openPlaceAtTop, openPlaceBelow } from './opening.ts';
import { changeLogo, removeLogo } from './logo.ts';
import { briefOf, listPlaces, placeIdAt, viewPlace } from './service.ts';
import { changePlace, earlierConsents, houseRulesIn, viewSetUp } from './set-up.ts';
import { answerAsking } from './tree.ts';

const LedgerPage = z.object({
  lines: z.array(LedgerLine),
  /** Of the people whom the lines name by id. */
  names: z.record(z.string(), z.string()),
  /** Of the consultations. */
  titles: z.record(z.string(), Texts),
  /** Of the other places. */
  places: z.record(z.string(), Texts),
  next: z.string().optional(),
});

export const places = (world: World) =>
  new Hono<Env>()
    .get('/', answers('All places', PlaceList), async (c) => c.json(await listPlaces(world), 200))
    .post(
      '/',
      answers('Opens one more place at the top (operator)', PlaceBrief, 201),
      valid('json', OpenPlace),
      async (c) => c.json(briefOf(await openPlaceAtTop(world, c.var.actor, c.req.valid('json'))), 201),
    )
    .post(
      '/:slug/places',
      answers('Opens a place below this one (coordinator)', PlaceBrief, 201),
      place,
      valid('json', OpenPlace),
      async (c) =>
        c.json(briefOf(await openPlaceBelow(world, c.var.actor, c.req.valid('param').slug, c.req.valid('json'))), 201),
    )
    .get('/:slug/below', answers('What is asked in the places below (staff)', BelowView), place, async (c) =>
      c.json(await viewBelow(world, c.var.actor, c.req.valid('param').slug), 200),
    )
    .post(
      '/:slug/below',
      answers('Answers a place that asks to stand below this one (coordinator)'),
      place,
      valid('json', AskingAnswer),
      async (c) => {
        await answerAsking(world, c.var.actor, c.req.valid('param').slug, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .get('/:slug', answers('A place and the consultations that residents may read', PlaceView), place, async (c) =>
      c.json(await viewPlace(world, c.req.valid('param').slug), 200),
    )
    .get(
      '/:slug/earlier-consents',
      answers('Consent texts that were replaced, the newest first', z.array(EarlierConsent)),
      place,
      async (c) => c.json(await earlierConsents(world, c.req.valid('param').slug), 200),
    )
    .get('/:slug/set-up', answers('All that its coordinators decide about a place', SetUpView), place, async (c) =>
      c.json(await viewSetUp(world, c.var.actor, c.req.valid('param').slug), 200),
    )
    .put(
      '/:slug/set-up',
      answers('Changes one part of a place (coordinator)'),
      place,
      valid('json', SetUpChange),
      async (c) => {
        await changePlace(world, c.var.actor, c.req.valid('param').slug, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .put('/:slug/logo', answers('A new logo (coordinator)'), place, valid('json', NewLogo), async (c) => {
      await changeLogo(world, c.var.actor, c.req.valid('param').slug, c.req.valid('json'));
      return c.body(null, 204);
    })
    .delete('/:slug/logo', answers('Takes the logo away'), place, valid('query', VersionQuery), async (c) => {
      await removeLogo(world, c.var.actor, c.req.valid('param').slug, c.req.valid('query').version);
      return c.body(null, 204);
    })
    .get('/:slug/ledger/roots', answers('The last seal of the ledger of each day', DayRoots), place, async (c) =>
      c.json(await dayRoots(world, await placeIdAt(world, c.req.valid('param').slug)), 200),
    )
    .get(
      '/:slug/ledger/file',
      answers('All lines and seals of the ledger, to be checked elsewhere (coordinator, analyst)', LedgerFile),
      place,
      async (c) => {
        const { slug } = c.req.valid('param');
        const file = await ledgerFile(world, c.var.actor, await placeIdAt(world, slug));
        return c.json(file, 200, { 'Content-Disposition': `attachment; filename="ledger-${slug}.json"` });
      },
    )
    .get(
      '/:slug/tones/:tone',
      answers("The house's own house rules, in the languages of a place", Texts),
      toneHere,
      async (c) => {
        const { slug, tone } = c.req.valid('param');
        return c.json(await houseRulesIn(world, c.var.actor, slug, tone), 200);
      },
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
