import { at, type Route, type SliceRoutes } from '../every-route.ts';

const id = (prefix: string): string => `${prefix}_${'0'.repeat(16)}`;
const token = 'x'.repeat(43);
const words = { outcome: 'taken-up', why: { en: 'Yes.' }, who: 'Housing office', give: true, version: 0 };
const measure = {
  title: { en: 'Lifts' },
  owner: 'Housing office',
  deadline: '2090-01-31',
  indicator: { en: 'Lifts built' },
  target: {},
};
const path =
  (rest: string, body?: object): Route =>
  (_, scene) => ({ path: at(scene, rest), ...(body && { body }) });

/** Institutions and measures that are not there: whoever may act learns that, everybody else nothing. */
export const routes: SliceRoutes = {
  table: `
GET    /api/consultations/:con/answers                             open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/answers                             closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/answers                             preparing  404     404      404     200      200       200     200         200     404       404
GET    /api/consultations/:con/answers/export.csv                  open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/answers/export.csv                  closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/answers/export.csv                  preparing  404     404      404     200      200       200     200         200     404       404
GET    /api/consultations/:con/answers/export.json                 open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/answers/export.json                 closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/answers/export.json                 preparing  404     404      404     200      200       200     200         200     404       404
GET    /api/consultations/:con/contributions/:ctr/became           open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions/:ctr/became           closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions/:ctr/became           preparing  404     404      404     404      404       404     404         404     404       404
GET    /api/consultations/:con/addressees                          open       401     403      403     403      403       200     200         403     403       403
GET    /api/consultations/:con/addressees                          closed     401     403      403     403      403       200     200         403     403       403
GET    /api/consultations/:con/addressees                          preparing  404     404      404     403      403       200     200         403     404       404
POST   /api/consultations/:con/addressees                          open       401     403      403     403      403       409     409         403     403       403
POST   /api/consultations/:con/addressees                          closed     401     403      403     403      403       201     201         403     403       403
POST   /api/consultations/:con/addressees                          preparing  404     404      404     403      403       409     409         403     404       404
POST   /api/consultations/:con/addressees/:adr/link                open       401     403      403     403      403       404     404         403     403       403
POST   /api/consultations/:con/addressees/:adr/link                closed     401     403      403     403      403       404     404         403     403       403
POST   /api/consultations/:con/addressees/:adr/link                preparing  404     404      404     403      403       404     404         403     404       404
DELETE /api/consultations/:con/addressees/:adr                     open       401     403      403     403      403       404     404         403     403       403
DELETE /api/consultations/:con/addressees/:adr                     closed     401     403      403     403      403       404     404         403     403       403
DELETE /api/consultations/:con/addressees/:adr                     preparing  404     404      404     403      403       404     404         403     404       404
PUT    /api/consultations/:con/addressees/:adr/answers/:psg/translations  open       401     403      403     404      403       404     404         403     403       403
PUT    /api/consultations/:con/addressees/:adr/answers/:psg/translations  closed     401     403      403     404      403       404     404         403     403       403
PUT    /api/consultations/:con/addressees/:adr/answers/:psg/translations  preparing  404     404      404     404      403       404     404         403     404       404
GET    /api/consultations/:con/measures                            open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/measures                            closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/measures                            preparing  404     404      404     200      200       200     200         200     404       404
POST   /api/consultations/:con/measures                            open       401     403      403     403      403       409     409         403     403       403
POST   /api/consultations/:con/measures                            closed     401     403      403     403      403       409     409         403     403       403
POST   /api/consultations/:con/measures                            preparing  404     404      404     403      403       409     409         403     404       404
PUT    /api/consultations/:con/measures/:msr                       open       401     403      403     403      403       404     404         403     403       403
PUT    /api/consultations/:con/measures/:msr                       closed     401     403      403     403      403       404     404         403     403       403
PUT    /api/consultations/:con/measures/:msr                       preparing  404     404      404     403      403       404     404         403     404       404
GET    /api/answering/:token                                       any        404     404      404     404      404       404     404         404     404       404
PUT    /api/answering/:token/points/:psg                           any        404     404      404     404      404       404     404         404     404       404
`,
  ask: {
    'GET /api/consultations/:con/answers': path('/answers'),
    'GET /api/consultations/:con/answers/export.csv': path('/answers/export.csv'),
    'GET /api/consultations/:con/answers/export.json': path('/answers/export.json'),
    'GET /api/consultations/:con/contributions/:ctr/became': (town, scene) => ({
      path: at(
        scene,
        `/contributions/${(scene.written ?? town.scenes.open.written)?.edit.id ?? ''}/became?language=en`,
      ),
    }),
    'GET /api/consultations/:con/addressees': path('/addressees'),
    'POST /api/consultations/:con/addressees': (_, scene) => ({
      path: at(scene, '/addressees'),
      body: {
        name: 'Housing office',
        locale: 'en',
        due: '2090-01-31',
        document: scene.passage.document,
        points: [scene.passage.id],
        email: 'office@example.org',
      },
    }),
    'POST /api/consultations/:con/addressees/:adr/link': path(`/addressees/${id('adr')}/link`),
    'DELETE /api/consultations/:con/addressees/:adr': path(`/addressees/${id('adr')}`),
    'PUT /api/consultations/:con/addressees/:adr/answers/:psg/translations': path(
      `/addressees/${id('adr')}/answers/${id('psg')}/translations`,
      { why: { it: 'Sì.' }, version: 1 },
    ),
    'GET /api/consultations/:con/measures': path('/measures'),
    'POST /api/consultations/:con/measures': (_, scene) => ({
      path: at(scene, '/measures'),
      body: { ...measure, passage: scene.passage.id },
    }),
    'PUT /api/consultations/:con/measures/:msr': path(`/measures/${id('msr')}`, {
      ...measure,
      state: 'done',
      note: {},
      version: 1,
    }),
    'GET /api/answering/:token': () => ({ path: `/answering/${token}` }),
    'PUT /api/answering/:token/points/:psg': () => ({ path: `/answering/${token}/points/${id('psg')}`, body: words }),
  },
};
