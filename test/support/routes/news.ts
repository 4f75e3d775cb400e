import type { News } from '#shared/news/schema.ts';
import { at, type SliceRoutes } from '../every-route.ts';
import { someoneIn } from '../people.ts';

export const routes: SliceRoutes = {
  table: `
GET    /api/consultations/:con/news                          open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/news                          closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/news                          preparing  404     404      404     200      200       200     200         200     404       404
POST   /api/consultations/:con/news                          open       401     403      403     403      403       403     201         403     403       403
POST   /api/consultations/:con/news                          closed     401     403      403     403      403       403     201         403     403       403
POST   /api/consultations/:con/news                          preparing  404     404      404     403      403       403     409         403     404       404
`,
  ask: {
    'GET /api/consultations/:con/news': (_, scene) => ({ path: at(scene, '/news') }),
    'POST /api/consultations/:con/news': async (_, scene, __, world) => {
      const told = await someoneIn(world)
        .ask<News[]>('GET', at(scene, '/news'))
        .catch(() => []);
      const body = { number: told.length + 1, title: { en: 'A meeting' }, text: { en: 'On Monday.' } };
      return { path: at(scene, '/news'), body };
    },
  },
};
