import { textNow } from '#functions/documents/service.ts';
import { at, type Route, type SliceRoutes } from '../every-route.ts';

const note = { en: 'Asked for.' };

const withVersion =
  (rest: string, body: object): Route =>
  async (_, scene, __, world) => {
    const { outline } = await textNow(world, scene.consultation.id);
    return { path: at(scene, rest), body: { version: outline?.version ?? 0, note, ...body } };
  };

export const routes: SliceRoutes = {
  table: `
GET    /api/consultations/:con/text                          open       401     403      403     403      403       200     200         403     403       403
GET    /api/consultations/:con/text                          closed     401     403      403     403      403       200     200         403     403       403
GET    /api/consultations/:con/text                          preparing  404     404      404     403      403       200     200         403     404       404
POST   /api/consultations/:con/text                          open       401     403      403     403      403       409     409         403     403       403
POST   /api/consultations/:con/text                          closed     401     403      403     403      403       409     409         403     403       403
POST   /api/consultations/:con/text                          preparing  401     404      404     403      403       204     204         403     404       404
PATCH  /api/consultations/:con/text                          open       401     403      403     403      403       204     204         403     403       403
PATCH  /api/consultations/:con/text                          closed     401     403      403     403      403       204     204         403     403       403
PATCH  /api/consultations/:con/text                          preparing  404     404      404     403      403       204     204         403     404       404
POST   /api/consultations/:con/text/arrangement              open       401     403      403     403      403       409     409         403     403       403
POST   /api/consultations/:con/text/arrangement              closed     401     403      403     403      403       409     409         403     403       403
POST   /api/consultations/:con/text/arrangement              preparing  404     404      404     403      403       204     204         403     404       404
PUT    /api/consultations/:con/passages/:psg                 open       401     403      403     403      403       204     204         403     403       403
PUT    /api/consultations/:con/passages/:psg                 closed     401     403      403     403      403       204     204         403     403       403
PUT    /api/consultations/:con/passages/:psg                 preparing  404     404      404     403      403       204     204         403     404       404
`,
  ask: {
    'GET /api/consultations/:con/text': (_, scene) => ({ path: at(scene, '/text') }),
    'POST /api/consultations/:con/text': withVersion('/text', {
      mode: 'append',
      format: 'markdown',
      language: 'en',
      kind: 'strategy',
      text: 'One more part.',
    }),
    'PATCH /api/consultations/:con/text': withVersion('/text', { kind: 'strategy', title: { en: 'A strategy' } }),
    'POST /api/consultations/:con/text/arrangement': async (_, scene, __, world) => {
      const { outline, passages } = await textNow(world, scene.consultation.id);
      const passage = passages.at(-1)?.id;
      const version = outline?.version ?? 0;
      return { path: at(scene, '/text/arrangement'), body: { version, act: 'up', passage, note } };
    },
    'PUT /api/consultations/:con/passages/:psg': async (_, scene, __, world) => {
      const { passages } = await textNow(world, scene.consultation.id);
      const version = passages.find(({ id }) => id === scene.passage.id)?.version;
      const words = { en: `Words, version ${version}.` };
      return {
        path: at(scene, `/passages/${scene.passage.id}`),
        body: { version, heading: { en: 'A heading' }, text: words, summary: {}, note },
      };
    },
  },
};
