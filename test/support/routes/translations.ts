import { at, type Scene, type SliceRoutes, type Town } from '../every-route.ts';

/** Words that no other question of the table takes back. */
const translations = async ({ scenes, author }: Town, scene: Scene): Promise<string> => {
  const { id } = scene.written?.edit ?? (await author.suggest(scenes.open.consultation.id, 'To be translated.'));
  return at(scene, `/contributions/${id}/translations`);
};

export const routes: SliceRoutes = {
  table: `
GET    /api/consultations/:con/translations                      open       401     403      403     200      403       200     200         403     403       403
GET    /api/consultations/:con/translations                      closed     401     403      403     200      403       200     200         403     403       403
GET    /api/consultations/:con/translations                      preparing  404     404      404     200      403       200     200         403     404       404
GET    /api/consultations/:con/contributions/:ctr/translations   open       200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions/:ctr/translations   closed     200     200      200     200      200       200     200         200     200       200
GET    /api/consultations/:con/contributions/:ctr/translations   preparing  404     404      404     404      404       404     404         404     404       404
PUT    /api/consultations/:con/contributions/:ctr/translations   open       401     403      403     409      403       409     409         403     403       403
PUT    /api/consultations/:con/contributions/:ctr/translations   closed     401     403      403     409      403       409     409         403     403       403
PUT    /api/consultations/:con/contributions/:ctr/translations   preparing  404     404      404     404      403       404     404         403     404       404
`,
  ask: {
    'GET /api/consultations/:con/translations': (_, scene) => ({ path: at(scene, '/translations') }),
    'GET /api/consultations/:con/contributions/:ctr/translations': async (town, scene) => ({
      path: await translations(town, scene),
    }),
    /** With a version that nobody has read, so that nothing changes. */
    'PUT /api/consultations/:con/contributions/:ctr/translations': async (town, scene) => ({
      path: await translations(town, scene),
      body: { language: 'ar', text: 'أشجار', checked: false, version: 99 },
    }),
  },
};
