import { at, type SliceRoutes } from '../every-route.ts';

export const routes: SliceRoutes = {
  table: `
GET    /api/consultations/:con/progress                      open       401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/progress                      closed     401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/progress                      preparing  404     404      404     403      403       200     200         200     404       404
`,
  ask: { 'GET /api/consultations/:con/progress': (_, scene) => ({ path: at(scene, '/progress') }) },
};
