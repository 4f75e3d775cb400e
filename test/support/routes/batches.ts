import { aBatch, someCards } from '../batches.ts';
import { at, type Route, type SliceRoutes } from '../every-route.ts';

/** Each time a batch of its own: an act changes it. */
const ofBatch =
  (rest: string, body?: (version: number) => object): Route =>
  async ({ place }, _, __, world) => {
    const { number, version } = await aBatch(world, place);
    return { path: `/places/${place.slug}/batches/${number}${rest}`, ...(body && { body: body(version) }) };
  };

export const routes: SliceRoutes = {
  table: `
GET    /api/places/:slug/batches                             any        401     403      403     200      403       403     200         403     403       403
POST   /api/places/:slug/batches                             any        401     403      403     403      403       403     201         403     403       403
GET    /api/places/:slug/handers                             any        401     403      403     403      403       403     200         403     403       403
GET    /api/places/:slug/batches/:batch                      any        401     403      403     404      403       403     200         403     403       403
POST   /api/places/:slug/batches/:batch/cards                any        401     403      403     403      403       403     200         403     403       403
POST   /api/places/:slug/batches/:batch/revocation           any        401     403      403     403      403       403     200         403     403       403
PUT    /api/places/:slug/batches/:batch/handed               any        401     403      403     404      403       403     200         403     403       403
GET    /api/consultations/:con/batches                       open       401     403      403     403      403       403     200         403     403       403
GET    /api/consultations/:con/batches                       closed     401     403      403     403      403       403     200         403     403       403
GET    /api/consultations/:con/batches                       preparing  404     404      404     403      403       403     200         403     404       404
PUT    /api/consultations/:con/batches/:batch                open       401     403      403     403      403       403     200         403     403       403
PUT    /api/consultations/:con/batches/:batch                closed     401     403      403     403      403       403     200         403     403       403
PUT    /api/consultations/:con/batches/:batch                preparing  404     404      404     403      403       403     200         403     404       404
`,
  ask: {
    'GET /api/consultations/:con/batches': (_, scene) => ({ path: at(scene, '/batches') }),
    'PUT /api/consultations/:con/batches/:batch': async ({ place }, scene, _, world) => {
      const { batch } = await someCards(world, place);
      const body = { counting: 'excluded', reason: 'Sold on a market.', version: 0 };
      return { path: at(scene, `/batches/${batch.number}`), body };
    },
    'GET /api/places/:slug/batches': ({ place }) => ({ path: `/places/${place.slug}/batches` }),
    'POST /api/places/:slug/batches': ({ place }) => ({
      path: `/places/${place.slug}/batches`,
      body: {
        purpose: 'School gate',
        size: 20,
        lastDay: '2027-01-31',
        consultations: [],
        name: 'Rosa',
      },
    }),
    'GET /api/places/:slug/handers': ({ place }) => ({ path: `/places/${place.slug}/handers` }),
    'GET /api/places/:slug/batches/:batch': ofBatch(''),
    'POST /api/places/:slug/batches/:batch/cards': ofBatch('/cards', (version) => ({ version, languages: ['en'] })),
    'POST /api/places/:slug/batches/:batch/revocation': ofBatch('/revocation', (version) => ({
      reason: 'They were lost.',
      version,
    })),
    'PUT /api/places/:slug/batches/:batch/handed': ofBatch('/handed', (version) => ({ handed: 3, version })),
  },
};
