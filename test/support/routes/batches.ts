import { aBatch } from '../batches.ts';
import type { Route, SliceRoutes } from '../every-route.ts';

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
GET    /api/places/:slug/batches/:batch                      any        401     403      403     404      403       403     200         403     403       403
POST   /api/places/:slug/batches/:batch/cards                any        401     403      403     403      403       403     200         403     403       403
POST   /api/places/:slug/batches/:batch/revocation           any        401     403      403     403      403       403     200         403     403       403
PUT    /api/places/:slug/batches/:batch/handed               any        401     403      403     404      403       403     200         403     403       403
`,
  ask: {
    'GET /api/places/:slug/batches': ({ place }) => ({ path: `/places/${place.slug}/batches` }),
    'POST /api/places/:slug/batches': ({ place }) => ({
      path: `/places/${place.slug}/batches`,
      body: {
        purpose: 'School gate',
        size: 20,
        lastDay: '2027-01-31',
        consultations: [],
        hander: { name: 'Rosa' },
      },
    }),
    'GET /api/places/:slug/batches/:batch': ofBatch(''),
    'POST /api/places/:slug/batches/:batch/cards': ofBatch('/cards', (version) => ({ version })),
    'POST /api/places/:slug/batches/:batch/revocation': ofBatch('/revocation', (version) => ({
      reason: 'They were lost.',
      version,
    })),
    'PUT /api/places/:slug/batches/:batch/handed': ofBatch('/handed', (version) => ({ handed: 3, version })),
  },
};
