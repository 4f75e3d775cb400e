import { anAuthenticator } from '../authenticator.ts';
import type { SliceRoutes } from '../every-route.ts';

const device = anAuthenticator();
const unknown = `/me/passkeys/pky_${'0'.repeat(16)}`;

/** Only a session that opens offices may look after keys. What is sent here is of the right form and known to nobody. */
export const routes: SliceRoutes = {
  table: `
POST   /api/sessions/passkey/options                         any        200     200      200     200      200       200     200         200     200       200
POST   /api/sessions/passkey                                 any        404     404      404     404      404       404     404         404     404       404
POST   /api/sessions/code                                    any        404     404      404     404      404       404     404         404     404       404
GET    /api/me/keys                                          any        401     403      403     200      200       200     200         200     200       403
POST   /api/me/passkeys/options                              any        401     403      403     200      200       200     200         200     200       403
POST   /api/me/passkeys                                      any        401     403      403     400      400       400     400         400     400       403
PUT    /api/me/passkeys/:pky                                 any        401     403      403     404      404       404     404         404     404       403
DELETE /api/me/passkeys/:pky                                 any        401     403      403     404      404       404     404         404     404       403
POST   /api/me/recovery-codes                                any        401     403      403     200      200       200     200         200     200       403
`,
  ask: {
    'POST /api/sessions/passkey/options': () => ({ path: '/sessions/passkey/options' }),
    'POST /api/sessions/passkey': () => {
      device.register({ challenge: 'none' });
      return { path: '/sessions/passkey', body: device.signIn({ challenge: 'none' }) };
    },
    'POST /api/sessions/code': () => ({ path: '/sessions/code', body: { code: 'abcd-efgh-jkmn' } }),
    'GET /api/me/keys': () => ({ path: '/me/keys' }),
    'POST /api/me/passkeys/options': () => ({ path: '/me/passkeys/options' }),
    'POST /api/me/passkeys': () => ({
      path: '/me/passkeys',
      body: { name: 'Phone', answer: device.register({ challenge: 'none' }) },
    }),
    'PUT /api/me/passkeys/:pky': () => ({ path: unknown, body: { name: 'Phone' } }),
    'DELETE /api/me/passkeys/:pky': () => ({ path: unknown }),
    'POST /api/me/recovery-codes': () => ({ path: '/me/recovery-codes' }),
  },
};
