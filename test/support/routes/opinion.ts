import { at, type SliceRoutes } from '../every-route.ts';

export const routes: SliceRoutes = {
  table: `
GET    /api/consultations/:con/results/snapshot              open       409     409      409     409      409       409     409         409     409       409
GET    /api/consultations/:con/results/snapshot              closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/results/snapshot              preparing  404     404      404     409      409       409     409         409     404       404
`,
  ask: { 'GET /api/consultations/:con/results/snapshot': (_, scene) => ({ path: at(scene, '/results/snapshot') }) },
};
