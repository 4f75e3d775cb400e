import { aPlace } from '../builders.ts';
import type { SliceRoutes } from '../every-route.ts';
import { PICTURES } from '../pictures.ts';

let opened = 0;
const opening = (kind: string) => ({
  name: 'New Town',
  slug: `opened-${++opened}`,
  kind,
  language: 'en',
  timeZone: 'Europe/Rome',
  controller: 'The town',
  contact: 'privacy@example.org',
  ageOfConsent: 14,
});

export const routes: SliceRoutes = {
  table: `
GET    /api/places/:slug/set-up                              any        401     403      403     403      403       403     200         403     403       403
PUT    /api/places/:slug/set-up                              any        401     403      403     403      403       403     204         403     403       403
PUT    /api/places/:slug/logo                                any        401     403      403     403      403       403     204         403     403       403
DELETE /api/places/:slug/logo                                any        401     403      403     403      403       403     204         403     403       403
GET    /api/places/:slug/tones/:tone                         any        401     403      403     403      403       403     200         403     403       403
GET    /api/places/:slug/earlier-consents                    any        200     200      200     200      200       200     200         200     200       200
POST   /api/places                                           any        401     403      403     403      403       403     201         403     403       403
POST   /api/places/:slug/places                              any        401     403      403     403      403       403     201         403     403       403
GET    /api/places/:slug/below                               any        401     403      403     403      403       200     200         200     403       403
POST   /api/places/:slug/below                               any        401     403      403     403      403       403     204         403     403       403
`,
  ask: {
    'POST /api/places': () => ({ path: '/places', body: opening('region') }),
    'POST /api/places/:slug/places': ({ place }) => ({
      path: `/places/${place.slug}/places`,
      body: opening('network'),
    }),
    'GET /api/places/:slug/below': ({ place }) => ({ path: `/places/${place.slug}/below` }),
    'POST /api/places/:slug/below': async ({ place }, _, __, world) => ({
      path: `/places/${place.slug}/below`,
      body: { place: (await aPlace(world, { asks: place.id })).id, answer: 'decline' },
    }),
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
