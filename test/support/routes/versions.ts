import { draftPassageStep, draftStep, saveComment } from '#functions/versions/store.ts';
import { keys } from '#functions/storage/keys.ts';
import { queryAll, remove, transact } from '#functions/storage/table.ts';
import { newTimedId } from '#functions/world.ts';
import { at, type Route, type Scene, type SliceRoutes } from '../every-route.ts';
import type { TestWorld } from '../world.ts';

const path = (scene: Scene, rest = ''): string => at(scene, `/documents/${scene.passage.document}/draft${rest}`);

/** The draft anew each time, for an act changes it; `begun` false: none. */
const draftIn = async (world: TestWorld, { consultation, passage }: Scene, begun: boolean): Promise<void> => {
  const { pk } = keys.draft(passage.document);
  for (const { sk } of await queryAll(world.storage, 'records', { pk }))
    await remove(world.storage, 'records', { pk, sk });
  if (!begun) return;
  const { document } = passage;
  const order = [{ passage: passage.id, from: [] }];
  const draft = {
    consultation: consultation.id,
    document,
    base: 1,
    order,
    gone: [],
    note: {},
    shared: true,
    version: 1,
  };
  const drafted = { passage: passage.id, cites: [], version: 1 };
  await transact(world.storage, [draftStep(draft), draftPassageStep(document, drafted)]);
};

const onDraft =
  (rest: (scene: Scene) => string, body?: (scene: Scene) => object): Route =>
  async (_, scene, __, world) => {
    await draftIn(world, scene, true);
    return { path: path(scene, rest(scene)), ...(body && { body: body(scene) }) };
  };

const words = { heading: { en: 'H' }, text: { en: 'T' }, summary: {}, version: 1 };

