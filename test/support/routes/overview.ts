import { at, type SliceRoutes } from '../every-route.ts';

export const routes: SliceRoutes = {
  table: `
GET    /api/consultations/:con/overview                      open       401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/overview                      closed     401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/overview                      preparing  404     404      404     403      403       200     200         200     404       404
GET    /api/consultations/:con/overview/report               open       401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/overview/report               closed     401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/overview/report               preparing  404     404      404     403      403       200     200         200     404       404
GET    /api/consultations/:con/overview/tables               open       401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/overview/tables               closed     401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/overview/tables               preparing  404     404      404     403      403       200     200         200     404       404
GET    /api/consultations/:con/overview/tables/:table        open       401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/overview/tables/:table        closed     401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/overview/tables/:table        preparing  404     404      404     403      403       200     200         200     404       404
`,
  ask: {
    'GET /api/consultations/:con/overview': (_, scene) => ({ path: at(scene, '/overview') }),
    'GET /api/consultations/:con/overview/report': (_, scene) => ({ path: at(scene, '/overview/report') }),
    'GET /api/consultations/:con/overview/tables': (_, scene) => ({ path: at(scene, '/overview/tables') }),
    'GET /api/consultations/:con/overview/tables/:table': (_, scene) => ({
      path: at(scene, '/overview/tables/groups'),
    }),
  },
};
