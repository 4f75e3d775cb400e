import { answeringApp } from './aws-app.ts';

/** Lambda entry of joining, coming back, cards, contact and leaving (the routes are in `infra/entries.ts`). */
export const handler = await answeringApp();
