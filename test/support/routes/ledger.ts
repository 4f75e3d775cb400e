import type { SliceRoutes } from '../every-route.ts';

export const routes: SliceRoutes = {
  table: `
GET    /api/places/:slug/ledger/roots                        any        200     200      200     200      200       200     200         200     200       200
GET    /api/places/:slug/ledger/file                         any        401     403      403     403      403       403     200         200     403       403
`,
  ask: {
    'GET /api/places/:slug/ledger/roots': ({ place }) => ({ path: `/places/${place.slug}/ledger/roots` }),
    'GET /api/places/:slug/ledger/file': ({ place }) => ({ path: `/places/${place.slug}/ledger/file` }),
  },
};
