import type { SliceRoutes } from '../every-route.ts';
import { PICTURES } from '../pictures.ts';

export const routes: SliceRoutes = {
  table: `
GET    /api/places/:slug/set-up                              any        401     403      403     403      403       403     200         403     403       403
PUT    /api/places/:slug/set-up                              any        401     403      403     403      403       403     204         403     403       403
PUT    /api/places/:slug/logo                                any        401     403      403     403      403       403     204         403     403       403
DELETE /api/places/:slug/logo                                any        401     403      403     403      403       403     204         403     403       403
GET    /api/places/:slug/tones/:tone                         any        401     403      403     403      403       403     200         403     403       403
GET    /api/places/:slug/earlier-consents                    any        200     200      200     200      200       200     200         200     200       200
`,
  ask: {
    'GET /api/places/:slug/earlier-consents': ({ place }) => ({ path: `/places/${place.slug}/earlier-consents` }),
    'GET /api/places/:slug/tones/:tone': ({ place }) => ({ path: `/places/${place.slug}/tones/formal` }),
    'GET /api/places/:slug/set-up': ({ place }) => ({ path: `/places/${place.slug}/set-up` }),
    'PUT /api/places/:slug/set-up': ({ place }) => ({
      path: `/places/${place.slug}/set-up`,
      body: { part: 'sharing', version: 1000, clonableBy: 'everybody' },
    }),
    'PUT /api/places/:slug/logo': ({ place }) => ({
      path: `/places/${place.slug}/logo`,
      body: { version: 1000, picture: PICTURES.png.toString('base64'), alt: { en: 'A harbour' } },
    }),
    'DELETE /api/places/:slug/logo': ({ place }) => ({ path: `/places/${place.slug}/logo?version=1000` }),
  },
};
