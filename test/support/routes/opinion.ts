import { at, type SliceRoutes } from '../every-route.ts';

/** A link that nobody was given. */
const fileOf = `/auditors-file/${'x'.repeat(43)}`;

export const routes: SliceRoutes = {
  table: `
GET    /api/consultations/:con/results/snapshot              open       409     409      409     409      409       409     409         409     409       409
GET    /api/consultations/:con/results/snapshot              closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/results/snapshot              preparing  404     404      404     409      409       409     409         409     404       404
GET    /api/consultations/:con/handings                      open       401     403      403     403      403       403     200         403     403       403
GET    /api/consultations/:con/handings                      closed     401     403      403     403      403       403     200         403     403       403
GET    /api/consultations/:con/handings                      preparing  404     404      404     403      403       403     200         403     404       404
POST   /api/consultations/:con/handings                      open       401     403      403     403      403       403     409         403     403       403
POST   /api/consultations/:con/handings                      closed     401     403      403     403      403       403     201         403     403       403
POST   /api/consultations/:con/handings                      preparing  404     404      404     403      403       403     409         403     404       404
DELETE /api/consultations/:con/handings/:handing             open       401     403      403     403      403       403     404         403     403       403
DELETE /api/consultations/:con/handings/:handing             closed     401     403      403     403      403       403     404         403     403       403
DELETE /api/consultations/:con/handings/:handing             preparing  404     404      404     403      403       403     404         403     404       404
GET    /api/consultations/:con/auditors-file/:token          open       404     404      404     404      404       404     404         404     404       404
GET    /api/consultations/:con/auditors-file/:token          closed     404     404      404     404      404       404     404         404     404       404
GET    /api/consultations/:con/auditors-file/:token          preparing  404     404      404     404      404       404     404         404     404       404
POST   /api/consultations/:con/auditors-file/:token          open       404     404      404     404      404       404     404         404     404       404
POST   /api/consultations/:con/auditors-file/:token          closed     404     404      404     404      404       404     404         404     404       404
POST   /api/consultations/:con/auditors-file/:token          preparing  404     404      404     404      404       404     404         404     404       404
`,
  ask: {
    'GET /api/consultations/:con/results/snapshot': (_, scene) => ({ path: at(scene, '/results/snapshot') }),
    'GET /api/consultations/:con/handings': (_, scene) => ({ path: at(scene, '/handings') }),
    'POST /api/consultations/:con/handings': (_, scene) => ({
      path: at(scene, '/handings'),
      body: { auditor: 'Auditors of the region', reason: 'They asked.', locale: 'en' },
    }),
    'DELETE /api/consultations/:con/handings/:handing': (_, scene) => ({
      path: at(scene, `/handings/${'0'.repeat(64)}`),
    }),
    'GET /api/consultations/:con/auditors-file/:token': (_, scene) => ({ path: at(scene, fileOf) }),
    'POST /api/consultations/:con/auditors-file/:token': (_, scene) => ({ path: at(scene, fileOf) }),
  },
};
