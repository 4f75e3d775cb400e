import { anAuthenticator } from '../authenticator.ts';
import type { SliceRoutes } from '../every-route.ts';

const token = 'x'.repeat(43);
const nobody = `prt_${'0'.repeat(16)}`;
const none = `inv_${'0'.repeat(16)}`;

/** What is sent names people and invitations that are not there: whoever may act learns that, everybody else nothing. */
export const routes: SliceRoutes = {
  table: `
GET    /api/places/:slug/staff                               any        401     403      403     200      200       200     200         200     403       403
PUT    /api/places/:slug/staff/:prt                          any        401     403      403     403      403       403     404         403     403       403
POST   /api/places/:slug/invitations                         any        401     403      403     403      403       403     201         403     403       403
DELETE /api/places/:slug/invitations/:inv                    any        401     403      403     403      403       403     404         403     403       403
GET    /api/invitations/:token                               any        404     404      404     404      404       404     404         404     404       404
POST   /api/invitations/:token/options                       any        404     404      404     404      404       404     404         404     404       404
POST   /api/invitations/:token/accept                        any        404     404      404     404      404       404     404         404     404       404
GET    /api/me/work-mail                                     any        401     403      403     200      200       200     200         200     200       403
PUT    /api/me/work-mail                                     any        401     403      403     204      204       204     204         204     204       403
DELETE /api/me/work-mail                                     any        401     403      403     204      204       204     204         204     204       403
`,
  ask: {
    'GET /api/places/:slug/staff': ({ place }) => ({ path: `/places/${place.slug}/staff` }),
    'PUT /api/places/:slug/staff/:prt': ({ place }) => ({
      path: `/places/${place.slug}/staff/${nobody}`,
      body: { roles: ['mediator'], reason: 'She asked.', version: 1 },
    }),
    'POST /api/places/:slug/invitations': ({ place }) => ({
      path: `/places/${place.slug}/invitations`,
      body: { name: 'Amal', roles: ['mediator'], locale: 'en' },
    }),
    'DELETE /api/places/:slug/invitations/:inv': ({ place }) => ({ path: `/places/${place.slug}/invitations/${none}` }),
    'GET /api/invitations/:token': () => ({ path: `/invitations/${token}` }),
    'POST /api/invitations/:token/options': () => ({ path: `/invitations/${token}/options` }),
    'POST /api/invitations/:token/accept': () => ({
      path: `/invitations/${token}/accept`,
      body: { passkey: { name: 'Phone', answer: anAuthenticator().register({ challenge: 'none' }) } },
    }),
    'GET /api/me/work-mail': () => ({ path: '/me/work-mail' }),
    'PUT /api/me/work-mail': () => ({
      path: '/me/work-mail',
      body: { email: 'amal@example.org', locale: 'en', rhythm: 'daily' },
    }),
    'DELETE /api/me/work-mail': () => ({ path: '/me/work-mail' }),
  },
};
