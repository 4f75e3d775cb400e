import type { SliceRoutes } from '../every-route.ts';
import { aDeadLetter } from '../letters.ts';

export const routes: SliceRoutes = {
  table: `
GET    /api/operations                                       any        401     403      403     403      403       403     200         403     403       403
POST   /api/operations/mails/retry                           any        401     403      403     403      403       403     204         403     403       403
POST   /api/operations/letters/:letter/retry                 any        401     403      403     403      403       403     204         403     403       403
DELETE /api/operations/letters/:letter                       any        401     403      403     403      403       403     204         403     403       403
`,
  ask: {
    'GET /api/operations': () => ({ path: '/operations' }),
    'POST /api/operations/mails/retry': () => ({ path: '/operations/mails/retry' }),
    'POST /api/operations/letters/:letter/retry': async (_, __, ___, world) => ({
      path: `/operations/letters/${(await aDeadLetter(world)).id}/retry`,
    }),
    'DELETE /api/operations/letters/:letter': async (_, __, ___, world) => ({
      path: `/operations/letters/${(await aDeadLetter(world)).id}`,
    }),
  },
};
