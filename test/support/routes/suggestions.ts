import { at, type Route, type Scene, type SliceRoutes, type Town } from '../every-route.ts';

const one = ({ scenes }: Town, { written }: Scene, rest = ''): string =>
  `/suggestions/${(written ?? scenes.open.written)?.edit.id ?? ''}${rest}`;
const path =
  (rest: string, body?: object): Route =>
  (town, scene) => ({ path: at(scene, one(town, scene, rest)), ...(body && { body }) });
const id = `ctr_${'0'.repeat(16)}`;

export const routes: SliceRoutes = {
  table: `
GET    /api/consultations/:con/suggestions                       open       401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/suggestions                       closed     401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/suggestions                       preparing  404     404      404     403      403       200     200         200     404       404
GET    /api/consultations/:con/suggestions/export.csv            open       401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/suggestions/export.csv            closed     401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/suggestions/export.csv            preparing  404     404      404     403      403       200     200         200     404       404
GET    /api/consultations/:con/suggestions/export.json           open       401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/suggestions/export.json           closed     401     403      403     403      403       200     200         200     403       403
GET    /api/consultations/:con/suggestions/export.json           preparing  404     404      404     403      403       200     200         200     404       404
POST   /api/consultations/:con/suggestions/many                  open       401     403      403     403      403       200     200         403     403       403
POST   /api/consultations/:con/suggestions/many                  closed     401     403      403     403      403       200     200         403     403       403
POST   /api/consultations/:con/suggestions/many                  preparing  404     404      404     403      403       200     200         403     404       404
GET    /api/consultations/:con/suggestions/:ctr                  open       401     403      403     403      403       200     200         403     403       403
GET    /api/consultations/:con/suggestions/:ctr                  closed     401     403      403     403      403       200     200         403     403       403
GET    /api/consultations/:con/suggestions/:ctr                  preparing  404     404      404     403      403       404     404         403     404       404
PATCH  /api/consultations/:con/suggestions/:ctr                  open       401     403      403     403      403       409     409         403     403       403
PATCH  /api/consultations/:con/suggestions/:ctr                  closed     401     403      403     403      403       409     409         403     403       403
PATCH  /api/consultations/:con/suggestions/:ctr                  preparing  404     404      404     403      403       404     404         403     404       404
PUT    /api/consultations/:con/suggestions/:ctr/merge            open       401     403      403     403      403       404     404         403     403       403
PUT    /api/consultations/:con/suggestions/:ctr/merge            closed     401     403      403     403      403       404     404         403     403       403
PUT    /api/consultations/:con/suggestions/:ctr/merge            preparing  404     404      404     403      403       404     404         403     404       404
DELETE /api/consultations/:con/suggestions/:ctr/merge            open       401     403      403     403      403       409     409         403     403       403
DELETE /api/consultations/:con/suggestions/:ctr/merge            closed     401     403      403     403      403       409     409         403     403       403
DELETE /api/consultations/:con/suggestions/:ctr/merge            preparing  404     404      404     403      403       404     404         403     404       404
POST   /api/consultations/:con/suggestions/:ctr/notes            open       401     403      403     403      403       204     204         403     403       403
POST   /api/consultations/:con/suggestions/:ctr/notes            closed     401     403      403     403      403       204     204         403     403       403
POST   /api/consultations/:con/suggestions/:ctr/notes            preparing  404     404      404     403      403       404     404         403     404       404
DELETE /api/consultations/:con/suggestions/:ctr/notes/:note      open       401     403      403     403      403       404     404         403     403       403
DELETE /api/consultations/:con/suggestions/:ctr/notes/:note      closed     401     403      403     403      403       404     404         403     403       403
DELETE /api/consultations/:con/suggestions/:ctr/notes/:note      preparing  404     404      404     403      403       404     404         403     404       404
PUT    /api/consultations/:con/groups/:label/name                open       401     403      403     403      403       404     404         403     403       403
PUT    /api/consultations/:con/groups/:label/name                closed     401     403      403     403      403       404     404         403     403       403
PUT    /api/consultations/:con/groups/:label/name                preparing  404     404      404     403      403       404     404         403     404       404
`,
  ask: {
    'GET /api/consultations/:con/suggestions': (_, scene) => ({ path: at(scene, '/suggestions') }),
    'GET /api/consultations/:con/suggestions/export.csv': (_, scene) => ({
      path: at(scene, '/suggestions/export.csv'),
    }),
    'GET /api/consultations/:con/suggestions/export.json': (_, scene) => ({
      path: at(scene, '/suggestions/export.json'),
    }),
    'POST /api/consultations/:con/suggestions/many': (_, scene) => ({
      path: at(scene, '/suggestions/many'),
      body: { of: [{ contribution: id, work: 0, version: 0 }], act: { do: 'tag', tag: 'streets' } },
    }),
    'GET /api/consultations/:con/suggestions/:ctr': path(''),
    /** With a version that nobody has read, so that nothing changes. */
    'PATCH /api/consultations/:con/suggestions/:ctr': path('', { tags: ['streets'], version: 99 }),
    'PUT /api/consultations/:con/suggestions/:ctr/merge': path('/merge', { into: id, version: 0 }),
    'DELETE /api/consultations/:con/suggestions/:ctr/merge': path('/merge?version=0'),
    'POST /api/consultations/:con/suggestions/:ctr/notes': path('/notes', { text: 'Ask the school office.' }),
    'DELETE /api/consultations/:con/suggestions/:ctr/notes/:note': path(`/notes/msg_${'0'.repeat(16)}`),
    'PUT /api/consultations/:con/groups/:label/name': (_, scene) => ({
      path: at(scene, '/groups/ZZ/name'),
      body: { name: { en: 'Newcomers' }, version: 0 },
    }),
  },
};
