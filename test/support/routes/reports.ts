import type { SliceRoutes } from '../every-route.ts';

export const routes: SliceRoutes = {
  table: `
GET    /api/places/:slug/transparency                        any        200     200      200     200      200       200     200         200     200       200
GET    /api/places/:slug/transparency.csv                    any        200     200      200     200      200       200     200         200     200       200
GET    /api/places/:slug/statements                          any        401     403      403     403      200       403     200         403     403       403
`,
  ask: {
    'GET /api/places/:slug/transparency': ({ place }) => ({ path: `/places/${place.slug}/transparency` }),
    'GET /api/places/:slug/transparency.csv': ({ place }) => ({ path: `/places/${place.slug}/transparency.csv` }),
    'GET /api/places/:slug/statements': ({ place }) => ({
      path: `/places/${place.slug}/statements?from=2026-01-01&until=2026-12-31`,
    }),
  },
};
