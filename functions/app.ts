import { Hono } from 'hono';
import { openAPIRouteHandler } from 'hono-openapi';
import { Problem } from '#shared/problems.ts';
import { answering, answers } from './answers/routes.ts';
import { ballots } from './ballots/routes.ts';
import { consultationDesk, placeConsultations } from './consultations/desk-routes.ts';
import { batches, countedBatches } from './batches/routes.ts';
import { consultations } from './consultations/routes.ts';
import { contacts } from './contacts/routes.ts';
import { contributions } from './contributions/routes.ts';
import { documents } from './documents/routes.ts';
import { knowActor } from './http/actor.ts';
import { firstRun } from './first-run/routes.ts';
import type { Env } from './http/env.ts';
import { cacheRules, limitBody, logRequests, refuseCrossSite } from './http/guards.ts';
import { securityHeaders } from './http/headers.ts';
import { answerProblem } from './http/problem.ts';
import { looks } from './looks/routes.ts';
import { measures } from './measures/routes.ts';
import { deskBooks } from './moderation/book-routes.ts';
import { desk } from './moderation/desk-routes.ts';
import { reports } from './moderation/report-routes.ts';
import { moderation } from './moderation/routes.ts';
import { news } from './news/routes.ts';
import { auditing } from './opinion/routes.ts';
import { operations } from './operations/routes.ts';
import { overview } from './overview/routes.ts';
import { participants } from './participants/routes.ts';
import { passkeys } from './passkeys/routes.ts';
import { places } from './places/routes.ts';
import { progress } from './progress/routes.ts';
import { replies } from './replies/routes.ts';
import { staff } from './staff/routes.ts';
import { suggestions } from './suggestions/routes.ts';
import { versions } from './versions/routes.ts';
import type { World } from './world.ts';

/** The API, one chained expression: its type is the contract that the web calls through. */
const createApi = (world: World) =>
  new Hono<Env>()
    .use(refuseCrossSite, cacheRules, limitBody, knowActor(world))
    .route('/places', places(world))
    .route('/places', batches(world))
    .route('/places', placeConsultations(world))
    .route('/consultations', consultations(world))
    .route('/consultations', auditing(world))
    .route('/consultations', consultationDesk(world))
    .route('/consultations', documents(world))
    .route('/consultations', ballots(world))
    .route('/consultations', countedBatches(world))
    .route('/consultations', progress(world))
    .route('/consultations', news(world))
    .route('/consultations', contributions(world))
    .route('/consultations', replies(world))
    .route('/consultations', versions(world))
    .route('/consultations', suggestions(world))
    .route('/consultations', answers(world))
    .route('/consultations', measures(world))
    .route('/consultations', overview(world))
    .route('/places', desk(world))
    .route('/places', deskBooks(world))
    .route('/places', reports(world))
    .route('/', moderation(world))
    .route('/first-run', firstRun(world))
    .route('/operations', operations(world))
    .route('/', answering(world))
    .route('/', contacts(world))
    .route('/', participants(world))
    .route('/', passkeys(world))
    .route('/', staff(world));

export type App = ReturnType<typeof createApi>;

const DESCRIPTION = {
  documentation: {
    openapi: '3.1.0',
    info: {
      title: 'Equal Say',
      version: '1',
      description: 'Consultations that everybody can read, vote and write in. Errors are problems of RFC 9457.',
    },
    servers: [{ url: '/api' }],
  },
};

/** What the entries add: pages. */
type Given = { pages?: (app: Hono<Env>) => Hono<Env> };

export const createApp = (world: World, { pages }: Given = {}): Hono<Env> => {
  const api = createApi(world);
  const app = new Hono<Env>()
    .use(logRequests(world), securityHeaders)
    .route('/api', api)
    .get('/api/openapi.json', openAPIRouteHandler(api, DESCRIPTION))
    .route('/', looks(world))
    .get('/health', (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }))
    .all('/api/*', () => {
      throw new Problem('not-found');
    });
  app.onError(answerProblem(world));
  app.notFound(() => {
    throw new Problem('not-found');
  });
  return pages ? pages(app) : app;
};