export const routes: SliceRoutes = {
  table: `
GET    /api/consultations/:con/versions                             open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/versions                             closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/versions                             preparing  404     404      404     200      200       200     200         200     404       404
GET    /api/consultations/:con/documents/:doc/comparison            open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/documents/:doc/comparison            closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/documents/:doc/comparison            preparing  404     404      404     200      200       200     200         200     404       404
GET    /api/consultations/:con/contributions/:ctr/citations          open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions/:ctr/citations          closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions/:ctr/citations          preparing  404     404      404     200      200       200     200         200     404       404
GET    /api/consultations/:con/passages/:psg/comparison             open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/passages/:psg/comparison             closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/passages/:psg/comparison             preparing  404     404      404     200      200       200     200         200     404       404
GET    /api/consultations/:con/drafts                               open       401     403      403     200      200       200     200         200     403       403
GET    /api/consultations/:con/drafts                               closed     401     403      403     200      200       200     200         200     403       403
GET    /api/consultations/:con/drafts                               preparing  404     404      404     200      200       200     200         200     404       404
POST   /api/consultations/:con/documents/:doc/draft                 open       401     403      403     403      403       204     204         403     403       403
POST   /api/consultations/:con/documents/:doc/draft                 closed     401     403      403     403      403       409     409         403     403       403
POST   /api/consultations/:con/documents/:doc/draft                 preparing  404     404      404     403      403       409     409         403     404       404
DELETE /api/consultations/:con/documents/:doc/draft                 open       401     403      403     403      403       204     204         403     403       403
DELETE /api/consultations/:con/documents/:doc/draft                 closed     401     403      403     403      403       204     204         403     403       403
DELETE /api/consultations/:con/documents/:doc/draft                 preparing  404     404      404     403      403       204     204         403     404       404
PUT    /api/consultations/:con/documents/:doc/draft/note            open       401     403      403     403      403       204     204         403     403       403
PUT    /api/consultations/:con/documents/:doc/draft/note            closed     401     403      403     403      403       204     204         403     403       403
PUT    /api/consultations/:con/documents/:doc/draft/note            preparing  404     404      404     403      403       204     204         403     404       404
POST   /api/consultations/:con/documents/:doc/draft/order           open       401     403      403     403      403       200     200         403     403       403
POST   /api/consultations/:con/documents/:doc/draft/order           closed     401     403      403     403      403       200     200         403     403       403
POST   /api/consultations/:con/documents/:doc/draft/order           preparing  404     404      404     403      403       200     200         403     404       404
GET    /api/consultations/:con/documents/:doc/draft/passages/:psg   open       401     403      403     200      200       200     200         200     403       403
GET    /api/consultations/:con/documents/:doc/draft/passages/:psg   closed     401     403      403     200      200       200     200         200     403       403
GET    /api/consultations/:con/documents/:doc/draft/passages/:psg   preparing  404     404      404     200      200       200     200         200     404       404
PUT    /api/consultations/:con/documents/:doc/draft/passages/:psg   open       401     403      403     403      403       204     204         403     403       403
PUT    /api/consultations/:con/documents/:doc/draft/passages/:psg   closed     401     403      403     403      403       204     204         403     403       403
PUT    /api/consultations/:con/documents/:doc/draft/passages/:psg   preparing  404     404      404     403      403       204     204         403     404       404
PUT    /api/consultations/:con/documents/:doc/draft/passages/:psg/cites open    401     403      403     403      403       204     204         403     403       403
PUT    /api/consultations/:con/documents/:doc/draft/passages/:psg/cites closed  401     403      403     403      403       204     204         403     403       403
PUT    /api/consultations/:con/documents/:doc/draft/passages/:psg/cites preparing 404   404      404     403      403       204     204         403     404       404
POST   /api/consultations/:con/documents/:doc/draft/comments        open       401     403      403     204      204       204     204         204     403       403
POST   /api/consultations/:con/documents/:doc/draft/comments        closed     401     403      403     204      204       204     204         204     403       403
POST   /api/consultations/:con/documents/:doc/draft/comments        preparing  404     404      404     204      204       204     204         204     404       404
DELETE /api/consultations/:con/documents/:doc/draft/comments/:comment open     401     403      403     403      403       403     403         403     403       403
DELETE /api/consultations/:con/documents/:doc/draft/comments/:comment closed   401     403      403     403      403       403     403         403     403       403
DELETE /api/consultations/:con/documents/:doc/draft/comments/:comment preparing 404    404      404     403      403       403     403         403     404       404
GET    /api/consultations/:con/documents/:doc/draft/check           open       401     403      403     403      403       200     200         403     403       403
GET    /api/consultations/:con/documents/:doc/draft/check           closed     401     403      403     403      403       200     200         403     403       403
GET    /api/consultations/:con/documents/:doc/draft/check           preparing  404     404      404     403      403       200     200         403     404       404
PUT    /api/consultations/:con/documents/:doc/draft/placings/:ctr   open       401     403      403     403      403       404     404         403     403       403
PUT    /api/consultations/:con/documents/:doc/draft/placings/:ctr   closed     401     403      403     403      403       404     404         403     403       403
PUT    /api/consultations/:con/documents/:doc/draft/placings/:ctr   preparing  404     404      404     403      403       404     404         403     404       404
POST   /api/consultations/:con/documents/:doc/draft/publication     open       401     403      403     403      403       409     409         403     403       403
POST   /api/consultations/:con/documents/:doc/draft/publication     closed     401     403      403     403      403       409     409         403     403       403
POST   /api/consultations/:con/documents/:doc/draft/publication     preparing  404     404      404     403      403       409     409         403     404       404
`,
  ask: {
    'GET /api/consultations/:con/versions': (_, scene) => ({ path: at(scene, '/versions') }),
    'GET /api/consultations/:con/documents/:doc/comparison': (_, scene) => ({
      path: at(scene, `/documents/${scene.passage.document}/comparison?from=1&to=1`),
    }),
    'GET /api/consultations/:con/passages/:psg/comparison': (_, scene) => ({
      path: at(scene, `/passages/${scene.passage.id}/comparison?from=1`),
    }),
    'GET /api/consultations/:con/contributions/:ctr/citations': (_, scene) => ({
      path: at(scene, `/contributions/ctr_${'0'.repeat(16)}/citations`),
    }),
    'GET /api/consultations/:con/drafts': (_, scene) => ({ path: at(scene, '/drafts') }),
    'POST /api/consultations/:con/documents/:doc/draft': async (_, scene, __, world) => {
      await draftIn(world, scene, false);
      return { path: path(scene) };
    },
    'DELETE /api/consultations/:con/documents/:doc/draft': onDraft(() => '?version=1'),
    'PUT /api/consultations/:con/documents/:doc/draft/note': onDraft(
      () => '/note',
      () => ({ note: { en: 'N' }, shared: true, version: 1 }),
    ),
    'POST /api/consultations/:con/documents/:doc/draft/order': onDraft(
      () => '/order',
      ({ passage }) => ({ act: 'move', passage: passage.id, to: 1, version: 1 }),
    ),
    'GET /api/consultations/:con/documents/:doc/draft/passages/:psg': onDraft(
      ({ passage }) => `/passages/${passage.id}`,
    ),
    'PUT /api/consultations/:con/documents/:doc/draft/passages/:psg': onDraft(
      ({ passage }) => `/passages/${passage.id}`,
      () => words,
    ),
    'PUT /api/consultations/:con/documents/:doc/draft/passages/:psg/cites': onDraft(
      ({ passage }) => `/passages/${passage.id}/cites`,
      () => ({ contributions: [], version: 1 }),
    ),
    'POST /api/consultations/:con/documents/:doc/draft/comments': onDraft(
      () => '/comments',
      ({ passage }) => ({ passage: passage.id, text: 'Why?' }),
    ),
    /** Somebody else's: nobody takes back what she did not write. */
    'DELETE /api/consultations/:con/documents/:doc/draft/comments/:comment': async (_, scene, __, world) => {
      await draftIn(world, scene, true);
      const id = newTimedId(world, 'message');
      const by = `prt_${'0'.repeat(16)}` as const;
      const comment = { id, passage: scene.passage.id, text: 'Why?', by, name: 'Olga', at: world.now() };
      await saveComment(world, scene.passage.document, comment);
      return { path: path(scene, `/comments/${id}`) };
    },
    'GET /api/consultations/:con/documents/:doc/draft/check': onDraft(() => '/check'),
    /** Words whose place nobody doubts: there is nothing to decide. */
    'PUT /api/consultations/:con/documents/:doc/draft/placings/:ctr': onDraft(
      () => `/placings/ctr_${'0'.repeat(16)}`,
      ({ passage }) => ({ passage: passage.id }),
    ),
    'POST /api/consultations/:con/documents/:doc/draft/publication': onDraft(
      () => '/publication',
      () => ({ version: 1 }),
    ),
  },
};
