import { findConsultation } from '#functions/consultations/store.ts';
import { DAY, later, MINUTE } from '#shared/time.ts';
import { aConsultation } from '../builders.ts';
import { at, type Scene, type SliceRoutes } from '../every-route.ts';
import type { TestWorld } from '../world.ts';

/** Of one that is there no more, the first: whoever asks is then told something else. */
const versionOf = async (world: TestWorld, { consultation }: Scene): Promise<number> =>
  (await findConsultation(world, consultation.id))?.version ?? 1;

const note = { en: 'Asked for.' };

export const routes: SliceRoutes = {
  table: `
GET    /api/places/:slug/consultations                       any        401     403      403     200      200       200     200         200     403       403
POST   /api/places/:slug/consultations                       any        401     403      403     403      403       403     201         403     403       403
GET    /api/places/:slug/clones                              any        401     403      403     403      403       403     200         403     403       403
POST   /api/places/:slug/clones                              any        401     403      403     403      403       403     201         403     403       403
PATCH  /api/consultations/:con                               open       401     403      403     403      403       403     200         403     403       403
PATCH  /api/consultations/:con                               closed     401     403      403     403      403       403     200         403     403       403
PATCH  /api/consultations/:con                               preparing  404     404      404     403      403       403     200         403     404       404
DELETE /api/consultations/:con                               open       401     403      403     403      403       403     409         403     403       403
DELETE /api/consultations/:con                               closed     401     403      403     403      403       403     409         403     403       403
DELETE /api/consultations/:con                               preparing  404     404      404     403      403       403     204         403     404       404
GET    /api/consultations/:con/needs                         open       401     403      403     200      200       200     200         200     403       403
GET    /api/consultations/:con/needs                         closed     401     403      403     200      200       200     200         200     403       403
GET    /api/consultations/:con/needs                         preparing  404     404      404     200      200       200     200         200     404       404
POST   /api/consultations/:con/publication                   open       401     403      403     403      403       403     409         403     403       403
POST   /api/consultations/:con/publication                   closed     401     403      403     403      403       403     409         403     403       403
POST   /api/consultations/:con/publication                   preparing  404     404      404     403      403       403     409         403     404       404
PUT    /api/consultations/:con/dates                         open       401     403      403     403      403       403     200         403     403       403
PUT    /api/consultations/:con/dates                         closed     401     403      403     403      403       403     409         403     403       403
PUT    /api/consultations/:con/dates                         preparing  404     404      404     403      403       403     200         403     404       404
POST   /api/consultations/:con/closing                       open       401     403      403     403      403       403     200         403     403       403
POST   /api/consultations/:con/closing                       closed     401     403      403     403      403       403     409         403     403       403
POST   /api/consultations/:con/closing                       preparing  404     404      404     403      403       403     409         403     404       404
POST   /api/consultations/:con/phases                        open       401     403      403     403      403       403     200         403     403       403
POST   /api/consultations/:con/phases                        closed     401     403      403     403      403       403     409         403     403       403
POST   /api/consultations/:con/phases                        preparing  404     404      404     403      403       403     409         403     404       404
`,
  ask: {
    'GET /api/places/:slug/consultations': ({ place }) => ({ path: `/places/${place.slug}/consultations` }),
    'POST /api/places/:slug/consultations': ({ place }) => ({
      path: `/places/${place.slug}/consultations`,
      body: { title: 'New', question: 'What now?', language: 'en', languages: ['en'] },
    }),
    'GET /api/places/:slug/clones': ({ place }) => ({ path: `/places/${place.slug}/clones` }),
    'POST /api/places/:slug/clones': ({ place, scenes }) => ({
      path: `/places/${place.slug}/clones`,
      body: { from: scenes.closed.consultation.id },
    }),
    'PATCH /api/consultations/:con': async (_, scene, __, world) => ({
      path: at(scene),
      body: { version: await versionOf(world, scene), title: { en: `Homes at ${world.now()}` }, note },
    }),
    // A draft that is deleted is not there for the next one who asks.
    'DELETE /api/consultations/:con': async ({ place }, scene, _, world) => {
      const isDraft = scene.consultation.draft !== undefined;
      const { id } = isDraft ? (await aConsultation(world, { place, draft: true })).consultation : scene.consultation;
      return { path: `/consultations/${id}?version=1` };
    },
    'GET /api/consultations/:con/needs': (_, scene) => ({ path: at(scene, '/needs') }),
    'POST /api/consultations/:con/publication': async (_, scene, __, world) => ({
      path: at(scene, '/publication'),
      body: { version: await versionOf(world, scene), withoutTranslations: true, withoutText: true },
    }),
    'PUT /api/consultations/:con/dates': async (_, scene, __, world) => {
      const stages = [
        { phase: 'deliberating', from: later(world.now(), DAY) },
        { phase: 'drafting', from: later(world.now(), 2 * DAY) },
      ];
      const version = await versionOf(world, scene);
      return { path: at(scene, '/dates'), body: { version, stages, resultDates: [], reason: note } };
    },
    'POST /api/consultations/:con/closing': async (_, scene, __, world) => ({
      path: at(scene, '/closing'),
      body: { version: await versionOf(world, scene), at: later(world.now(), DAY), reason: note },
    }),
    'POST /api/consultations/:con/phases': async (_, scene, __, world) => ({
      path: at(scene, '/phases'),
      body: {
        to: 'deliberating',
        at: later(world.now(), 5 * MINUTE),
        reason: 'Asked for.',
        version: await versionOf(world, scene),
      },
    }),
  },
};
